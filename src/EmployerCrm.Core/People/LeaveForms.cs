using EmployerCrm.Core.Calendar;

namespace EmployerCrm.Core.People;

/// <summary>Leave to be filled in: whose, what is stored of it, and who could cover.</summary>
/// <param name="Leave">Null for new leave.</param>
public sealed record LeaveOpened(Specialist Person, Leave? Leave, IReadOnlyList<Specialist> Colleagues, DateOnly Today);

/// <summary>What a form for leave starts with, for the person themselves and for the lead of their team.</summary>
public sealed class LeaveForms(ICrmStore store, LondonClock clock)
{
    public Task<Outcome<LeaveOpened>> NewAsync(Actor actor, Guid specialistId, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(actor);
        var today = clock.Today;
        return store.ReadAsync(session => OpenedAsync(session, actor, specialistId, null, today), cancellationToken);
    }

    public Task<Outcome<LeaveOpened>> OfAsync(Actor actor, Guid leaveId, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(actor);
        var today = clock.Today;
        return store.ReadAsync<Outcome<LeaveOpened>>(
            async session => await session.Settings.LeaveAsync(leaveId) is { } leave ? await OpenedAsync(session, actor, leave.SpecialistId, leave, today) : RefusalReason.NotFound,
            cancellationToken);
    }

    private static async Task<Outcome<LeaveOpened>> OpenedAsync(ICrmSession session, Actor actor, Guid personId, Leave? leave, DateOnly today)
    {
        if (await session.People.SpecialistAsync(personId) is not { } person || !LeaveRules.MayKeep(actor, person))
            return RefusalReason.NotAllowed;
        return new LeaveOpened(person, leave, await LeaveRules.ColleaguesAsync(session, person, today), today);
    }
}
