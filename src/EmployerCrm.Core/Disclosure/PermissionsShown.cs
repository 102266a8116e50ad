using EmployerCrm.Core.Clients;
using EmployerCrm.Core.FollowUps;

namespace EmployerCrm.Core.Disclosure;

/// <summary>A permission with the names a person reads beside it.</summary>
public sealed record PermissionShown(DisclosurePermission Permission, string RecordedByName, string? EndedByName);

/// <summary>What a client lets one employer know, and let it know before.</summary>
/// <param name="IsJob">Whether the client works there, or soon will.</param>
/// <param name="History">Everything that was recorded, what holds included, the latest first.</param>
public sealed record EmployerPermissions(Guid EmployerId, string EmployerName, string? Town, bool IsJob, IReadOnlyList<PermissionShown> History)
{
    /// <summary>What holds now, one that allows nothing included; null when nothing does.</summary>
    public PermissionShown? Holding => History.FirstOrDefault(shown => shown.Permission.EndedOn is null);
}

/// <summary>A client's permissions as of a day, by employer: where they work first.</summary>
/// <param name="Unpermitted">Contacts that name the client where nothing may be said.</param>
public sealed record PermissionsShown(Client Client, IReadOnlyList<EmployerPermissions> Employers, IReadOnlyList<UnpermittedContact> Unpermitted, DateOnly Today);

/// <summary>What revoking would cancel at once.</summary>
/// <param name="Holding">What holds now; null when nothing was recorded.</param>
/// <param name="Owed">What is owed to the employer about the client, by whomever.</param>
/// <param name="PlannedVisits">Planned visits to the employer that name the client: they stay, and their specialist decides.</param>
public sealed record RevocationShown(
    Client Client, Guid EmployerId, string EmployerName, DisclosurePermission? Holding, IReadOnlyList<FollowUpSummary> Owed, int PlannedVisits, DateOnly Today);

/// <summary>The actor's clients of whom an employer may be told something.</summary>
public sealed record LivePermissions(IReadOnlyList<LivePermission> Permissions, DateOnly Today);

/// <summary>The actor's own contacts that name a client where nothing may be said, the latest first.</summary>
public sealed record UnpermittedContacts(IReadOnlyList<UnpermittedContact> Contacts, DateOnly Today);
