using EmployerCrm.Core.Calendar;
using EmployerCrm.Core.Conversations;
using EmployerCrm.Core.Fidelity;
using EmployerCrm.Core.People;
using EmployerCrm.Core.Schedules;
using EmployerCrm.Core.Visits;

namespace EmployerCrm.Core.Digest;

/// <summary>A digest as it is to be shown.</summary>
/// <param name="AllClear">Whether the person wants to hear that nothing is due.</param>
public sealed record DigestShown(DigestContents Contents, bool AllClear)
{
    /// <summary>Whether there is anything to say unasked.</summary>
    public bool IsWorthSaying => AllClear || !Contents.IsEmpty;

    /// <summary>What the numbers on it mean, to be remembered once it has been seen.</summary>
    public ShownList Numbers(Guid specialistId, DateTimeOffset now) => new()
    {
        SpecialistId = specialistId, ShownAt = now, ItemIds = string.Join(',', Contents.Items.Select(item => item.FollowUp.Id)),
    };
}

/// <summary>The morning digest of one person. Its numbers are remembered, so that "done 2" means the second item seen.</summary>
public sealed class Digests(ICrmStore store, LondonClock clock, ScheduleBook book, FidelityOptions fidelity)
{
    /// <summary>A plan of longer ago is asked about in the week only.</summary>
    private const int DaysAskedBack = 7;

    /// <summary>The digest as it is now, for the person who opened or asked for it.</summary>
    public Task<Outcome<DigestShown>> ShowAsync(Actor actor, Alongside<Outcome<DigestShown>>? also, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(actor);
        var now = clock.Now;
        return store.WriteAsync(session => NowAsync(session, actor, now), also, cancellationToken);
    }

    /// <summary>As above, in the transaction of something else.</summary>
    public async Task<Outcome<DigestShown>> NowAsync(ICrmSession session, Actor actor, DateTimeOffset now)
    {
        ArgumentNullException.ThrowIfNull(session);
        ArgumentNullException.ThrowIfNull(actor);
        if (actor is not { SpecialistId: { } id, Role: Role.Specialist or Role.TeamLead } || await session.People.SpecialistAsync(id) is not { } person)
            return RefusalReason.NotAllowed;
        var shown = await OfAsync(session, person, DateOnly.FromDateTime(LondonClock.ToLocal(now)));
        await session.Conversations.SaveAsync(shown.Numbers(id, now));
        return shown;
    }

    /// <summary>The digest of the day for delivery; null where there is nothing to say, or the day is not today.</summary>
    public async Task<DigestShown?> ForDeliveryAsync(Specialist person, DateOnly day, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(person);
        if (day != clock.Today)
            return null;
        var shown = await store.ReadAsync(session => OfAsync(session, person, day), cancellationToken);
        return shown.IsWorthSaying ? shown : null;
    }

    private async Task<DigestShown> OfAsync(ICrmSession session, Specialist person, DateOnly day)
    {
        var settings = await session.Settings.OfAsync(person.Id);
        var leave = await session.Settings.LeaveAsync(person.Id, day);
        var days = new PersonDays(await book.CalendarAsync(session, person.TeamId), settings, leave);
        var last = DigestContents.LastShown(days, day);
        var covers = await CoversAsync(session, leave, day, last);
        var own = DigestContents.Own(days, day, await session.FollowUps.OpenOfOwnerAsync(person.Id, last), due => days.LeaveOn(due)?.CoverId is { } id ? covers.GetValueOrDefault(id) : null);
        var items = own.Select(item => new DigestItem(item)).ToList();
        foreach (var colleague in await CoveredAsync(session, person, day, last))
            items.AddRange(DigestContents.Covered(days, day, colleague).Select(item => new DigestItem(item, colleague.Name)));
        var planned = (await session.Visits.OfSpecialistAsync(person.Id, day, last)).Where(visit => visit.State == VisitState.Planned);
        var unanswered = (await session.Visits.PlannedBeforeAsync(person.Id, day)).Where(visit => visit.On >= day.AddDays(-DaysAskedBack));
        var week = settings.CountOnCards ? await VisitTally.ProgressAsync(session, person, day, fidelity) : null;
        return new DigestShown(new DigestContents(day, DigestContents.InOrder(items), [.. planned], [.. unanswered], week), settings.AllClear);
    }

    /// <summary>The days of those who cover for the person on days that are shown already.</summary>
    private async Task<Dictionary<Guid, PersonDays>> CoversAsync(ICrmSession session, IReadOnlyList<Leave> leave, DateOnly day, DateOnly last)
    {
        var covers = new Dictionary<Guid, PersonDays>();
        foreach (var period in leave.Where(period => period.CoverId is not null && period.Overlaps(day, last)))
        {
            if (await session.People.SpecialistAsync(period.CoverId!.Value) is { } cover && !cover.HasLeft(day))
                covers[cover.Id] = await DaysAsync(session, cover, period.From);
        }

        return covers;
    }

    private async Task<IReadOnlyList<CoveredColleague>> CoveredAsync(ICrmSession session, Specialist person, DateOnly day, DateOnly last)
    {
        var colleagues = new List<CoveredColleague>();
        foreach (var leave in await session.Settings.CoveredByAsync(person.Id, day, day))
        {
            if (await session.People.SpecialistAsync(leave.SpecialistId) is not { } colleague || colleague.TeamId != person.TeamId || colleague.HasLeft(day))
                continue;
            var owed = (await session.FollowUps.OpenOfOwnerAsync(colleague.Id, last)).Where(item => item.TeamId == person.TeamId);
            colleagues.Add(new CoveredColleague(colleague.Name, await DaysAsync(session, colleague, leave.From), leave, [.. owed]));
        }

        return colleagues;
    }

    private async Task<PersonDays> DaysAsync(ICrmSession session, Specialist person, DateOnly from) => new(
        await book.CalendarAsync(session, person.TeamId), await session.Settings.OfAsync(person.Id), await session.Settings.LeaveAsync(person.Id, from));
}
