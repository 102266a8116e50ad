namespace EmployerCrm.Core.Outbox;

/// <summary>Through what something leaves the service.</summary>
public enum OutboxChannel
{
    Teams,
}

public enum OutboxState
{
    Waiting,

    /// <summary>A node is about to hand it to the channel, or has. Found so after its lease it is in doubt, and nobody sends it again.</summary>
    Sending,

    Sent,

    /// <summary>The channel will not take it; an admin may have it tried again.</summary>
    Dead,

    /// <summary>The reason to send it has gone, or nothing was left to say.</summary>
    Cancelled,

    /// <summary>Its time passed before it could be sent.</summary>
    Expired,

    /// <summary>Nobody knows whether it arrived. It is not sent again unasked.</summary>
    InDoubt,
}

/// <summary>Something to be sent to a person of the service: its kind and ids, never rendered text.</summary>
public sealed record OutboxRow
{
    public required Guid Id { get; init; }

    public required OutboxChannel Channel { get; init; }

    /// <summary>What is to be said; one of <see cref="OutboxKinds"/>.</summary>
    public required string Kind { get; init; }

    /// <summary>The specialist, lead or admin it goes to.</summary>
    public required Guid RecipientId { get; init; }

    public Guid? TeamId { get; init; }

    /// <summary>The visit or follow-up it is about, where it is about one.</summary>
    public Guid? SubjectId { get; init; }

    public Guid? ClientId { get; init; }

    public Guid? EmployerId { get; init; }

    /// <summary>The day it speaks of.</summary>
    public DateOnly? ForDay { get; init; }

    /// <summary>The same for everything that must be sent once only, for example <c>digest:{person}:{yyyy-MM-dd}</c>; at most 200 characters.</summary>
    public required string IdempotencyKey { get; init; }

    public required DateTimeOffset CreatedAt { get; init; }

    /// <summary>It is not sent before this instant; a failed attempt moves it on.</summary>
    public required DateTimeOffset NotBefore { get; init; }

    /// <summary>It is not sent from this instant on.</summary>
    public required DateTimeOffset ExpiresAt { get; init; }

    public OutboxState State { get; init; } = OutboxState.Waiting;

    /// <summary>How often a node took it to send it.</summary>
    public int Attempts { get; init; }

    /// <summary>Who holds it: made anew for each claim.</summary>
    public Guid? Lease { get; init; }

    public DateTimeOffset? LeaseUntil { get; init; }

    /// <summary>Why it ended, or why the last attempt failed: a short code, nothing personal.</summary>
    public string? Reason { get; init; }

    public DateTimeOffset? EndedAt { get; init; }

    public int Version { get; init; } = 1;
}
