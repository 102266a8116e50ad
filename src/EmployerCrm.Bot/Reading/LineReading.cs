using EmployerCrm.Bot.Reading.Acts;
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

/// <summary>Somebody at the employer whom the line names. <paramref name="ContactId"/> is null for somebody who is not in the directory.</summary>
public sealed record PersonNamed(string Name, Guid? ContactId);

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

    // What follows stands beside the shared reading: it is no part of its JSON and changes none of its fields.

    /// <summary>What the line asks for that the fields above have no word for; goes before them where it can be followed.</summary>
    public Act? Act { get; init; }

    /// <summary>What it states of the contact: purpose, who was reached, whether the client was there. Nothing is inferred.</summary>
    public StatedFacts Said { get; init; } = StatedFacts.Nothing;

    /// <summary>False where neither a verb nor the day tells whether it has happened ("visit Two Rivers", "call with Jo 3pm").</summary>
    public bool TenseStated { get; init; } = true;

    /// <summary>Whether a day was said; else today was taken.</summary>
    public bool DateStated { get; init; }

    /// <summary>All client references named, the first of them in <see cref="Client"/>; as issued.</summary>
    public IReadOnlyList<string> Clients { get; init; } = [];

    /// <summary>All people named outside the next step, in the order of the line.</summary>
    public IReadOnlyList<PersonNamed> People { get; init; } = [];

    /// <summary>A person's name where a client reference belongs ("with client sarah jones"), as typed. Never to be kept.</summary>
    public string? NamedClient { get; init; }

    /// <summary>A business that was perhaps meant where the line names no employer for certain ("rang brewdog").</summary>
    public string? PossibleEmployer { get; init; }
}
