using EmployerCrm.Core.Disclosure;

namespace EmployerCrm.Core.Privacy;

/// <summary>
/// What an employer may be told of a client: made from a live disclosure permission and from nothing else. It carries no reference: an employer knows the
/// person, not the service's word for them.
/// </summary>
public sealed record PermittedMention
{
    private PermittedMention(DisclosurePermission permission)
    {
        PermissionId = permission.Id;
        EmployerId = permission.EmployerId;
        WhoMayBeTold = permission.WhoMayBeTold;
        Wording = permission.Level >= DisclosureLevel.AgreedWording ? permission.Wording : null;
        Adjustments = permission.Level >= DisclosureLevel.WordingAndAdjustments ? permission.Adjustments : null;
    }

    public Guid PermissionId { get; }

    /// <summary>The only employer it is for.</summary>
    public Guid EmployerId { get; }

    public string? WhoMayBeTold { get; }

    /// <summary>The agreed words; null where the permission is only that the service supports them.</summary>
    public string? Wording { get; }

    /// <summary>Null unless the permission is for them too.</summary>
    public string? Adjustments { get; }

    /// <summary>Null without a live permission.</summary>
    internal static PermittedMention? Of(DisclosurePermission? permission) => permission?.IsLive == true ? new PermittedMention(permission) : null;
}

/// <summary>
/// A text on its way to an employer: about nobody, or about a client as a live permission lets it be. Only <see cref="EmployerGate"/> makes one, so that
/// what is built from it cannot name a client otherwise.
/// </summary>
public sealed record EmployerMessage
{
    private EmployerMessage(Guid employerId, string text, PermittedMention? about) => (EmployerId, Text, About) = (employerId, text, about);

    public Guid EmployerId { get; }

    /// <summary>What a person or a template wrote; no client reference stands in it.</summary>
    public string Text { get; }

    /// <summary>Null for a message about nobody.</summary>
    public PermittedMention? About { get; }

    internal static EmployerMessage Of(Guid employerId, string text, PermittedMention? about) => new(employerId, text, about);
}
