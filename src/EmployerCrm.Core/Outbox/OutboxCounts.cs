namespace EmployerCrm.Core.Outbox;

/// <summary>How many rows of a kind are in a state.</summary>
public sealed record OutboxCount
{
    public required OutboxChannel Channel { get; init; }

    public required string Kind { get; init; }

    public required OutboxState State { get; init; }

    public required int Number { get; init; }

    /// <summary>Since when the oldest of them might have been sent.</summary>
    public required DateTimeOffset Oldest { get; init; }
}

/// <summary>Why rows wait that were tried before, and how many.</summary>
public sealed record OutboxCause
{
    public required string Reason { get; init; }

    public required int Number { get; init; }
}

/// <summary>A row that needs somebody's eye, as an admin sees it: no employer, no client.</summary>
public sealed record OutboxTrouble
{
    public required Guid Id { get; init; }

    public required OutboxChannel Channel { get; init; }

    public required string Kind { get; init; }

    public required OutboxState State { get; init; }

    public required string RecipientName { get; init; }

    public required string? Reason { get; init; }

    public required int Attempts { get; init; }

    public required DateTimeOffset NotBefore { get; init; }

    public required DateTimeOffset ExpiresAt { get; init; }

    public required DateTimeOffset EndedAt { get; init; }

    public required int Version { get; init; }
}

/// <summary>A channel that somebody stopped: nothing leaves through it until somebody lets it run again.</summary>
public sealed record OutboxStop
{
    public required OutboxChannel Channel { get; init; }

    public required DateTimeOffset StoppedAt { get; init; }

    public required Guid StoppedById { get; init; }

    public required string StoppedByName { get; init; }
}

/// <summary>What there is to do.</summary>
/// <param name="Due">A row may be claimed.</param>
/// <param name="Expired">A row's time is over.</param>
/// <param name="Lost">A row was being sent by a node that did not come back.</param>
/// <param name="Stopped">Nothing may leave.</param>
public sealed record OutboxNeeds(bool Due, bool Expired, bool Lost, bool Stopped);
