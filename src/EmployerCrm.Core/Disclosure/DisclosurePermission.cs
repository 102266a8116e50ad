namespace EmployerCrm.Core.Disclosure;

/// <summary>What an employer may be told of a client; each level holds the ones before it.</summary>
public enum DisclosureLevel
{
    /// <summary>Nothing. What the client decided is recorded; nobody there is told anything.</summary>
    Nothing,

    /// <summary>That the service supports them.</summary>
    ServiceSupports,

    /// <summary>What was agreed to be said, word for word.</summary>
    AgreedWording,

    /// <summary>The wording, and which adjustments help.</summary>
    WordingAndAdjustments,
}

/// <summary>How the client said so.</summary>
public enum ConsentGiven
{
    InPerson,
    Phone,
    Video,
    Writing,
}

/// <summary>How a permission came to its end.</summary>
public enum PermissionEnd
{
    /// <summary>The client took it back.</summary>
    Revoked,

    /// <summary>Another one was given for the same employer.</summary>
    Replaced,
}

/// <summary>What a client lets one employer know. Special category data: seen by the owning team only.</summary>
public sealed record DisclosurePermission
{
    public required Guid Id { get; init; }

    public required Guid ClientId { get; init; }

    public required Guid EmployerId { get; init; }

    /// <summary>The client's team when it was recorded.</summary>
    public required Guid TeamId { get; init; }

    public required DisclosureLevel Level { get; init; }

    /// <summary>The people or the roles there; null when it was not said.</summary>
    public string? WhoMayBeTold { get; init; }

    /// <summary>By which way they may be told; null when it was not said.</summary>
    public string? How { get; init; }

    /// <summary>The agreed words.</summary>
    public string? Wording { get; init; }

    public string? Adjustments { get; init; }

    public ConsentGiven? ConsentGiven { get; init; }

    /// <summary>The day in London.</summary>
    public required DateOnly GivenOn { get; init; }

    /// <summary>The day on which to talk it through again.</summary>
    public DateOnly? RevisitOn { get; init; }

    /// <summary>First component of fidelity item 13: disclosing was no condition of service. Null, as below, when nobody said.</summary>
    public bool? NotACondition { get; init; }

    /// <summary>Second: what speaks for and against it was talked through.</summary>
    public bool? ProsAndCons { get; init; }

    /// <summary>Third: the exact words were agreed.</summary>
    public bool? WordingAgreed { get; init; }

    /// <summary>Fourth: the day on which it was last talked through again.</summary>
    public DateOnly? RevisitedOn { get; init; }

    public required Guid RecordedById { get; init; }

    public required DateTimeOffset RecordedAt { get; init; }

    /// <summary>The first day in London on which it holds no more.</summary>
    public DateOnly? EndedOn { get; init; }

    public PermissionEnd? EndedAs { get; init; }

    public Guid? EndedById { get; init; }

    public required int Version { get; init; }

    /// <summary>Whether anything may be said now.</summary>
    public bool IsLive => EndedOn is null && Level != DisclosureLevel.Nothing;

    /// <summary>How many of the four components of fidelity item 13 are recorded.</summary>
    public int Components =>
        (NotACondition == true ? 1 : 0) + (ProsAndCons == true ? 1 : 0) + (WordingAgreed == true ? 1 : 0) + (RevisitedOn is null ? 0 : 1);
}

public interface IDisclosureRecords
{
    Task<DisclosurePermission?> PermissionAsync(Guid id);

    /// <summary>The permission that holds for this client and employer, one that allows nothing included; null when none was recorded.</summary>
    Task<DisclosurePermission?> HoldingAsync(Guid clientId, Guid employerId);

    /// <summary>Everything that was recorded of the client's permissions, the latest first.</summary>
    Task<IReadOnlyList<DisclosurePermission>> OfClientAsync(Guid clientId);

    /// <summary>The team's clients, without closed ones, of whom the employer may be told something, by reference.</summary>
    Task<IReadOnlyList<LivePermission>> LiveAtAsync(Guid teamId, Guid employerId);

    /// <summary>Contacts that name the client where nothing may be said, the latest first.</summary>
    Task<IReadOnlyList<UnpermittedContact>> UnpermittedOfClientAsync(Guid clientId);

    /// <summary>The same of the specialist's own contacts with clients of a team, from a day on.</summary>
    Task<IReadOnlyList<UnpermittedContact>> UnpermittedOfSpecialistAsync(Guid specialistId, Guid teamId, DateOnly since);

    /// <summary>Adds the permission.</summary>
    /// <exception cref="DuplicateKeyException">One holds for this client and employer already.</exception>
    Task AddAsync(DisclosurePermission permission);

    /// <summary>Saves the permission when the stored version is <paramref name="expectedVersion"/>; tells whether it did.</summary>
    Task<bool> SaveAsync(DisclosurePermission permission, int expectedVersion);

    /// <summary>Removes the permission when the stored version is <paramref name="expectedVersion"/>; tells whether it did.</summary>
    Task<bool> RemoveAsync(Guid id, int expectedVersion);
}
