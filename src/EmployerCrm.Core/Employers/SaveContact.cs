using EmployerCrm.Core.Employers.Fields;
using EmployerCrm.Core.Privacy;
using EmployerCrm.Core.Visits;

namespace EmployerCrm.Core.Employers;

/// <summary>A contact as a form or a pasted signature tells of them: texts as typed, to be checked.</summary>
public sealed record ContactDetails
{
    public string? Name { get; init; }

    public string? Role { get; init; }

    public string? Email { get; init; }

    /// <summary>As typed, with its extension: "0113 496 0123 ext 12".</summary>
    public string? Phone { get; init; }

    public Channel? PreferredChannel { get; init; }

    public string? BestTime { get; init; }

    public LawfulBasis? LawfulBasis { get; init; }

    public DateOnly? ToldOn { get; init; }

    /// <summary>Assumed to be today when only the scope is given.</summary>
    public DateOnly? ObjectedOn { get; init; }

    public ObjectionScope? ObjectionScope { get; init; }

    public DateOnly? LeftOn { get; init; }

    /// <summary>The contact as a form shows them before anything is changed.</summary>
    public static ContactDetails Of(Contact contact)
    {
        ArgumentNullException.ThrowIfNull(contact);
        return new ContactDetails
        {
            Name = contact.Name, Role = contact.Role, Email = contact.Email, Phone = contact.WholePhone, PreferredChannel = contact.PreferredChannel, BestTime = contact.BestTime,
            LawfulBasis = contact.LawfulBasis, ToldOn = contact.ToldOn, ObjectedOn = contact.ObjectedOn, ObjectionScope = contact.ObjectionScope, LeftOn = contact.LeftOn,
        };
    }
}

/// <summary>A contact to add to an employer.</summary>
public sealed record AddContact
{
    /// <summary>The key of the contact, where a form has one before it is saved: the same one is saved once.</summary>
    public Guid? Id { get; init; }

    public required Guid EmployerId { get; init; }

    public required ContactDetails Details { get; init; }

    public Guid? DraftId { get; init; }

    public GuardDecision? Guard { get; init; }
}

/// <summary>A contact to change: every field as it is to be.</summary>
public sealed record ChangeContact
{
    public required Guid ContactId { get; init; }

    public required int ExpectedVersion { get; init; }

    public required ContactDetails Details { get; init; }

    public GuardDecision? Guard { get; init; }
}

/// <summary>A contact that was added or changed.</summary>
public sealed record ContactSaved(Contact Contact, Employer Employer, IReadOnlyList<FieldRepair> Repairs, Guid? UndoId);
