using EmployerCrm.Core.Calendar;
using EmployerCrm.Core.Fidelity;
using EmployerCrm.Core.People;
using EmployerCrm.Core.Privacy;

namespace EmployerCrm.Core.Visits;

/// <summary>What comes after a visit that was logged without a next step.</summary>
public sealed record AddNextStep
{
    public required Guid VisitId { get; init; }

    /// <summary>The version the person saw.</summary>
    public required int ExpectedVersion { get; init; }

    /// <summary>What is owed; null when nothing comes next, so that it is not offered again.</summary>
    public PromisedStep? Step { get; init; }

    /// <summary>What the person answered about the texts, if the guard asked.</summary>
    public GuardDecision? Guard { get; init; }
}

/// <summary>Adding the next step to a visit afterwards: thank-you, visit again, none.</summary>
public sealed class NextSteps(ICrmStore store, LondonClock clock, Ids ids, FidelityOptions fidelity, FreeTextCheck freeText)
{
    private const int DaysToNextVisit = 14;

    /// <summary>A thank-you is due on the next day from Monday to Friday: the day after, while the visit is fresh.</summary>
    public static DateOnly ThankYouDue(DateOnly today) => today.AddDays(today.DayOfWeek switch { DayOfWeek.Friday => 3, DayOfWeek.Saturday => 2, _ => 1 });

    /// <summary>The next visit is due in two weeks, on the same day of the week.</summary>
    public static DateOnly VisitAgainDue(DateOnly today) => today.AddDays(DaysToNextVisit);

    /// <summary>Records the step as a follow-up of the visit, or that there is none, with audit and undo step.</summary>
    public Task<Outcome<VisitLogged>> AddAsync(Actor actor, AddNextStep next, Alongside<Outcome<VisitLogged>>? also, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(actor);
        ArgumentNullException.ThrowIfNull(next);
        var followUpId = ids.New();
        var change = new VisitChange(actor, next.VisitId, next.ExpectedVersion, next.Step is null ? "nothing-next" : "next-step-added", clock.Now, ids.New(), ids.New())
        {
            Guard = next.Guard,
            StillFits = async (session, now) => !now.NothingNext && (await session.FollowUps.OfVisitAsync(now.Id)).Count == 0,
        };
        return store.WriteAsync(Body, also, cancellationToken);

        async Task<Outcome<VisitLogged>> Body(ICrmSession session)
        {
            if (Check(next.Step, DateOnly.FromDateTime(LondonClock.ToLocal(change.Now))) is { } refusal)
                return refusal;
            return await VisitChanges.SaveAsync(
                session,
                change,
                fidelity,
                async before => await freeText.RefusalAsync(session, actor, before, [next.Step?.Title], next.Guard) is { } unanswered
                    ? unanswered
                    : before with { NothingNext = next.Step is null },
                next.Step is { } step ? async (after, undo) => (await PromisedSteps.AddAsync(session, after, step, undo, change.Now, followUpId)).Undo : null);
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
