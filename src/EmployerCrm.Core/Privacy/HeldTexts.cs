namespace EmployerCrm.Core.Privacy;

/// <summary>A text that waits for its author's answer to the guard.</summary>
/// <param name="Id">From <see cref="Ids"/>; the card of the question carries it and no word of the text.</param>
/// <param name="Text">The whole line or note as typed.</param>
/// <param name="Detail">What else is needed to go on with it, as its keeper wrote it: the answers so far, the fields of a form.</param>
public sealed record HeldText(Guid Id, Guid SpecialistId, string Text, DateTimeOffset TypedAt, string? Detail);

/// <summary>
/// Texts that the guard asks about, in the memory of this process and nowhere else: nothing is stored until answered. After a restart, or when another
/// host gets the answer, the text is not there and the person is asked to type it again; their own message still shows it.
/// </summary>
public sealed class HeldTexts(TimeProvider time)
{
    /// <summary>As long as a bare answer still counts.</summary>
    public static readonly TimeSpan Kept = TimeSpan.FromHours(12);

    /// <summary>More than this are not waited for; the oldest goes.</summary>
    public const int Most = 2_000;

    private readonly Lock _lock = new();
    private readonly Dictionary<Guid, (HeldText Text, DateTimeOffset Until)> _held = [];

    /// <summary>Holds the text, in place of what was held under the same id.</summary>
    public void Hold(HeldText text)
    {
        ArgumentNullException.ThrowIfNull(text);
        var now = time.GetUtcNow();
        lock (_lock)
        {
            foreach (var (id, _) in _held.Where(entry => entry.Value.Until <= now).ToList())
                _held.Remove(id);
            _held[text.Id] = (text, now + Kept);
            if (_held.Count > Most)
                _held.Remove(_held.MinBy(entry => entry.Value.Until).Key);
        }
    }

    /// <summary>The author's text; null for anybody else, and when it is gone.</summary>
    public HeldText? Find(Guid id, Guid specialistId)
    {
        lock (_lock)
            return _held.TryGetValue(id, out var held) && held.Text.SpecialistId == specialistId && held.Until > time.GetUtcNow() ? held.Text : null;
    }

    /// <summary>The text that this person was asked about last.</summary>
    public HeldText? Latest(Guid specialistId)
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
}
