namespace EmployerCrm.Core.Jobs;

public enum JobRunState
{
    /// <summary>An admin asked for it, or its node stopped: whoever looks next takes it.</summary>
    Waiting,
    Running,

    /// <summary>It failed and is made again.</summary>
    Retrying,
    Done,

    /// <summary>It failed, and is not made again: the next moment is.</summary>
    Failed,

    /// <summary>It was left unfinished until a later moment came, which does its work too.</summary>
    Superseded,
}

/// <summary>One run of a job, for one moment. That there is one row for a moment is what makes it run once on several nodes.</summary>
public sealed record JobRun
{
    public required Guid Id { get; init; }

    public required string Job { get; init; }

    /// <summary>The moment it is for, UTC.</summary>
    public required DateTimeOffset DueAt { get; init; }

    public required JobRunState State { get; init; }

    /// <summary>The token under which it was taken last; any other while nobody has taken it.</summary>
    public required Guid Lease { get; init; }

    /// <summary>Until when nobody else takes it, unless it has ended.</summary>
    public required DateTimeOffset LeaseUntil { get; init; }

    public required int Attempts { get; init; }

    /// <summary>When its latest attempt began; before the first, when it was asked for.</summary>
    public required DateTimeOffset StartedAt { get; init; }

    public DateTimeOffset? EndedAt { get; init; }

    public int FoundCount { get; init; }

    public int DoneCount { get; init; }

    /// <summary>Why the latest attempt failed: the name of a type, nothing else.</summary>
    public string? Failure { get; init; }

    /// <summary>The number under which the failure stands in the log.</summary>
    public string? Reference { get; init; }

    /// <summary>The admin who asked for it; null for one that the clock asked for.</summary>
    public Guid? AskedById { get; init; }

    public bool HasEnded => EndedAt is not null;

    /// <summary>How long the latest attempt took; null while it runs.</summary>
    public TimeSpan? Duration => EndedAt - StartedAt;

    /// <summary>Whether somebody may take it: nobody has it, or a clock that has since been set back says that somebody has.</summary>
    public bool IsFreeAt(DateTimeOffset now) => (!HasEnded && LeaseUntil <= now) || IsAheadOf(now);

    /// <summary>Whether it was run by a clock that has since been set back, so that it tells nothing about the present.</summary>
    public bool IsAheadOf(DateTimeOffset now) => StartedAt > now + Skew;

    /// <summary>By how much the clocks of two nodes may differ.</summary>
    public static readonly TimeSpan Skew = TimeSpan.FromMinutes(5);
}

/// <summary>A job whose moments pass without a run until somebody lets it go on.</summary>
public sealed record JobPause
{
    public required Guid Id { get; init; }

    public required string Job { get; init; }

    public required DateTimeOffset PausedAt { get; init; }

    /// <summary>Null for the system itself.</summary>
    public Guid? PausedById { get; init; }
}
