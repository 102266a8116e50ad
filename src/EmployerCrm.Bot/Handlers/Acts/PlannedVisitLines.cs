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
internal sealed class PlannedVisitLines(TurnDesk desk, ChoiceQuestions choices, PlannedVisits planned, PlannedVisitButtons buttons, OpenThings things, OpenThingLines openThings, LogLine logLine)
{
    /// <summary>What came of it; null where nothing of the kind is planned and the line is a contact by itself.</summary>
    public async Task<TurnAnswer?> HappenedAsync(Turn turn, string text, LineReading reading, Happened happened, LineAnswers answers, CancellationToken cancellationToken)
    {
        if (happened.Employers.Count == 0)
            return await openThings.TypedAsync(turn, happened, cancellationToken);
        return await MeantAsync(turn, reading, happened, cancellationToken) is { } meant
            ? await logLine.TypedAsync(turn, text, meant, cancellationToken, answers)
            : happened.NeedNotBePlanned && reading.Intent == Intent.LogVisit ? null
            : await NoneAsync(turn, happened.Employers, happened.On, cancellationToken);
    }

    /// <summary>The line as the contact that was planned; null where none was. Of several branches the one that has the plan was meant.</summary>
    public async Task<LineReading?> MeantAsync(Turn turn, LineReading reading, Happened happened, CancellationToken cancellationToken)
    {
        var fitting = PlannedFits.Of(await AtAsync(turn, happened.Employers, cancellationToken), happened.On, happened.At, turn.Today);
        if (fitting.Count == 0)
            return null;
        var ids = fitting.Select(visit => visit.EmployerId).ToHashSet();
        var meant = happened with { Employers = [.. happened.Employers.Where(employer => ids.Contains(employer.Id))] };
        return HappenedReading.Of(reading with { Act = meant }, turn.Today);
    }

    public async Task<TurnAnswer> CancelledAsync(Turn turn, Cancelled cancelled, CancellationToken cancellationToken)
    {
        var fitting = await ToChangeAsync(turn, cancelled.Employers, cancelled.On, cancelled.At, cancellationToken);
        return fitting switch
        {
            [] => await NoneAsync(turn, cancelled.Employers, cancelled.On, cancellationToken),
            [var only] => await buttons.CancelAsync(turn, Of(cancelled, only), cancellationToken),
            _ => await choices.AskAsync(turn, WhichCancelled(fitting, cancelled, turn.Today), cancellationToken),
        };
    }

    public async Task<TurnAnswer> MovedAsync(Turn turn, Moved moved, CancellationToken cancellationToken)
    {
        var fitting = await ToChangeAsync(turn, moved.Employers, moved.From, null, cancellationToken);
        return fitting switch
        {
            [] => await NoneAsync(turn, moved.Employers, moved.From, cancellationToken),
            [var only] => await buttons.MoveAsync(turn, Of(moved, only), moved.OtherTo, cancellationToken),
            _ => await choices.AskAsync(turn, WhichMoved(fitting, moved, turn.Today), cancellationToken),
        };
    }

    /// <summary>What the line makes of that visit, with all that it tells.</summary>
    public static CancelVisit Of(Cancelled cancelled, VisitSummary visit) =>
        new() { VisitId = visit.Id, ExpectedVersion = visit.Version, Because = cancelled.Told?.Notes, Next = Step(cancelled.Told?.Next) };

    /// <summary>As above; without a day or time it is still to be asked for one.</summary>
    public static MoveVisit Of(Moved moved, VisitSummary visit) =>
        new() { VisitId = visit.Id, ExpectedVersion = visit.Version, On = moved.To, At = moved.At, Notes = moved.Told?.Notes, Next = Step(moved.Told?.Next) };

    /// <summary>Which plans a line means: those at its employers, or where it names none those of the days around.</summary>
    public async Task<IReadOnlyList<VisitSummary>> ToChangeAsync(Turn turn, IReadOnlyList<DirectoryEmployer> employers, DateOnly? on, TimeOnly? at, CancellationToken cancellationToken) => employers.Count == 0
        ? await things.ToChangeAsync(turn, on, at, cancellationToken)
        : PlannedFits.ToChange(await AtAsync(turn, employers, cancellationToken), on, at);

    public static ChoiceQuestion WhichCancelled(IReadOnlyList<VisitSummary> fitting, Cancelled cancelled, DateOnly today) => Which(fitting, today, visit => ChoiceData.To(
        AgainCards.Title(visit, today), Verbs.PlanCancelled, ("visit", visit.Id), ("version", visit.Version), ("because", cancelled.Told?.Notes),
        ("next", cancelled.Told?.Next?.Title), ("due", cancelled.Told?.Next?.Due)));

    public static ChoiceQuestion WhichMoved(IReadOnlyList<VisitSummary> fitting, Moved moved, DateOnly today) => Which(fitting, today, visit => ChoiceData.To(
        AgainCards.Title(visit, today), Verbs.PlanMoved, ("visit", visit.Id), ("version", visit.Version), ("on", moved.To), ("at", moved.At), ("other", moved.OtherTo),
        ("notes", moved.Told?.Notes), ("next", moved.Told?.Next?.Title), ("due", moved.Told?.Next?.Due)));

    private static PromisedStep? Step(NextStep? next) => next is null ? null : new PromisedStep(next.Title, next.Due);

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
        var question = None(employers, on, turn.Today);
        return question.Choices.Count == 0
            ? desk.AnswerAsync(turn with { Remark = null }, TurnAnswer.Say(question.Text), cancellationToken)
            : choices.AskAsync(turn with { Remark = null }, question, cancellationToken);
    }

    public static ChoiceQuestion None(IReadOnlyList<DirectoryEmployer> employers, DateOnly? on, DateOnly today)
    {
        if (employers.Count == 0)
            return new ChoiceQuestion(Texts.Get("NothingPlannedTitle"), Texts.Get("NothingOpen"), []);
        var name = employers is [var only] ? only.Name : Texts.Get("AnyOfThem");
        var text = on is { } day ? Texts.Get("NothingPlannedOn", name, DayText.Short(day, today)) : Texts.Get("NothingPlanned", name);
        return new ChoiceQuestion(
            Texts.Get("NothingPlannedTitle"), text,
            employers is [{ } employer] ? [ChoiceData.To(Texts.Get("LogOrPlan"), Verbs.FormFor, ("employer", employer.Id), ("on", on)) with { Says = true }] : []);
    }
}
