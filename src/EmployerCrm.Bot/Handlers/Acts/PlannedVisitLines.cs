using EmployerCrm.Bot.Cards;
using EmployerCrm.Bot.Questions;
using EmployerCrm.Bot.Reading;
using EmployerCrm.Bot.Reading.Acts;
using EmployerCrm.Bot.Turns;
using EmployerCrm.Core.Employers;
using EmployerCrm.Core.Visits;
using Verbs = EmployerCrm.Bot.Cards.Verbs;

namespace EmployerCrm.Bot.Handlers.Acts;

/// <summary>"costwell tomorrow cancelled", "moved Two Rivers to Thursday 2pm", "two rivers happened": the one planned visit that fits, a choice, or the offer to log or plan one.</summary>
internal sealed class PlannedVisitLines(TurnDesk desk, ChoiceQuestions choices, PlannedVisits planned, PlannedVisitButtons buttons, LogLine logLine)
{
    public async Task<TurnAnswer> HappenedAsync(Turn turn, string text, LineReading reading, Happened happened, LineAnswers answers, CancellationToken cancellationToken)
    {
        var fitting = PlannedFits.Of(await AtAsync(turn, happened.Employers, cancellationToken), happened.On, happened.At, turn.Today);
        if (fitting.Count == 0)
            return await NoneAsync(turn, happened.Employers, happened.On, cancellationToken);
        // Of several branches the one that has the plan was meant.
        var ids = fitting.Select(visit => visit.EmployerId).ToHashSet();
        var meant = happened with { Employers = [.. happened.Employers.Where(employer => ids.Contains(employer.Id))] };
        return await logLine.TypedAsync(turn, text, HappenedReading.Of(reading with { Act = meant }, turn.Today), cancellationToken, answers);
    }

    public async Task<TurnAnswer> CancelledAsync(Turn turn, Cancelled cancelled, CancellationToken cancellationToken)
    {
        var fitting = PlannedFits.ToChange(await AtAsync(turn, cancelled.Employers, cancellationToken), cancelled.On, cancelled.At);
        var because = cancelled.Told?.Notes;
        turn = turn.Remarking(cancelled.Told?.Next is null ? null : Texts.Get("NextNotKept"));
        return fitting switch
        {
            [] => await NoneAsync(turn, cancelled.Employers, cancelled.On, cancellationToken),
            [var only] => await buttons.CancelAsync(turn, new CancelVisit { VisitId = only.Id, ExpectedVersion = only.Version, Because = because }, cancellationToken),
            _ => await choices.AskAsync(turn, Which(fitting, turn.Today, visit => ChoiceData.To(
                AgainCards.Title(visit, turn.Today), Verbs.PlanCancelled, ("visit", visit.Id), ("version", visit.Version), ("because", because))), cancellationToken),
        };
    }

    public async Task<TurnAnswer> MovedAsync(Turn turn, Moved moved, CancellationToken cancellationToken)
    {
        var fitting = PlannedFits.ToChange(await AtAsync(turn, moved.Employers, cancellationToken), moved.From, null);
        turn = turn.Remarking(moved.Told is { } told && (told.Notes ?? told.Next?.Title) is not null ? Texts.Get("ToldNotKept") : null);
        return fitting switch
        {
            [] => await NoneAsync(turn, moved.Employers, moved.From, cancellationToken),
            [var only] => await buttons.MoveAsync(turn, only.Id, only.Version, moved.To, moved.At, moved.OtherTo, cancellationToken),
            _ => await choices.AskAsync(turn, Which(fitting, turn.Today, visit => ChoiceData.To(
                AgainCards.Title(visit, turn.Today), Verbs.PlanMoved, ("visit", visit.Id), ("version", visit.Version), ("on", moved.To), ("at", moved.At), ("other", moved.OtherTo))), cancellationToken),
        };
    }

    private static ChoiceQuestion Which(IReadOnlyList<VisitSummary> fitting, DateOnly today, Func<VisitSummary, Choice> choice) => new(
        Texts.Get("WhichPlanned"), Texts.Get("WhichPlannedText"), [.. fitting.Select(visit => choice(visit) with { Day = fitting.Count(other => other.On == visit.On) == 1 ? visit.On : null })])
    {
        IsAhead = fitting.All(visit => visit.On >= today),
    };

    private async Task<IReadOnlyList<VisitSummary>> AtAsync(Turn turn, IReadOnlyList<DirectoryEmployer> employers, CancellationToken cancellationToken)
    {
        var all = new List<VisitSummary>();
        foreach (var employer in employers)
            all.AddRange(await planned.AtEmployerAsync(turn.Actor, employer.Id, null, cancellationToken));
        return [.. all.OrderBy(visit => visit.On).ThenBy(visit => visit.At)];
    }

    /// <summary>Says that nothing of the kind is planned, and offers the form for what was meant.</summary>
    private Task<TurnAnswer> NoneAsync(Turn turn, IReadOnlyList<DirectoryEmployer> employers, DateOnly? on, CancellationToken cancellationToken)
    {
        var name = employers is [var only] ? only.Name : Texts.Get("AnyOfThem");
        var text = on is { } day ? Texts.Get("NothingPlannedOn", name, DayText.Short(day, turn.Today)) : Texts.Get("NothingPlanned", name);
        if (employers is not [{ } employer])
            return desk.AnswerAsync(turn with { Remark = null }, TurnAnswer.Say(text), cancellationToken);
        var question = new ChoiceQuestion(Texts.Get("NothingPlannedTitle"), text, [ChoiceData.To(Texts.Get("LogOrPlan"), Verbs.FormFor, ("employer", employer.Id), ("on", on)) with { Says = true }]);
        return choices.AskAsync(turn with { Remark = null }, question, cancellationToken);
    }
}
