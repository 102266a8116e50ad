using System.Globalization;
using EmployerCrm.Core.Audit;

namespace EmployerCrm.Core.People;

internal static class PersonAudit
{
    public const string Kind = "person";

    private static readonly (string Field, Func<Specialist, string?> Value)[] Fields =
    [
        ("object-id", person => person.ObjectId),
        ("name", person => person.Name),
        ("team", person => person.TeamId.ToString()),
        ("role", person => person.Role.ToString()),
        ("weekly-target", person => person.WeeklyTarget.ToString(CultureInfo.InvariantCulture)),
        ("left-on", person => person.LeftOn?.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture)),
    ];

    /// <summary>The fields that are not what they were.</summary>
    public static IReadOnlyList<AuditValue> Values(Guid auditId, Specialist? before, Specialist after) =>
    [
        .. from field in Fields
           let values = (Old: before is null ? null : field.Value(before), New: field.Value(after))
           where values.Old != values.New
           select new AuditValue { AuditId = auditId, Field = field.Field, OldValue = values.Old, NewValue = values.New },
    ];
}

/// <summary>There is always somebody who can let others in.</summary>
internal static class LastAdmin
{
    public static async Task<bool> HasOthersAsync(ICrmSession session, Guid personId, DateTimeOffset now)
    {
        var today = DateOnly.FromDateTime(Calendar.LondonClock.ToLocal(now));
        return (await session.People.SpecialistsAsync()).Any(person => person.Id != personId && person.Role is Role.Admin && !person.HasLeft(today));
    }
}
