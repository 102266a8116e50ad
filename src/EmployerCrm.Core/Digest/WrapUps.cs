using EmployerCrm.Core.Calendar;
using EmployerCrm.Core.Clients;
using EmployerCrm.Core.Fidelity;
using EmployerCrm.Core.People;
using EmployerCrm.Core.Visits;

namespace EmployerCrm.Core.Digest;

/// <summary>The end of one person's week.</summary>
public sealed class WrapUps(ICrmStore store, LondonClock clock, FidelityOptions fidelity)
{
    private const int DaysAskedBack = 14;

    /// <summary>As it is now, for the person who opened it.</summary>
    public Task<Outcome<WrapUpContents>> ShowAsync(Actor actor, Alongside<Outcome<WrapUpContents>>? also, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(actor);
        var now = clock.Now;
        return store.WriteAsync(session => NowAsync(session, actor, now), also, cancellationToken);
    }

    /// <summary>As above, in the transaction of something else.</summary>
    public async Task<Outcome<WrapUpContents>> NowAsync(ICrmSession session, Actor actor, DateTimeOffset now)
    {
        ArgumentNullException.ThrowIfNull(session);
        ArgumentNullException.ThrowIfNull(actor);
        if (actor is not { SpecialistId: { } id, Role: Role.Specialist or Role.TeamLead } || await session.People.SpecialistAsync(id) is not { } person)
            return RefusalReason.NotAllowed;
        return await OfAsync(session, person, now);
    }

    /// <summary>For delivery; null where the week is over, or the person has gone on leave since.</summary>
    public async Task<WrapUpContents?> ForDeliveryAsync(Specialist person, DateOnly weekStart, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(person);
        var now = clock.Now;
        var today = DateOnly.FromDateTime(LondonClock.ToLocal(now));
        if (weekStart != Weeks.StartOf(today))
            return null;
        return await store.ReadAsync(
            async session => (await session.Settings.LeaveAsync(person.Id, today)).Any(leave => leave.Holds(today)) ? null : await OfAsync(session, person, now), cancellationToken);
    }

    private async Task<WrapUpContents> OfAsync(ICrmSession session, Specialist person, DateTimeOffset now)
    {
        var today = DateOnly.FromDateTime(LondonClock.ToLocal(now));
        var monday = Weeks.StartOf(today);
        var settings = await session.Settings.OfAsync(person.Id);
        var visits = await session.Visits.OfSpecialistAsync(person.Id, today.AddDays(-DaysAskedBack) is var first && first < monday ? first : monday, today);
        var named = visits.ToDictionary(visit => visit.Id);
        var unsure = await session.Digests.ToConfirmAsync(person.Id, monday);
        return new WrapUpContents(
            monday,
            today,
            settings.CountOnCards ? await VisitTally.ProgressAsync(session, person, today, fidelity) : null,
            [.. visits.Where(visit => visit.State == VisitState.Planned && AskAboutVisits.MomentOf(visit.On, visit.At) <= now)],
            [.. unsure.Where(visit => named.ContainsKey(visit.Id) && CountStanding.Of(visit, fidelity).ToConfirm).Select(visit => new ContactToConfirm(named[visit.Id], visit.Facts, Deciding(visit)))],
            await UnseenAsync(session, person, monday));
    }

    private static VisitFields Deciding(Visit visit) => visit.Facts.Assumed & (VisitFields.Reached | VisitFields.Purpose);

    private static async Task<IReadOnlyList<string>> UnseenAsync(ICrmSession session, Specialist person, DateOnly monday) =>
    [
        .. (await session.Clients.OpenAsync(person.TeamId, person.Id))
            .Where(client => client.Client.Status is ClientStatus.JobSearch or ClientStatus.InWork && !(client.LastContact?.On >= monday))
            .OrderBy(client => client.LastContact?.On ?? client.Client.EnteredOn).ThenBy(client => client.Client.Reference, StringComparer.Ordinal)
            .Select(client => client.Client.Reference),
    ];
}
