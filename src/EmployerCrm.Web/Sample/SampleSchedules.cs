using EmployerCrm.Core.Calendar;
using EmployerCrm.Core.Clients;
using EmployerCrm.Core.Disclosure;
using EmployerCrm.Core.FollowUps;
using EmployerCrm.Core.People;
using EmployerCrm.Core.Placements;
using EmployerCrm.Core.Schedules;

namespace EmployerCrm.Web.Sample;

/// <summary>
/// What in-work support owed for every job: done on the right days in the past, and open as the service would owe it today. A few of the latest are overdue,
/// and one or two in each team for so long that its lead is told.
/// </summary>
internal sealed class SampleSchedules(SampleSource source, SamplePeople people)
{
    private const double Late = 0.3;
    private const double Early = 0.3;
    private const int ShortLate = 6;
    private const int LongLate = 12;
    private const int LongestLate = 45;
    private const int MostLongLate = 2;

    private readonly TeamCalendar _calendar = new(BankHolidays.ByRule, Nation.EnglandAndWales);
    private readonly Dictionary<Guid, int> _longLate = [];

    public IEnumerable<FollowUp> Of(Placement placement, Client client, DisclosurePermission? permission)
    {
        var plan = new SchedulePlan(Template(client), _calendar);
        foreach (var step in plan.Steps(ScheduleAnchor.JobStart).Where(step => !step.NeedsPermission || permission is not null))
        {
            foreach (var row in Of(plan, step, placement, client, permission))
                yield return row;
        }

        if (placement.EndHeardOn is not { } heardOn)
            yield break;
        foreach (var row in plan.Steps(ScheduleAnchor.JobLossHeard).SelectMany(step => Rows(plan.Times(step, heardOn), step, placement, client, heardOn, source.OfficeHours(heardOn), DateOnly.MaxValue, late: null)))
            yield return row;
    }

    private static ScheduleTemplate Template(Client client)
    {
        var name = ClientLists.Default.Of(client.Programme).Schedule;
        return ScheduleTemplate.Shipped.First(template => template.Name == name);
    }

    private IEnumerable<FollowUp> Of(SchedulePlan plan, ScheduleStep step, Placement placement, Client client, DisclosurePermission? permission)
    {
        var owedFrom = DateOnly.FromDateTime(LondonClock.ToLocal(placement.RecordedAt));
        if (step.NeedsPermission && permission!.GivenOn > owedFrom)
            owedFrom = permission.GivenOn;
        var until = client.Status is ClientStatus.SteppedDown ? client.SteppedDownOn!.Value : placement.EndsOn ?? DateOnly.MaxValue;
        var goesOn = until == DateOnly.MaxValue;
        var late = goesOn && IsLongLate(step, placement) ? (LongLate, LongestLate) : goesOn && step.IsEndless && !step.NeedsPermission && source.Chance(Late) ? (1, ShortLate) : ((int, int)?)null;
        return Rows(plan.Times(step, placement.StartsOn).SkipWhile(time => time.Due < owedFrom), step, placement, client, placement.StartsOn, placement.RecordedAt, until, late);
    }

    private bool IsLongLate(ScheduleStep step, Placement placement)
    {
        // Not on the desk that a newcomer sits down at: there the oldest debt is a promise.
        if (step.Key != "monthly" || placement.SpecialistId == people.Alex.Id || placement.StartsOn > source.Today.AddMonths(-4) || _longLate.GetValueOrDefault(placement.TeamId) == MostLongLate)
            return false;
        _longLate[placement.TeamId] = _longLate.GetValueOrDefault(placement.TeamId) + 1;
        return true;
    }

    /// <summary>The times of a step as rows, up to the one that is open: of what has no end there is one.</summary>
    /// <param name="until">The first day without support or job.</param>
    /// <param name="late">Null, or for how many days at least and at most the last that was due is still to be done.</param>
    private IEnumerable<FollowUp> Rows(
        IEnumerable<PlannedStep> times, ScheduleStep step, Placement placement, Client client, DateOnly anchor, DateTimeOffset createdAt, DateOnly until, (int Least, int Most)? late)
    {
        using var coming = times.TakeWhile(time => time.Opens < until).GetEnumerator();
        var isThere = coming.MoveNext();
        while (isThere)
        {
            var time = coming.Current;
            isThere = coming.MoveNext();
            var isOver = until <= source.Today && !isThere && time.Due >= until;
            // The last one that has been due for long enough is left undone by whoever is late.
            var isLeft = late is var (least, most) && time.Due.AddDays(least) <= source.Today && time.Due.AddDays(most) >= source.Today && (!isThere || coming.Current.Due.AddDays(least) > source.Today);
            var row = Row(step, time, placement, client, anchor, createdAt);
            row = isOver ? row with { State = FollowUpState.Cancelled, DoneAt = At(until, createdAt), DoneById = client.OwnerId, Version = 2 } : isLeft ? row : DoneInTime(row, time);
            if (row.State == FollowUpState.Open && row.DueOn < source.Today && !isLeft)
                continue;
            yield return row;
            if (row is { State: FollowUpState.Done, DoneAt: { } doneAt })
                createdAt = doneAt;
            else if (step.IsEndless)
                yield break;
        }
    }

    private FollowUp DoneInTime(FollowUp row, PlannedStep time)
    {
        var may = time.Due < source.Today || (time.Opens < source.Today && source.Chance(Early));
        return may && DoneOn(time, row.CreatedAt, time.Due < source.Yesterday ? time.Due : source.Yesterday) is { } on
            ? row with { State = FollowUpState.Done, DoneAt = Later(source.OfficeHours(on), row.CreatedAt), DoneById = row.OwnerId, Version = 2 }
            : row;
    }

    private DateOnly? DoneOn(PlannedStep time, DateTimeOffset createdAt, DateOnly by)
    {
        var from = DateOnly.FromDateTime(LondonClock.ToLocal(createdAt));
        if (time.Opens > from)
            from = time.Opens;
        return from > by ? null : _calendar.LastWithin(from, source.DayBetween(from, by)) ?? _calendar.LastWithin(from, by);
    }

    private static DateTimeOffset At(DateOnly day, DateTimeOffset notBefore) => Later(LondonClock.ToInstant(day.ToDateTime(new TimeOnly(12, 0))), notBefore);

    private static DateTimeOffset Later(DateTimeOffset at, DateTimeOffset than) => at > than ? at : than.AddMinutes(20);

    private FollowUp Row(ScheduleStep step, PlannedStep time, Placement placement, Client client, DateOnly anchor, DateTimeOffset createdAt) => new()
    {
        Id = source.NewId(createdAt), EmployerId = step.NeedsPermission ? placement.EmployerId : null, ClientId = client.Id, OwnerId = client.OwnerId, TeamId = client.TeamId, Title = step.Title,
        DueOn = time.Due, State = FollowUpState.Open, CreatedAt = createdAt, PlacementId = placement.Id, StepKey = step.Key, AnchoredOn = anchor, Occurrence = time.Occurrence, OpensOn = time.Opens,
        InPerson = step.InPerson, Version = 1,
        Kind = step.Kind switch
        {
            StepKind.EmployerCheckIn => FollowUpKind.EmployerCheckIn,
            StepKind.CareTeamUpdate => FollowUpKind.CareTeamUpdate,
            _ => FollowUpKind.ClientContact,
        },
    };
}
