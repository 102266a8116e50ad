using EmployerCrm.Core.Employers;
using EmployerCrm.Core.Visits;

namespace EmployerCrm.Bot.Reading;

/// <summary>What a chat line asks for.</summary>
public enum Intent
{
    Unknown,
    LogVisit,
    PlanVisit,
    Due,
    Done,
    Snooze,
    Employer,
    MyWeek,
    Adjustments,
    JobStart,
    Undo,
    Help,
}

/// <summary>The part of the due list that was asked for.</summary>
public enum DueRange
{
    Today,
    Week,
    Overdue,
    All,
}

/// <summary>The one question a line leaves open; nothing is written until it is answered.</summary>
public enum ReadingQuestion
{
    Date,
    Client,
    Employer,
}

/// <summary>The follow-up a line promises. <paramref name="Due"/> is null when no day was said.</summary>
/// <param name="OtherDue">The other day that the words can mean ("next Friday").</param>
public sealed record NextStep(string Title, DateOnly? Due, DateOnly? OtherDue = null);

/// <summary>One chat line as understood. What was not said is null or empty.</summary>
public sealed record LineReading
{
    public required Intent Intent { get; init; }

    public Guid? EmployerId { get; init; }

    public string? Employer { get; init; }

    /// <summary>Several employers fit equally well; then <see cref="EmployerId"/> is null and the person chooses.</summary>
    public IReadOnlyList<DirectoryEmployer> Ambiguous { get; init; } = [];

    /// <summary>Employers named side by side ("Two Rivers and Friday's Café"), where the reading takes one; empty where the line names one.</summary>
    public IReadOnlyList<DirectoryEmployer> SideBySide { get; init; } = [];

    /// <summary>A name that is clearly not in the directory, as typed.</summary>
    public string? NewEmployer { get; init; }

    /// <summary>The nearest names for the question card when the name is new, unclear or missing; best first, at most five.</summary>
    public IReadOnlyList<DirectoryEmployer> ClosestEmployers { get; init; } = [];

    public Guid? ContactId { get; init; }

    public string? Contact { get; init; }

    /// <summary>Somebody who was met and is not in the directory, as typed.</summary>
    public string? NewContact { get; init; }

    public string? Client { get; init; }

    /// <summary>The day of the visit or of the job start, Europe/London.</summary>
    public DateOnly? Date { get; init; }

    /// <summary>The other day that the words can mean ("next Friday"); null where there is only one.</summary>
    public DateOnly? OtherDate { get; init; }

    public TimeOnly? Time { get; init; }

    public Channel? Channel { get; init; }

    public NextStep? Next { get; init; }

    public string? Notes { get; init; }

    /// <summary>The job title of a job start.</summary>
    public string? Title { get; init; }

    /// <summary>The number in the list last shown, for done and snooze.</summary>
    public int? Item { get; init; }

    /// <summary>The day a snooze lasts to.</summary>
    public DateOnly? Until { get; init; }

    public DueRange? Range { get; init; }

    /// <summary>Set when the line must not be acted on before one question is answered; the other fields hold what was understood.</summary>
    public ReadingQuestion? Ask { get; init; }
}
