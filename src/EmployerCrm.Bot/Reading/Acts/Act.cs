using EmployerCrm.Core.Employers;
using EmployerCrm.Core.Visits;

namespace EmployerCrm.Bot.Reading.Acts;

/// <summary>
/// What a line asks for that the shared reading has no word for. It stands beside that reading and goes before it; where it cannot be followed (no such visit is planned)
/// the reading still holds.
/// </summary>
/// <param name="Employers">The employer it is about: none, one, or several that fit equally.</param>
public abstract record Act(IReadOnlyList<DirectoryEmployer> Employers)
{
    /// <summary>The client references it names, as issued.</summary>
    public IReadOnlyList<string> Clients { get; init; } = [];

    /// <summary>What a line goes on to tell, as typed, where it is not read yet: of a job that ended, or of a visit whose employer it does not name.</summary>
    public string? More { get; init; }

    /// <summary>Something stands where a client belongs that is no reference of the list: to be asked about.</summary>
    public bool IsClientDoubtful { get; init; }
}

/// <summary>A planned visit took place: "two rivers happened", "yes, the Two Rivers one went ahead".</summary>
/// <param name="On">The day it was on; null when none was said.</param>
/// <param name="Told">What the line goes on to tell, read as a visit to the same employer; null when it tells nothing more.</param>
public sealed record Happened(IReadOnlyList<DirectoryEmployer> Employers, DateOnly? On, TimeOnly? At, LineReading? Told) : Act(Employers)
{
    /// <summary>Told of a visit that need not have been planned ("went well", "left a card"): where none was, it is a contact like any other.</summary>
    public bool NeedNotBePlanned { get; init; }
}

/// <summary>A planned visit did not or will not take place.</summary>
/// <param name="Told">What the line goes on to tell: why, and perhaps a next step; null when it tells nothing more.</param>
public sealed record Cancelled(IReadOnlyList<DirectoryEmployer> Employers, DateOnly? On, TimeOnly? At, LineReading? Told) : Act(Employers);

/// <summary>A planned visit is to be on another day or at another time.</summary>
/// <param name="From">The day it was planned for; null when not said.</param>
/// <param name="To">Null with <paramref name="At"/> when it was only put off: to be asked.</param>
/// <param name="OtherTo">The other day that the words can mean ("next Friday").</param>
/// <param name="Told">What the line goes on to tell; null when it tells nothing more.</param>
public sealed record Moved(IReadOnlyList<DirectoryEmployer> Employers, DateOnly? From, DateOnly? To, TimeOnly? At, DateOnly? OtherTo, LineReading? Told) : Act(Employers);

/// <summary>Something to be reminded of, without a visit.</summary>
/// <param name="Title">As typed, without the day and the time of day.</param>
public sealed record Reminder(IReadOnlyList<DirectoryEmployer> Employers, string Title, DateOnly? Due, TimeOnly? At, DateOnly? OtherDue = null) : Act(Employers);

/// <summary>The specialist was, or will be, in touch with clients; no employer was contacted.</summary>
/// <param name="On">Null when no day was named that can be taken ("last week").</param>
/// <param name="AtWork">Seen at the client's place of work.</param>
/// <param name="IsPlanned">Still to come.</param>
/// <param name="IsMissed">Tried, or arranged, but the client was not reached or did not come.</param>
public sealed record ClientContacted(DateOnly? On, Channel Way, bool AtWork, bool IsPlanned, bool IsMissed) : Act([]);

/// <summary>A client's job is over, or about to be.</summary>
/// <param name="On">Null when no day was said; a day to come where somebody is leaving.</param>
public sealed record JobEnded(IReadOnlyList<DirectoryEmployer> Employers, DateOnly? On) : Act(Employers);

/// <summary>A reference is wanted for somebody new.</summary>
/// <param name="Programme">What follows, as typed: a programme by its name, or anything else. Not to be kept before it is found in the list of programmes.</param>
public sealed record NewClientWanted(string? Programme) : Act([]);

/// <summary>The list of clients is asked for.</summary>
public sealed record ClientsAsked() : Act([]);

/// <summary>A client is to be closed, or stepped down.</summary>
public sealed record ClientClosed(bool SteppedDown) : Act([]);

/// <summary>The last contact once more, perhaps elsewhere or on another day.</summary>
/// <param name="Told">What the line goes on to tell, read as a visit; null when it tells nothing more.</param>
public sealed record SameAgain(IReadOnlyList<DirectoryEmployer> Employers, DateOnly? On, TimeOnly? At, LineReading? Told) : Act(Employers);

/// <summary>Something is asked about what is stored.</summary>
/// <param name="On">The day asked about, or the first day of the time asked about.</param>
public sealed record Asked(IReadOnlyList<DirectoryEmployer> Employers, AskedFor For, DateOnly? On) : Act(Employers)
{
    /// <summary>The last day asked about, where it is a stretch of days.</summary>
    public DateOnly? Until { get; init; }
}

/// <summary>What can be asked.</summary>
public enum AskedFor
{
    /// <summary>What is planned and owed on a day.</summary>
    Day,

    /// <summary>How many contacts there were.</summary>
    HowMany,

    /// <summary>Which employers were not contacted since a day.</summary>
    NotSeen,

    /// <summary>When an employer or client was last contacted.</summary>
    LastSeen,

    /// <summary>When the next visit to an employer is.</summary>
    NextVisit,

    /// <summary>What is owed to an employer or for a client.</summary>
    Owed,
}

/// <summary>A client lets an employer know of the support, or no longer does.</summary>
public sealed record PermissionGiven(IReadOnlyList<DirectoryEmployer> Employers, bool IsWithdrawn = false) : Act(Employers);

/// <summary>A job that goes on begins on another day, or has another title or other hours.</summary>
/// <param name="StartsOn">The first day as it is now; null when none was said.</param>
public sealed record JobChanged(IReadOnlyList<DirectoryEmployer> Employers, DateOnly? StartsOn) : Act(Employers)
{
    /// <summary>Whether it is the first day that changed.</summary>
    public bool IsStart { get; init; }

    /// <summary>From when the title or the hours are others; null when no day was said.</summary>
    public DateOnly? From { get; init; }

    public string? JobTitle { get; init; }

    public int? MinutesAWeek { get; init; }

    /// <summary>Whether something changed, and was not only left unsaid so far.</summary>
    public bool IsChange { get; init; }
}
