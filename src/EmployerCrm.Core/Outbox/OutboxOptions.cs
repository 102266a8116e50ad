namespace EmployerCrm.Core.Outbox;

/// <summary>How the outbox is emptied.</summary>
public sealed record OutboxOptions
{
    /// <summary>How many messages a second this node hands to Teams at most; zero for no limit. Teams takes 50 from an app, answers included.</summary>
    public double TeamsPerSecond { get; init; } = 30;

    /// <summary>How many rows are on their way at the same time, so that a slow conversation delays no other.</summary>
    public int AtOnce { get; init; } = 16;

    /// <summary>How many rows one claim takes.</summary>
    public int Claimed { get; init; } = 64;

    /// <summary>How often the store is asked what is due, and so how soon a stopped channel stands still.</summary>
    public TimeSpan Pause { get; init; } = TimeSpan.FromSeconds(3);

    /// <summary>The longest that either lease may be.</summary>
    public static readonly TimeSpan LongestLease = TimeSpan.FromMinutes(10);

    /// <summary>A lease that ends later than this from now was given by a clock that has since been set back, or that is wrong: nobody waits for its end.</summary>
    public static readonly TimeSpan FarAhead = LongestLease + TimeSpan.FromMinutes(5);

    /// <summary>How long a claimed row is kept for its node. It is no promise: who takes longer finds out before the send.</summary>
    public TimeSpan ClaimLease { get; init; } = TimeSpan.FromMinutes(1);

    /// <summary>How long a send may take; after it the row is in doubt.</summary>
    public TimeSpan SendLease { get; init; } = TimeSpan.FromMinutes(2);

    public TimeSpan FirstPause { get; init; } = TimeSpan.FromSeconds(5);

    public TimeSpan LongestPause { get; init; } = TimeSpan.FromMinutes(15);

    /// <summary>After so many failures in a row, with no success between, the channel is left alone for a while.</summary>
    public int FailuresInARow { get; init; } = 8;

    /// <summary>How often something is tried that fails here and not at the channel.</summary>
    public int MostFaults { get; init; } = 10;

    /// <summary>How long it is known what became of a row.</summary>
    public TimeSpan Kept { get; init; } = TimeSpan.FromDays(60);

    public double PerSecond(OutboxChannel channel) => channel switch
    {
        OutboxChannel.Teams => TeamsPerSecond,
        _ => throw new ArgumentOutOfRangeException(nameof(channel), channel, "No rate is set for it."),
    };
}
