using EmployerCrm.Core.Employers.Fields;
using EmployerCrm.Core.Visits;

namespace EmployerCrm.Core.Employers;

/// <summary>A person at an employer. Personal data of theirs, never of a client.</summary>
public sealed record Contact
{
    public required Guid Id { get; init; }

    public required Guid EmployerId { get; init; }

    public required string Name { get; init; }

    public string? Role { get; init; }

    public string? Email { get; init; }

    /// <summary>In E.164: "+441134960123".</summary>
    public string? Phone { get; init; }

    /// <summary>Digits to dial after <see cref="Phone"/> answers.</summary>
    public string? PhoneExtension { get; init; }

    public Channel? PreferredChannel { get; init; }

    /// <summary>When to ring, in the person's words: "after 2, not Fridays".</summary>
    public string? BestTime { get; init; }

    public LawfulBasis? LawfulBasis { get; init; }

    /// <summary>The day on which the person was told that the service keeps their details.</summary>
    public DateOnly? ToldOn { get; init; }

    /// <summary>Since when the person does not want to be approached.</summary>
    public DateOnly? ObjectedOn { get; init; }

    /// <summary>What the objection is to; null without one.</summary>
    public ObjectionScope? ObjectionScope { get; init; }

    /// <summary>The last day the person worked there; null while they do.</summary>
    public DateOnly? LeftOn { get; init; }

    public required int Version { get; init; }

    /// <summary>The number as people write it, with its extension; null without one.</summary>
    public string? WholePhone => Phone is null ? null : new PhoneNumber(Phone, PhoneExtension).ToString();

    /// <summary>Whether nobody is to approach the person, on any channel.</summary>
    public bool IsNotToBeApproached => ObjectionScope == Employers.ObjectionScope.AllChannels;
}

/// <summary>On what basis in law the service keeps a person's details.</summary>
public enum LawfulBasis
{
    PublicTask,
    LegitimateInterests,
    Consent,
}

/// <summary>What a person who objected wants no more of.</summary>
public enum ObjectionScope
{
    /// <summary>Nobody approaches the person, visits included.</summary>
    AllChannels,

    /// <summary>Visits are fine.</summary>
    NoEmail,
}
