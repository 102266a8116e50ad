using System.Globalization;
using EmployerCrm.Core.Audit;

namespace EmployerCrm.Core.People;

internal static class SettingsAudit
{
    private static readonly (string Field, Func<PersonSettings, string?> Value)[] OfSettings =
    [
        ("digest-at", settings => Text(settings.DigestAt)),
        ("time-zone", settings => settings.TimeZone),
        ("working-days", settings => settings.WorkingDays.ToString()),
        ("quiet-from", settings => Text(settings.QuietFrom)),
        ("quiet-until", settings => Text(settings.QuietUntil)),
        ("language", settings => settings.Language),
        ("count-on-cards", settings => Text(settings.CountOnCards)),
        ("wrap-up", settings => Text(settings.WrapUp)),
        ("all-clear", settings => Text(settings.AllClear)),
        ("lead-summary", settings => Text(settings.LeadSummary)),
    ];

    private static readonly (string Field, Func<Leave, string?> Value)[] OfLeave =
    [
        ("first-day", leave => Text(leave.From)),
        ("last-day", leave => Text(leave.To)),
        ("cover", leave => leave.CoverId?.ToString()),
    ];

    public static IReadOnlyList<AuditValue> Values(Guid auditId, PersonSettings before, PersonSettings after) => Changed(auditId, OfSettings, before, after);

    public static IReadOnlyList<AuditValue> Values(Guid auditId, Leave? before, Leave? after) => Changed(auditId, OfLeave, before, after);

    private static List<AuditValue> Changed<T>(Guid auditId, (string Field, Func<T, string?> Value)[] fields, T? before, T? after)
        where T : class =>
    [
        .. from field in fields
           let values = (Old: before is null ? null : field.Value(before), New: after is null ? null : field.Value(after))
           where values.Old != values.New
           select new AuditValue { AuditId = auditId, Field = field.Field, OldValue = values.Old, NewValue = values.New },
    ];

    private static string Text(TimeOnly time) => time.ToString("HH:mm", CultureInfo.InvariantCulture);

    private static string Text(DateOnly day) => day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);

    private static string Text(bool yes) => yes ? "yes" : "no";
}
