using EmployerCrm.Bot.Questions;
using EmployerCrm.Bot.Reading;
using EmployerCrm.Bot.Reading.Acts;
using EmployerCrm.Bot.Turns;
using EmployerCrm.Core;
using EmployerCrm.Core.Visits;
using Verbs = EmployerCrm.Bot.Cards.Verbs;

namespace EmployerCrm.Bot.Handlers.Acts;

/// <summary>"yes went ahead", "nobody in", "got voicemail": told of the one open thing that it can mean, as if its employer had been named; two that fit are asked about.</summary>
internal sealed class OpenThingLines(TurnDesk desk, ChoiceQuestions choices, OpenThings things, LineReadings readings, LogLine logLine, ICrmStore store) : IButtonGroup
{
    /// <summary>What came of it. Where nothing is open, a contact asks which employer it is about.</summary>
    public async Task<TurnAnswer> TypedAsync(Turn turn, Happened happened, CancellationToken cancellationToken)
    {
        var fitting = await things.ThatHappenedAsync(turn, happened, cancellationToken);
        if (fitting is [var only])
            return await logLine.ActAsync(turn, await LineOfAsync(turn, only, happened.More, cancellationToken), TurnAnswer.Show, cancellationToken);
        if (fitting.Count == 0 && UnplannedText(happened) is { } text)
            return await logLine.TypedAsync(turn, text, await readings.OfAsync(turn.Actor, text, turn.TypedAt, cancellationToken), cancellationToken);
        if (fitting.Count == 0)
            return await desk.AnswerAsync(turn, TurnAnswer.Say(Texts.Get("NothingOpen")), cancellationToken);
        return await choices.AskAsync(turn, Which(fitting, happened.More), cancellationToken);
    }

    /// <summary>The contact that was told of where nothing is open, as a line that asks which employer it was; null where only a plan can be meant.</summary>
    public static string? UnplannedText(Happened happened) => happened is { NeedNotBePlanned: true, More: { } more } ? (OpenThings.IsCall(happened) ? "rang, " : "visited, ") + more : null;

    public static ChoiceQuestion Which(IReadOnlyList<OpenThing> fitting, string? more) => new(
        Texts.Get("WhichOpen"), Texts.Get("WhichOpenText"),
        [.. fitting.Select(thing => ChoiceData.To(thing.Title, Verbs.OpenThing, ("employer", thing.EmployerId), ("visit", thing.VisitId), ("way", thing.Channel), ("notes", more)))]);

    public async Task<TurnAnswer?> HandleAsync(Turn turn, string? verb, ButtonData data, CancellationToken cancellationToken)
    {
        if (verb != Verbs.OpenThing || data.Id("employer") is not { } employer || data.Name<Channel>("way") is not { } way)
            return null;
        var thing = new OpenThing("", employer, data.Id("visit"), 0, way, turn.Today, null);
        return await logLine.ActAsync(turn, await LineOfAsync(turn, thing, data.Text("notes"), cancellationToken), TurnAnswer.Put, cancellationToken);
    }

    /// <summary>The line with its employer named, read again: people there and next steps are found only then.</summary>
    public async Task<OpenLine> LineOfAsync(Turn turn, OpenThing thing, string? more, CancellationToken cancellationToken)
    {
        var name = (await store.ReadAsync(session => session.Employers.EmployerAsync(thing.EmployerId), cancellationToken))!.Name;
        var told = more is null ? "" : $", {more}";
        var text = thing.VisitId is null ? Texts.Get("Told" + thing.Channel, name) + told : $"{name} happened{told}";
        var reading = await readings.OfAsync(turn.Actor, text, turn.TypedAt, cancellationToken);
        if (reading.Intent != Intent.LogVisit)
            reading = new LineReading { Intent = Intent.LogVisit, Date = turn.Today, Channel = thing.Channel, Notes = more };
        return new OpenLine(text, turn.TypedAt, reading with { Date = reading.Date ?? turn.Today, Ask = null }, new LineAnswers(EmployerId: thing.EmployerId) { PlannedVisitId = thing.VisitId });
    }
}
