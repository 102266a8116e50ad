using EmployerCrm.Core.Calendar;
using EmployerCrm.Core.Fidelity;
using EmployerCrm.Core.People;
using EmployerCrm.Core.Privacy;
using EmployerCrm.Core.Schedules;

namespace EmployerCrm.Core.Visits;

/// <summary>What comes after a visit that was logged without a next step.</summary>
public sealed record AddNextStep
{
    public required Guid VisitId { get; init; }

    /// <summary>The version the person saw.</summary>
    public required int ExpectedVersion { get; init; }

    /// <summary>What is owed; null when nothing comes next, so that it is not offered again.</summary>
    public PromisedStep? Step { get; init; }

    /// <summary>Whether the step is a thank-you, whose day is the next working day.</summary>
    public bool IsThankYou { get; init; }

    /// <summary>What the person answered about the texts, if the guard asked.</summary>
    public GuardDecision? Guard { get; init; }
}

/// <summary>Adding the next step to a visit afterwards: thank-you, visit again, none.</summary>
public sealed class NextSteps(ICrmStore store, LondonClock clock, Ids ids, FidelityOptions fidelity, FreeTextCheck freeText, SupportSchedules schedules)
{
    private const int DaysToNextVisit = 14;

    /// <summary>A thank-you is due on the next working day of the team's nation: the day after, while the visit is fresh.</summary>
    public static async Task<DateOnly> ThankYouDueAsync(ICrmSession session, Guid teamId, DateOnly today, FidelityOptions options)
    {
        ArgumentNullException.ThrowIfNull(session);
        ArgumentNullException.ThrowIfNull(options);
        var team = await session.People.TeamAsync(teamId);
        return options.Holidays.NextWorkingDay(today, team?.Nation ?? Nation.EnglandAndWales);
    }

    /// <summary>As above, of a visit; null where a thank-you is not the thing to do.</summary>
    internal static async Task<DateOnly?> ThankYouDueAsync(ICrmSession session, Visit visit, DateOnly today, FidelityOptions options) =>
        visit is { State: VisitState.Held, Channel: Channel.InPerson, NothingNext: false } ? await ThankYouDueAsync(session, visit.TeamId, today, options) : null;

    /// <summary>The next visit is due in two weeks, on the same day of the week.</summary>
    public static DateOnly VisitAgainDue(DateOnly today) => today.AddDays(DaysToNextVisit);

    /// <summary>Records the step as a follow-up of the visit, or that there is none, with audit and undo step.</summary>
    public Task<Outcome<VisitLogged>> AddAsync(Actor actor, AddNextStep next, Alongside<Outcome<VisitLogged>>? also, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(actor);
        ArgumentNullException.ThrowIfNull(next);
        var followUpId = ids.New();
        var change = new VisitChange(actor, next.VisitId, next.ExpectedVersion, next.Step is null ? "nothing-next" : "next-step-added", clock.Now, ids.New(), ids.New(), schedules)
        {
            Guard = next.Guard,
            StillFits = async (session, now) => !now.NothingNext && (await session.FollowUps.OfVisitAsync(now.Id)).Count == 0,
        };
        return store.WriteAsync(Body, also, cancellationToken);

        async Task<Outcome<VisitLogged>> Body(ICrmSession session)
        {
            var today = DateOnly.FromDateTime(LondonClock.ToLocal(change.Now));
            if (Check(next.Step, today) is { } refusal)
                return refusal;
            var promised = next is { IsThankYou: true, Step: { } thanks } && actor.TeamId is { } teamId
                ? thanks with { DueOn = await ThankYouDueAsync(session, teamId, today, fidelity) }
                : next.Step;
            return await VisitChanges.SaveAsync(
                session,
                change,
                fidelity,
                async before => await freeText.RefusalAsync(session, actor, before, [next.Step?.Title], next.Guard) is { } unanswered
                    ? unanswered
                    : before with { NothingNext = next.Step is null },
                promised is { } step ? async (after, undo) => (await PromisedSteps.AddAsync(session, after, step, undo, change.Now, followUpId)).Undo : null);
        }
    }

    internal static Refusal? Check(PromisedStep? step, DateOnly today)
    {
        if (step is null)
            return null;
        if (string.IsNullOrWhiteSpace(step.Title))
            return new Refusal(RefusalReason.TitleMissing);
        return VisitRules.CheckText(null, null, null, step.Title) ?? (step.DueOn is { } due ? VisitRules.CheckDay(VisitState.Planned, due, today) : null);
    }
}
