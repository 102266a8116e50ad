namespace EmployerCrm.Core.Outbox;

/// <summary>Which rows lose their reason to be sent.</summary>
public abstract record Unsent
{
    /// <summary>About this visit or follow-up; of one kind, or of all.</summary>
    public sealed record OfSubject(Guid SubjectId, string? Kind = null) : Unsent;

    public sealed record OfEmployer(Guid EmployerId) : Unsent;

    public sealed record OfClient(Guid ClientId) : Unsent;

    /// <summary>About this client at this employer.</summary>
    public sealed record OfClientAt(Guid ClientId, Guid EmployerId) : Unsent;

    public sealed record OfRecipient(Guid RecipientId) : Unsent;
}
