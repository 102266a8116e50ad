using EmployerCrm.Bot.Cards;
using EmployerCrm.Bot.Reading;
using EmployerCrm.Bot.Reading.Acts;
using EmployerCrm.Bot.Turns;
using EmployerCrm.Core;
using EmployerCrm.Core.Clients;
using EmployerCrm.Core.Employers;
using EmployerCrm.Core.Visits;

namespace EmployerCrm.Bot.Handlers.Acts;

/// <summary>Questions about what is stored: a day, who was not seen, when an employer or a client was last seen, the next visit, what is owed.</summary>
internal sealed class AskedLines(TurnDesk desk, VisitQuestions questions, MyClients clients, EmployerLookUp employers)
{
    public Task<TurnAnswer> AnswerAsync(Turn turn, LineReading reading, Asked asked, CancellationToken cancellationToken) => asked switch
    {
        { For: AskedFor.Day, On: { } day } => DayAsync(turn, day, cancellationToken),
        { For: AskedFor.HowMany, On: { } from, Until: { } to } => HowManyAsync(turn, from, to, cancellationToken),
        { For: AskedFor.NotSeen, On: { } since } => NotSeenAsync(turn, since, cancellationToken),
        { Clients: [var client, ..], Employers.Count: 0, For: AskedFor.Owed } => OwedForAsync(turn, client, cancellationToken),
        { Clients: [var client, ..], Employers.Count: 0 } => LastSeenAsync(turn, client, cancellationToken),
        { For: AskedFor.NextVisit } => NextAsync(turn, reading, asked.Employers, cancellationToken),
        _ => EmployerAsync(turn, reading, asked.Employers, cancellationToken),
    };

    private async Task<TurnAnswer> DayAsync(Turn turn, DateOnly day, CancellationToken cancellationToken)
    {
        var shown = await questions.DayAsync(turn.Actor, day, cancellationToken);
        return await desk.AnswerAsync(turn, TurnAnswer.Show(AskedCards.Day(shown), CardKinds.Talk), cancellationToken);
    }

    private async Task<TurnAnswer> HowManyAsync(Turn turn, DateOnly from, DateOnly to, CancellationToken cancellationToken)
    {
        var (all, inPerson) = await questions.CountAsync(turn.Actor, from, to, cancellationToken);
        var when = from == to ? DayText.WithDistance(from, turn.Today) : Texts.Get("AskedBetween", DayText.Short(from, turn.Today), DayText.Short(to, turn.Today));
        return await desk.AnswerAsync(turn, TurnAnswer.Say(Texts.Get("AskedHowMany", when, all, inPerson)), cancellationToken);
    }

    private async Task<TurnAnswer> NotSeenAsync(Turn turn, DateOnly since, CancellationToken cancellationToken)
    {
        var notSeen = await questions.NotSeenSinceAsync(turn.Actor, since, cancellationToken);
        return await desk.AnswerAsync(turn, TurnAnswer.Show(AskedCards.NotSeen(notSeen, since, turn.Today), CardKinds.Talk), cancellationToken);
    }

    private async Task<TurnAnswer> OwedForAsync(Turn turn, string client, CancellationToken cancellationToken)
    {
        var owed = await questions.OwedForAsync(turn.Actor, client, cancellationToken);
        return await desk.AnswerAsync(turn, TurnAnswer.Show(AskedCards.OwedFor(client, owed ?? [], turn.Today), CardKinds.Talk), cancellationToken);
    }

    private Task<TurnAnswer> LastSeenAsync(Turn turn, string client, CancellationToken cancellationToken) => desk.AnswerAsync<Outcome<ClientsShown>>(
        turn,
        also => clients.ShowAsync(turn.Actor, ownOnly: false, also, cancellationToken),
        outcome => TurnAnswer.Say(outcome.Value is { } shown ? Last(shown, client) : Texts.Of(outcome.Refusal!)));

    private static string Last(ClientsShown shown, string client) => shown.Clients.FirstOrDefault(one => one.Client.Reference == client) switch
    {
        null => Texts.Get("AskedClientNotYours", client),
        { LastContact: null } => Texts.Get("AskedClientNever", client),
        { LastContact.On: var on } => Texts.Get("AskedClientLast", client, DayText.WithDistance(on, shown.Today)),
    };

    private async Task<TurnAnswer> NextAsync(Turn turn, LineReading reading, IReadOnlyList<DirectoryEmployer> asked, CancellationToken cancellationToken)
    {
        var next = await questions.NextAsync(turn.Actor, [.. asked.Select(employer => employer.Id)], cancellationToken);
        return next is [var visit, ..]
            ? await desk.AnswerAsync(turn, TurnAnswer.Say(Texts.Get("AskedNext", AgainCards.Title(visit, turn.Today))), cancellationToken)
            : await EmployerAsync(turn.Remarking(asked is [var only] ? Texts.Get("AskedNextNone", only.Name) : null), reading, asked, cancellationToken);
    }

    /// <summary>The employer's card says when it was last contacted, what comes next and what is owed.</summary>
    private Task<TurnAnswer> EmployerAsync(Turn turn, LineReading reading, IReadOnlyList<DirectoryEmployer> asked, CancellationToken cancellationToken) => employers.TypedAsync(
        turn,
        reading with { Intent = Intent.Employer, EmployerId = asked is [var one] ? one.Id : null, Employer = asked is [var named] ? named.Name : null, Ambiguous = asked.Count > 1 ? asked : [] },
        cancellationToken);
}
