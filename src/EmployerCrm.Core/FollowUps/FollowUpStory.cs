using System.Globalization;
using EmployerCrm.Core.Audit;
using EmployerCrm.Core.People;

namespace EmployerCrm.Core.FollowUps;

/// <summary>One thing that happened to a follow-up, or was written beside it.</summary>
/// <param name="ByName">Null for the service itself.</param>
/// <param name="Action">As the audit names it, or "comment".</param>
/// <param name="Text">What was written; of what was given, to whom.</param>
/// <param name="Until">Of what was put off, to which day.</param>
public sealed record HistoryEntry(DateTimeOffset At, string? ByName, string Action, string? Text, DateOnly? Until = null);

/// <summary>What became of a follow-up, from its comments and the audit.</summary>
internal static class FollowUpStory
{
    public const string Owner = "owner";
    public const string DueOn = "due-on";

    /// <summary>Oldest first.</summary>
    public static async Task<IReadOnlyList<HistoryEntry>> OfAsync(ICrmSession session, Guid followUpId)
    {
        var names = await PeopleNames.OfAsync(session);
        var story = (await session.FollowUps.CommentsAsync(followUpId)).Select(comment => new HistoryEntry(comment.WrittenAt, names[comment.SpecialistId], "comment", comment.Text)).ToList();
        foreach (var entry in (await session.Audit.OfAsync(followUpId)).Where(entry => entry.Action != "follow-up-commented"))
            story.Add(Told(entry, await ValuesAsync(session, entry), names));
        return [.. story.OrderBy(entry => entry.At)];
    }

    public static string? Iso(DateOnly? day) => day?.ToString("O", CultureInfo.InvariantCulture);

    private static async Task<IReadOnlyList<AuditValue>> ValuesAsync(ICrmSession session, AuditEntry entry) =>
        entry.Action is "follow-up-given" or "follow-up-snoozed" ? await session.Audit.ValuesAsync(entry.Id) : [];

    private static HistoryEntry Told(AuditEntry entry, IReadOnlyList<AuditValue> values, Dictionary<Guid, string> names)
    {
        string? New(string field) => values.FirstOrDefault(value => value.Field == field)?.NewValue;
        var given = Guid.TryParse(New(Owner), out var to) ? names.GetValueOrDefault(to) : null;
        DateOnly? until = DateOnly.TryParseExact(New(DueOn), "O", CultureInfo.InvariantCulture, DateTimeStyles.None, out var day) ? day : null;
        return new HistoryEntry(entry.At, entry.SpecialistId is { } id ? names.GetValueOrDefault(id) : null, entry.Action, given, until);
    }
}
