namespace EmployerCrm.Core.Privacy;

/// <summary>A text that waits for its author's answer to the guard.</summary>
/// <param name="Id">From <see cref="Ids"/>; the card of the question carries it and no word of the text.</param>
/// <param name="Text">What was typed, with what its keeper needs to go on with it.</param>
public sealed record HeldText<TText>(Guid Id, Guid SpecialistId, TText Text);

/// <summary>
/// Texts that the guard asks about, in the memory of this process and nowhere else: nothing is stored until answered. After a restart, or when another
/// host gets the answer, the text is not there and the person is asked to type it again; their own message still shows it.
/// </summary>
public sealed class HeldTexts<TText>(TimeProvider time)
{
    private readonly Lock _lock = new();
    private readonly Dictionary<Guid, (HeldText<TText> Text, DateTimeOffset Until)> _held = [];

    /// <summary>Holds the text, in place of what was held under the same id.</summary>
    public void Hold(HeldText<TText> text)
    {
        ArgumentNullException.ThrowIfNull(text);
        var now = time.GetUtcNow();
        lock (_lock)
        {
            foreach (var (id, _) in _held.Where(entry => entry.Value.Until <= now).ToList())
                _held.Remove(id);
            _held[text.Id] = (text, now + HeldTexts.Kept);
            if (_held.Count > HeldTexts.Most)
                _held.Remove(_held.MinBy(entry => entry.Value.Until).Key);
        }
    }

    /// <summary>The author's text; null for anybody else, and when it is gone.</summary>
    public HeldText<TText>? Find(Guid id, Guid specialistId)
    {
        lock (_lock)
            return _held.TryGetValue(id, out var held) && held.Text.SpecialistId == specialistId && held.Until > time.GetUtcNow() ? held.Text : null;
    }

    /// <summary>The text that this person was asked about last.</summary>
    public HeldText<TText>? Latest(Guid specialistId)
    {
        var now = time.GetUtcNow();
        lock (_lock)
            return _held.Values.Where(held => held.Text.SpecialistId == specialistId && held.Until > now).OrderByDescending(held => held.Until).Select(held => held.Text).FirstOrDefault();
    }

    /// <summary>Lets go of a text after its answer was carried out, or when its author gives it up.</summary>
    public void Drop(Guid id)
    {
        lock (_lock)
            _held.Remove(id);
    }

    /// <summary>Lets go of the author's texts that are no longer wanted; tells whether any was waiting.</summary>
    public bool DropAll(Guid specialistId, Func<TText, bool> unwanted)
    {
        var now = time.GetUtcNow();
        lock (_lock)
        {
            var going = _held.Values.Where(held => held.Text.SpecialistId == specialistId && held.Until > now && unwanted(held.Text.Text)).Select(held => held.Text.Id).ToList();
            going.ForEach(id => _held.Remove(id));
            return going.Count > 0;
        }
    }
}

/// <summary>For how long and how many texts are held.</summary>
public static class HeldTexts
{
    /// <summary>As long as a bare answer still counts.</summary>
    public static readonly TimeSpan Kept = TimeSpan.FromHours(12);

    /// <summary>More than this are not waited for; the oldest goes.</summary>
    public const int Most = 2_000;
}
