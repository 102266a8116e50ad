using System.Globalization;
using EmployerCrm.Bot.Cards;
using EmployerCrm.Bot.Handlers.Acts;
using EmployerCrm.Bot.Handlers.Employers;
using EmployerCrm.Bot.Handlers.Support;
using EmployerCrm.Bot.Questions;
using EmployerCrm.Bot.Reading;
using EmployerCrm.Bot.Reading.Orders;
using EmployerCrm.Bot.Turns;
using EmployerCrm.Core;
using EmployerCrm.Core.Employers;
using EmployerCrm.Core.FollowUps;
using EmployerCrm.Core.Undo;
using EmployerCrm.Core.Visits;

namespace EmployerCrm.Bot.Handlers;

/// <summary>A typed line: read, and acted on by what it asks for.</summary>
internal sealed class LineHandler(
    TurnDesk desk, LineReadings readings, ClientNameGuard guard, TypedAnswers typedAnswers, OpenLines openLines, NewVisitForms newVisits, LogLine logLine,
    DueList dueList, FollowUpActions followUps, MyWeek myWeek, Undoing undoing, EmployerLookUp employers, JobStartLine jobStarts, AdjustmentsLookUp adjustments,
    FollowUpContactButtons followUpContacts, ActLines acts, SeveralLines several, ClientForms clientForms, EmployerOrders orders, ArchivedEmployers archived, OtherNames otherNames,
    SupportOrders support, SettingsLines settings)
{
    /// <summary>In words: a line of so few may be the name of an employer with too many slips.</summary>
    private const int LongestName = 3;
    private const int MostEmployers = 3;

    public async Task<TurnAnswer> HandleAsync(Turn turn, string text, CancellationToken cancellationToken)
    {
        turn = turn with { Input = new TypedLine(turn, text, HandleAsync) };
        var key = FoldedText.Key(text);
        if (OpenLines.AreAsked(key))
            return await openLines.ShowAsync(turn, cancellationToken);
        if (ClientForms.AskedBy(key) is { } form && await clientForms.HandleAsync(turn with { Pressed = null }, form, new ButtonData(null), cancellationToken) is { } opened)
            return opened;
        if (await support.FollowAsync(turn, text, key, cancellationToken) is { } supported)
            return supported;
        if (await settings.FollowAsync(turn, text, cancellationToken) is { } set)
            return set;
        if (NewVisitForms.IsAsked(key))
            return await newVisits.OpenAsync(turn, cancellationToken);
        var order = EmployerOrder.Of(text, key);
        if (order is not (null or NewEmployerOrder))
            return await orders.FollowAsync(turn, order, cancellationToken);
        var guarded = await guard.ReadAsync(turn, text, cancellationToken);
        (text, var reading, var clientWasNamed) = guarded;
        if (guarded.Message is { } message && SeveralLines.Takes(message))
            return await several.HandleAsync(turn, message, clientWasNamed, cancellationToken);
        if (!clientWasNamed && await typedAnswers.AnswerAsync(turn, text, reading, cancellationToken) is { } answered)
            return answered;
        if (order is not null)
            return await orders.FollowAsync(turn, order, cancellationToken);
        if (clientWasNamed && (reading.Client is not null || reading.Intent is not (Intent.LogVisit or Intent.PlanVisit)))
            turn = turn with { Remark = turn.Remark is { } remark ? $"{remark} {Texts.Get("ClientNameLeftOut")}" : Texts.Get("ClientNameLeftOut") };
        var answers = new LineAnswers { ClientWasNamed = clientWasNamed };
        if (reading.Act is not null && await acts.FollowAsync(turn, text, reading, answers, cancellationToken) is { } followed)
            return followed;
        if (await archived.NamedAsync(turn, text, reading, cancellationToken) is { ArchivedOn: { } archivedOn } gone)
        {
            if (reading.Intent is Intent.Employer or Intent.Unknown)
                return await employers.TypedAsync(turn, reading with { EmployerId = gone.Id }, cancellationToken);
            // Somebody who has a job there has it all the same; the card says that the employer is archived.
            if (reading.Intent == Intent.JobStart)
                return await jobStarts.TypedAsync(turn, text, reading, cancellationToken, new LineAnswers(EmployerId: gone.Id));
            turn = turn.Remarking(Texts.Get("ArchivedRemark", gone.Name, DayText.Short(archivedOn, turn.Today)));
        }

        if (reading is { Intent: Intent.Unknown or Intent.Employer, EmployerId: null, Ambiguous.Count: 0 } && OtherNames.Sought(text) is { } sought
            && await otherNames.OfAsync(turn, sought, cancellationToken) is { Count: > 0 } others)
        {
            reading = reading with { Intent = Intent.Employer, EmployerId = others is [var only] ? only.Id : null, Ambiguous = others.Count > 1 ? others : [] };
            return await employers.TypedAsync(turn, reading, cancellationToken);
        }

        return reading.Intent switch
        {
            Intent.LogVisit or Intent.PlanVisit => await logLine.TypedAsync(turn, text, reading, cancellationToken, answers),
            Intent.Due => await DueAsync(turn, ScopeOf(reading.Range, text), cancellationToken),
            Intent.Done when SmallTalk.NamesSeveral(text) => await SayAsync(turn, Texts.Get("OneNumberAtATime", reading.Item ?? 1), cancellationToken),
            Intent.Done => await ItemAsync(turn, reading, (turn, id, page) => DoneAsync(turn, id, page, cancellationToken), cancellationToken),
            Intent.Snooze when reading.Until is not { } => await SayAsync(turn, Texts.Get("SnoozeUntilWhen", reading.Item ?? 1), cancellationToken),
            Intent.Snooze => await ItemAsync(turn, reading, (turn, id, page) => SnoozeAsync(turn, id, reading.Until!.Value, page, cancellationToken), cancellationToken),
            Intent.MyWeek => await desk.AnswerAsync<Outcome<WeekShown>>(
                turn,
                also => myWeek.ShowAsync(turn.Actor, also, cancellationToken),
                outcome => outcome.Value is { } week ? TurnAnswer.Show(WeekCard.Build(week), CardKinds.Week) : TurnAnswer.Say(Texts.Of(outcome.Refusal!))),
            Intent.Undo => await UndoAsync(turn, cancellationToken),
            Intent.Help => await desk.AnswerAsync(turn, TurnAnswer.Show(TalkCards.Help(), CardKinds.Talk), cancellationToken),
            Intent.Employer => await employers.TypedAsync(turn, reading, cancellationToken),
            Intent.Adjustments => await adjustments.TypedAsync(turn, text, reading, cancellationToken),
            Intent.JobStart => await jobStarts.TypedAsync(turn, text, reading, cancellationToken),
            _ when reading.Ask is not null => await logLine.TypedAsync(turn, text, reading, cancellationToken, answers),
            _ when await readings.OnlyClientAsync(turn.Actor, text, cancellationToken) is { } client => await SayAsync(turn, Texts.Get("OnlyClient", client), cancellationToken),
            _ => await UnknownAsync(turn, text, reading, cancellationToken),
        };
    }

    /// <summary>A bare "due" shows every bucket; "due today" only what is due today or overdue.</summary>
    private static DueScope ScopeOf(DueRange? range, string text) => range switch
    {
        DueRange.Overdue => DueScope.Overdue,
        DueRange.Week => DueScope.Week,
        DueRange.Today when FoldedText.Words(text).Contains("today") => DueScope.Today,
        _ => DueScope.All,
    };

    private Task<TurnAnswer> DueAsync(Turn turn, DueScope scope, CancellationToken cancellationToken) => desk.AnswerAsync<Outcome<DueListShown>>(
        turn,
        also => dueList.ShowAsync(turn.Actor, scope, also, cancellationToken),
        outcome => outcome.Value is { } list ? TurnAnswer.Show(DueCard.Build(list), CardKinds.Due) : TurnAnswer.Say(Texts.Of(outcome.Refusal!)));

    private async Task<TurnAnswer> ItemAsync(Turn turn, LineReading reading, Func<Turn, Guid, DuePage, Task<TurnAnswer>> act, CancellationToken cancellationToken)
    {
        var number = reading.Item ?? 0;
        var item = await dueList.ItemAsync(turn.Actor, number, cancellationToken);
        if (item.FollowUpId is { } id)
            return await act(turn, id, new DuePage(DueScope.All, number - 1));
        return await SayAsync(turn, item.ListLength == 0 ? Texts.Get("NumberNoList") : Texts.Get("NumberUnknown", item.ListLength, number), cancellationToken);
    }

    private async Task<TurnAnswer> DoneAsync(Turn turn, Guid id, DuePage page, CancellationToken cancellationToken)
    {
        var offer = await followUpContacts.OfferAsync(turn, id, cancellationToken);
        return await desk.AnswerAsync<Outcome<FollowUpChanged>>(
            turn,
            also => followUps.DoneAsync(turn.Actor, id, page, also, cancellationToken),
            outcome => ListWith(outcome, changed => DueReceipt.Done(changed, turn.Person.Id, offer)));
    }

    private Task<TurnAnswer> SnoozeAsync(Turn turn, Guid id, DateOnly until, DuePage page, CancellationToken cancellationToken) => desk.AnswerAsync<Outcome<FollowUpChanged>>(
        turn,
        also => followUps.SnoozeAsync(turn.Actor, id, until, page, also, cancellationToken),
        outcome => ListWith(outcome, changed => DueReceipt.Snoozed(changed, turn.Person.Id)));

    private static TurnAnswer ListWith(Outcome<FollowUpChanged> outcome, Func<FollowUpChanged, DueReceipt> receipt) => outcome.Value is { } changed
        ? TurnAnswer.Show(DueCard.Build(changed.List, receipt(changed)), CardKinds.Due)
        : TurnAnswer.Say(Texts.Of(outcome.Refusal!));

    private Task<TurnAnswer> UndoAsync(Turn turn, CancellationToken cancellationToken) => desk.AnswerAsync<Outcome<Undone>>(
        turn,
        also => undoing.UndoAsync(turn.Actor, null, null, also, cancellationToken),
        async (session, outcome) => outcome.Value is { } undone
            ? new TurnAnswer { Replies = [new Reply(UndoneCards.Sentence(undone, turn.Today), null), .. await UndoneCards.ReplacedAsync(session, undone, turn)] }
            : TurnAnswer.Say(Texts.Of(outcome.Refusal!)));

    /// <summary>The closest abilities; the closest employers too where the line is short or most like a look-up.</summary>
    private Task<TurnAnswer> UnknownAsync(Turn turn, string text, LineReading reading, CancellationToken cancellationToken)
    {
        if (text.All(letter => char.IsWhiteSpace(letter) || char.GetUnicodeCategory(letter) is UnicodeCategory.Format or UnicodeCategory.Control))
            return SayAsync(turn, Texts.Get("Empty"), cancellationToken);
        if (SmallTalk.AnswerTo(text) is { } polite)
            return SayAsync(turn, polite, cancellationToken);
        var closest = WhatICanDo.Closest(text);
        var mayNameEmployer = closest[0].Name == nameof(Intent.Employer) || FoldedText.Words(text).Count <= LongestName;
        var card = TalkCards.Unknown(closest, mayNameEmployer ? [.. reading.ClosestEmployers.Take(MostEmployers)] : []);
        return desk.AnswerAsync(turn, TurnAnswer.Show(card, CardKinds.Talk), cancellationToken);
    }

    private Task<TurnAnswer> SayAsync(Turn turn, string text, CancellationToken cancellationToken) =>
        desk.AnswerAsync(turn, TurnAnswer.Say(text), cancellationToken);
}
