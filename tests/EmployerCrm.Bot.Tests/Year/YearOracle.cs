namespace EmployerCrm.Bot.Tests.Year;

/// <summary>
/// What must reach whom, and when, written from the rules and from nothing of the service: an item due on a day off is shown on the working day before; one
/// due during leave before the leave, or, when it is urgent and somebody covers, to them on their last working day within the leave up to that day; what is
/// due or overdue is on every digest; no digest on a day off, none in quiet hours.
/// </summary>
internal sealed class YearOracle(IReadOnlyList<YearPerson> people)
{
    private const int DaysAskedBack = 7;
    private const int DaysOverdueBeforeLeave = 7;

    private readonly HashSet<(Guid Person, DateOnly Day)> _digests = [];
    private readonly HashSet<(Guid Person, DateOnly Week)> _wrapUps = [];
    private readonly HashSet<(Guid Visit, DateOnly Day)> _questions = [];

    /// <summary>Whether the digest of this day falls to this hour: its time has come, and it was not looked for before.</summary>
    public bool DigestFallsTo(YearPerson person, DateTimeOffset now)
    {
        var day = YearCalendar.DayOf(now);
        var wall = person.Wall(now);
        return person.IsHere(day) && person.WorksOn(day) && DateOnly.FromDateTime(wall) == day && TimeOnly.FromDateTime(wall) >= person.Settings.DigestAt && !person.IsQuiet(now)
            && _digests.Add((person.Id, day));
    }

    public bool WrapUpFallsTo(YearPerson person, DateTimeOffset now)
    {
        var day = YearCalendar.DayOf(now);
        var wall = person.Wall(now);
        return person.IsHere(day) && person.Settings.WrapUp && DateOnly.FromDateTime(wall) == day && wall.Hour * 60 + wall.Minute >= 15 * 60 + 30 && !person.IsQuiet(now)
            && person.LastWorked(YearCalendar.Monday(day), YearCalendar.Monday(day).AddDays(6)) == day && _wrapUps.Add((person.Id, YearCalendar.Monday(day)));
    }

    /// <summary>Visits of which the person must be asked in this hour whether they happened: on a working day, of the same day.</summary>
    public HashSet<Guid> QuestionsIn(DateTimeOffset now, IEnumerable<PlanRow> plans)
    {
        var wall = YearCalendar.LondonTime(now);
        var day = DateOnly.FromDateTime(wall);
        var asked = new HashSet<Guid>();
        foreach (var plan in plans.Where(plan => plan.On == day && wall >= (plan.At is { } at ? day.ToDateTime(at).AddMinutes(45) : day.ToDateTime(new TimeOnly(16, 0)))))
        {
            if (people.FirstOrDefault(person => person.Id == plan.SpecialistId) is { } person && person.IsHere(day) && person.WorksOn(day) && !person.IsQuiet(now) && _questions.Add((plan.Id, day)))
                asked.Add(plan.Id);
        }

        return asked;
    }

    /// <summary>What stands on the digest of a day.</summary>
    public HashSet<Guid> Digest(YearPerson person, DateOnly day, IReadOnlyCollection<OwedRow> owed) =>
    [
        .. owed.Where(item => item.OwnerId == person.Id && OwnIsShown(person, day, item)).Select(item => item.Id),
        .. people.Where(colleague => colleague.IsHere(day) && colleague.AwayOn(day)?.Cover == person)
            .SelectMany(colleague => owed.Where(item => item.OwnerId == colleague.Id && CoveredIsShown(person, colleague, day, item))).Select(item => item.Id),
    ];

    /// <summary>Whether the day has visits to say something about.</summary>
    public static bool HasPlans(YearPerson person, DateOnly day, IEnumerable<PlanRow> plans)
    {
        var next = day.AddDays(1);
        while (!person.WorksOn(next))
            next = next.AddDays(1);
        return plans.Any(plan => plan.SpecialistId == person.Id && plan.On >= day.AddDays(-DaysAskedBack) && plan.On < next);
    }

    private static bool OwnIsShown(YearPerson person, DateOnly day, OwedRow item)
    {
        if (item.DueOn <= day)
            return true;
        if (item.IsUrgent && person.AwayOn(item.DueOn) is { Cover: { } cover } leave && cover.IsHere(day) && cover.LastWorked(leave.From, item.DueOn) is not null)
            return false;
        // Nothing later is shown before its day, unless no working day is left until then.
        return person.LastWorked(day.AddDays(1), item.DueOn) is null;
    }

    private static bool CoveredIsShown(YearPerson cover, YearPerson away, DateOnly day, OwedRow item)
    {
        var leave = away.AwayOn(day)!;
        if (!item.IsUrgent || item.DueOn < leave.From.AddDays(-DaysOverdueBeforeLeave))
            return false;
        return item.DueOn <= day
            || (away.AwayOn(item.DueOn) is { } then && then.Cover == cover && cover.LastWorked(then.From, item.DueOn) is { } last && last <= day);
    }
}
