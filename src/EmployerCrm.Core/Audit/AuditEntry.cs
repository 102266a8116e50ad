using EmployerCrm.Core.People;

namespace EmployerCrm.Core.Audit;

/// <summary>Who did what to which record, when, from where. Ids and field names only; values stand in a table of their own that can be erased.</summary>
public sealed record AuditEntry
{
    public required Guid Id { get; init; }

    public required DateTimeOffset At { get; init; }

    /// <summary>Null for the system itself.</summary>
    public Guid? SpecialistId { get; init; }

    public required Via Via { get; init; }

    /// <summary>What was done, as a stable name: visit-logged, visit-changed, follow-up-done, …</summary>
    public required string Action { get; init; }

    /// <summary>The kind of record: visit, follow-up, employer, …</summary>
    public required string RecordKind { get; init; }

    public required Guid RecordId { get; init; }

    public static AuditEntry Of(Guid id, DateTimeOffset at, Actor actor, string action, string recordKind, Guid recordId)
    {
        ArgumentNullException.ThrowIfNull(actor);
        return new AuditEntry
        {
            Id = id, At = at, SpecialistId = actor.SpecialistId, Via = actor.Via, Action = action, RecordKind = recordKind, RecordId = recordId,
        };
    }
}

/// <summary>One field's value before and after, as text. Erased with the person it is about, while the entry stays.</summary>
public sealed record AuditValue
{
    public required Guid AuditId { get; init; }

    public required string Field { get; init; }

    public string? OldValue { get; init; }

    public string? NewValue { get; init; }
}

public interface IAuditRecords
{
    Task AddAsync(AuditEntry entry, IReadOnlyList<AuditValue> values);

    /// <summary>Everything that happened to a record, oldest first.</summary>
    Task<IReadOnlyList<AuditEntry>> OfAsync(Guid recordId);

    Task<IReadOnlyList<AuditValue>> ValuesAsync(Guid auditId);
}
