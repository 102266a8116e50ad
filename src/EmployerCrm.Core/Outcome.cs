using EmployerCrm.Core.Employers.Fields;
using EmployerCrm.Core.Privacy;

namespace EmployerCrm.Core;

/// <summary>Why a use case did not do what it was asked. Each has a sentence for the person in the resource files of what shows it.</summary>
public enum RefusalReason
{
    NotAllowed,
    NotFound,
    FutureDate,
    TooLongAgo,
    TextTooLong,
    NameMissing,
    TitleMissing,

    /// <summary>What a person decides against the evidence needs their words.</summary>
    ReasonMissing,

    /// <summary>Not a level from 1 to 5.</summary>
    LevelUnknown,

    /// <summary>A time of day without its day.</summary>
    DateMissing,
    ClientUnknown,

    /// <summary>Not one of the service's programmes; the refusal holds them.</summary>
    ProgrammeUnknown,

    /// <summary>Not one of the service's job types; the refusal holds them.</summary>
    JobTypeUnknown,

    /// <summary>A day too far from today to be meant.</summary>
    DayUnlikely,

    /// <summary>Every reference has been issued.</summary>
    NoReferenceLeft,

    /// <summary>More at once than one turn takes.</summary>
    TooManyAtOnce,

    /// <summary>The client's record is closed.</summary>
    ClientClosed,

    /// <summary>Only somebody who is in work can step down.</summary>
    NotInWork,

    /// <summary>No job is recorded that could have ended.</summary>
    NoJobToEnd,
    EndBeforeStart,
    DateInThePast,
    TooFarAhead,
    ChangedMeanwhile,
    NothingToUndo,
    AlreadyUndone,

    /// <summary>The guard on free text found something, and its author has not said yet whether to keep it.</summary>
    FreeTextNeedsAnswer,

    /// <summary>The visit has happened, or was cancelled, already.</summary>
    NotPlanned,

    /// <summary>The line was recorded or given up already.</summary>
    LineFinished,

    /// <summary>A person with that object id is there; the refusal names them.</summary>
    PersonThereAlready,

    /// <summary>Not what an object id looks like.</summary>
    ObjectIdUnlikely,

    /// <summary>More, or fewer, employer contacts a week than anybody makes.</summary>
    TargetUnlikely,
    TeamUnknown,

    /// <summary>A team of that name is there; the refusal holds it.</summary>
    TeamThereAlready,

    /// <summary>The person has left already.</summary>
    LeftAlready,

    /// <summary>A colleague of the same team has to be named who takes over.</summary>
    NobodyToTakeOver,

    /// <summary>Without this admin nobody could let others in.</summary>
    LastAdmin,

    /// <summary>The service has people already.</summary>
    SetUpAlready,

    /// <summary>Fields of a form cannot be kept as typed; the refusal says which and why.</summary>
    FieldsWrong,

    /// <summary>The team has that opening already, and it is live; the refusal names it.</summary>
    OpeningKnown,

    /// <summary>Somebody of that name is at the employer already.</summary>
    ContactKnown,

    /// <summary>The employer is looked after by another team, which the refusal names.</summary>
    OfAnotherTeam,

    /// <summary>A job of the client at that employer from that day is recorded already.</summary>
    JobKnown,

    /// <summary>No hours a week, or more than a week of work has.</summary>
    HoursUnlikely,

    /// <summary>It was put off as often as may be; the refusal holds how often.</summary>
    SnoozedTooOften,

    /// <summary>No disclosure permission holds for the client and the employer.</summary>
    NoPermission,

    /// <summary>The digest would come in the quiet hours, which the refusal holds.</summary>
    DigestInQuietHours,

    /// <summary>Nobody works on no day.</summary>
    NoWorkingDay,

    /// <summary>Not a language that the service writes.</summary>
    LanguageUnknown,
    TimeZoneUnknown,

    /// <summary>Leave whose last day is over.</summary>
    LeaveInThePast,

    /// <summary>The last day of leave lies before its first.</summary>
    LeaveEndsFirst,
    LeaveTooLong,

    /// <summary>The person is away on some of those days already; the refusal holds which.</summary>
    LeaveOverlaps,

    /// <summary>Nobody of the person's team who could cover.</summary>
    CoverUnknown,

    /// <summary>Who should cover is away on some of those days; the refusal names them and holds which.</summary>
    CoverAway,

    /// <summary>The person is not away.</summary>
    NotAway,

    /// <summary>The schedule owes nothing, or cannot be followed; the refusal holds the faults.</summary>
    ScheduleFaulty,
}

/// <summary>An expected refusal: a value, never an exception.</summary>
/// <param name="Reason">Why.</param>
/// <param name="By">The colleague whose change came first, where there is one.</param>
/// <param name="At">When that was, UTC.</param>
public sealed record Refusal(RefusalReason Reason, string? By = null, DateTimeOffset? At = null)
{
    /// <summary>What it is about, or what may be chosen instead, as people write it.</summary>
    public IReadOnlyList<string> Names { get; init; } = [];

    /// <summary>What the colleague changed, by the names of the audit: on, at, purpose, … Empty where that is not known.</summary>
    public IReadOnlyList<string> Fields { get; init; } = [];

    /// <summary>For what is refused because of other days: the first and the last of them.</summary>
    public (DateOnly From, DateOnly To)? Days { get; init; }

    /// <summary>For <see cref="RefusalReason.FieldsWrong"/> what is wrong with which field.</summary>
    public IReadOnlyList<FieldProblem> Problems { get; init; } = [];

    /// <summary>For <see cref="RefusalReason.FreeTextNeedsAnswer"/> what was found: for the question to its author, and for nothing else.</summary>
    public CheckedTexts? FreeText { get; init; }
}

/// <summary>What any use case came to, where only a refusal matters.</summary>
public interface IOutcome
{
    Refusal? Refusal { get; }
}

/// <summary>What a use case came to: a value, or a refusal.</summary>
public sealed record Outcome<T> : IOutcome
    where T : class
{
    private Outcome(T? value, Refusal? refusal) => (Value, Refusal) = (value, refusal);

    public T? Value { get; }

    public Refusal? Refusal { get; }

    public static implicit operator Outcome<T>(T value) => new(value, null);

    public static implicit operator Outcome<T>(Refusal refusal) => new(null, refusal);

    public static implicit operator Outcome<T>(RefusalReason reason) => new(null, new Refusal(reason));
}
