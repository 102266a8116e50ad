using System.Text.Json;
using System.Text.Json.Serialization;
using EmployerCrm.Core.Clients;
using EmployerCrm.Core.Disclosure;
using EmployerCrm.Core.Employers;
using EmployerCrm.Core.FollowUps;
using EmployerCrm.Core.People;
using EmployerCrm.Core.Placements;
using EmployerCrm.Core.Visits;

namespace EmployerCrm.Core.Undo;

/// <summary>A row as a use case left it.</summary>
internal sealed record RowVersion(Guid Id, int Version);

/// <summary>A follow-up as a use case left it, and as it was before.</summary>
internal sealed record MovedFollowUp(RowVersion Row, FollowUp Before);

/// <summary>
/// The rows a use case added or changed, with the versions it left. Where it changed a row, the row as it was before stands beside it.
/// </summary>
internal sealed record UndoRows
{
    /// <summary>A use case changes a few of the rows, and every line typed writes one of these.</summary>
    private static readonly JsonSerializerOptions Json = new() { DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull };

    public RowVersion? Visit { get; init; }

    public Visit? VisitBefore { get; init; }

    public RowVersion? FollowUp { get; init; }

    /// <summary>Absent when the use case added the follow-up.</summary>
    public FollowUp? FollowUpBefore { get; init; }

    /// <summary>A follow-up that the use case took away; undoing puts it back.</summary>
    public FollowUp? RemovedFollowUp { get; init; }

    /// <summary>Further follow-ups that went along with their visit.</summary>
    public IReadOnlyList<MovedFollowUp> MovedFollowUps { get; init; } = [];

    /// <summary>Follow-ups that a schedule owes since; undoing takes them away.</summary>
    public IReadOnlyList<RowVersion> AddedFollowUps { get; init; } = [];

    public RowVersion? Placement { get; init; }

    /// <summary>Absent when the use case added the placement.</summary>
    public Placement? PlacementBefore { get; init; }

    /// <summary>What the client was before a placement began or ended; null when that did not change it.</summary>
    public ClientStatus? ClientStatusBefore { get; init; }

    public RowVersion? Permission { get; init; }

    /// <summary>Absent when the use case added the permission.</summary>
    public DisclosurePermission? PermissionBefore { get; init; }

    /// <summary>The permission in whose place another was given, as it was before; it has one version more since.</summary>
    public DisclosurePermission? EndedPermission { get; init; }

    /// <summary>A change of a job that was added.</summary>
    public RowVersion? PlacementChange { get; init; }

    public RowVersion? CareTeamUpdate { get; init; }

    /// <summary>What was heard back from the care team.</summary>
    public RowVersion? Liaison { get; init; }

    /// <summary>The client, where no other row tells.</summary>
    public Guid? AboutClientId { get; init; }

    public RowVersion? Client { get; init; }

    /// <summary>Absent when the use case added the client.</summary>
    public Client? ClientBefore { get; init; }

    /// <summary>Absent when the use case left the client's job types as they were.</summary>
    public IReadOnlyList<string>? JobTypesBefore { get; init; }

    /// <summary>Follow-ups as they were before they were cancelled with the client; each has one version more since.</summary>
    public IReadOnlyList<FollowUp> CancelledFollowUps { get; init; } = [];

    public IReadOnlyList<RowVersion> ClientContacts { get; init; } = [];

    public RowVersion? Employer { get; init; }

    /// <summary>Absent when the use case added the employer.</summary>
    public Employer? EmployerBefore { get; init; }

    public RowVersion? Contact { get; init; }

    /// <summary>Absent when the use case added the contact.</summary>
    public Contact? ContactBefore { get; init; }

    public RowVersion? Opening { get; init; }

    /// <summary>Absent when the use case added the opening.</summary>
    public Opening? OpeningBefore { get; init; }

    public RowVersion? Settings { get; init; }

    /// <summary>Version 0 where nothing was stored.</summary>
    public PersonSettings? SettingsBefore { get; init; }

    /// <summary>Absent when the use case removed the leave.</summary>
    public RowVersion? Leave { get; init; }

    /// <summary>Absent when the use case added the leave.</summary>
    public Leave? LeaveBefore { get; init; }

    /// <summary>The same rows after a later change of theirs was taken back: the row is as it was, but its version went on.</summary>
    public UndoRows Restamped(Guid id, int versionBefore, int versionNow) => this with
    {
        Visit = Restamped(Visit, id, versionBefore, versionNow),
        FollowUp = Restamped(FollowUp, id, versionBefore, versionNow),
        Placement = Restamped(Placement, id, versionBefore, versionNow),
        Permission = Restamped(Permission, id, versionBefore, versionNow),
        Client = Restamped(Client, id, versionBefore, versionNow),
        Employer = Restamped(Employer, id, versionBefore, versionNow),
        Contact = Restamped(Contact, id, versionBefore, versionNow),
        Opening = Restamped(Opening, id, versionBefore, versionNow),
        Settings = Restamped(Settings, id, versionBefore, versionNow),
        Leave = Restamped(Leave, id, versionBefore, versionNow),
        AddedFollowUps = [.. AddedFollowUps.Select(row => Restamped(row, id, versionBefore, versionNow)!)],
        MovedFollowUps = [.. MovedFollowUps.Select(moved => moved with { Row = Restamped(moved.Row, id, versionBefore, versionNow)! })],
    };

    public string ToJson() => JsonSerializer.Serialize(this, Json);

    public UndoStep Step(Guid id, Guid specialistId, UndoKind kind, Guid subjectId, DateTimeOffset at) => new()
    {
        Id = id, SpecialistId = specialistId, Kind = kind, SubjectId = subjectId, Rows = ToJson(), CreatedAt = at,
    };

    public static UndoRows Of(UndoStep step) => JsonSerializer.Deserialize<UndoRows>(step.Rows, Json)!;

    private static RowVersion? Restamped(RowVersion? row, Guid id, int versionBefore, int versionNow) =>
        row?.Id == id && row.Version == versionBefore ? row with { Version = versionNow } : row;
}
