using System.Text.RegularExpressions;
using EmployerCrm.Bot.Cards.Support;
using EmployerCrm.Bot.Questions;
using EmployerCrm.Bot.Reading;
using EmployerCrm.Bot.Turns;
using EmployerCrm.Core;
using EmployerCrm.Core.FollowUps;
using EmployerCrm.Core.People;
using Verbs = EmployerCrm.Bot.Cards.Verbs;

namespace EmployerCrm.Bot.Handlers.Support;

/// <summary>"give all of Alex's to Megan", "give all mine until 5 Dec to Megan": shown first, then done, with Undo. And what has been overdue in the team for too long.</summary>
internal sealed partial class HandOverTalk(TurnDesk desk, FollowUpSharing sharing, Escalations escalations) : IButtonGroup
{
    public async Task<TurnAnswer?> FollowAsync(Turn turn, string text, CancellationToken cancellationToken)
    {
        if (EscalatedLine().IsMatch(text.Trim()))
            return await EscalatedAsync(turn, 0, cancellationToken);
        return AllLine().Match(text.Trim()) is { Success: true } all ? await PreviewAsync(turn, all, cancellationToken) : null;
    }

    public async Task<TurnAnswer?> HandleAsync(Turn turn, string? verb, ButtonData data, CancellationToken cancellationToken) => verb switch
    {
        Verbs.ShowEscalated => await EscalatedAsync(turn, data.Number("from") ?? 0, cancellationToken),
        Verbs.GiveAll when data.Id("person") is { } from && data.Id(FollowUpCards.To) is { } to => await GiveAsync(turn, from, to, data.Date("until"), cancellationToken),
        _ => null,
    };

    private async Task<TurnAnswer> PreviewAsync(Turn turn, Match line, CancellationToken cancellationToken)
    {
        var team = (await sharing.ColleaguesAsync(turn.Actor, cancellationToken)).Value?.People ?? [];
        var (whose, to) = (line.Groups["from"].Value, Colleagues.Named(line.Groups["to"].Value, team));
        var from = IsMine(whose) ? [.. team.Where(person => person.Id == turn.Person.Id)] : Colleagues.Named(whose, team);
        var due = line.Groups["due"].Success ? line.Groups["due"].Value : null;
        var by = due is null ? null : TypedDay.Read(due, turn.Today, Direction.Forward);
        if (due is not null && by is null)
            return await SayAsync(turn, Texts.Get("HandOverDay"), cancellationToken);
        if (from is not [var giver] || to is not [var taker])
            return await SayAsync(turn, from.Count > 1 || to.Count > 1 ? Texts.Get("ColleagueSeveral") : FollowUpTalk.Unknown(team), cancellationToken);
        if (giver.Id != turn.Person.Id && turn.Person.Role != Role.TeamLead)
            return await SayAsync(turn, Texts.Get("HandOverOnlyLead"), cancellationToken);
        return await desk.AnswerAsync<Outcome<HandOverShown>>(
            turn,
            also => sharing.PreviewHandOverAsync(turn.Actor, giver.Id, taker.Id, by, also, cancellationToken),
            outcome => outcome.Value is { } shown ? TurnAnswer.Show(FollowUpCards.Preview(shown), CardKinds.Due) : TurnAnswer.Say(Texts.Of(outcome.Refusal!)));
    }

    private Task<TurnAnswer> GiveAsync(Turn turn, Guid from, Guid to, DateOnly? by, CancellationToken cancellationToken) => desk.AnswerAsync<Outcome<FollowUpsGiven>>(
        turn,
        also => sharing.GiveAllAsync(turn.Actor, from, to, by, also, cancellationToken),
        outcome => outcome.Value is { } given ? TurnAnswer.Put(FollowUpCards.Given(given, null), CardKinds.Due) : TurnAnswer.PutText(Texts.Of(outcome.Refusal!)));

    private async Task<TurnAnswer> EscalatedAsync(Turn turn, int from, CancellationToken cancellationToken)
    {
        var shown = await escalations.OfTeamAsync(turn.Actor, cancellationToken);
        return await desk.AnswerAsync(
            turn, shown.Value is { } list ? TurnAnswer.Put(EscalationCard.Build(list, from), CardKinds.Due) : TurnAnswer.PutText(Texts.Get("EscalatedOnlyLead")), cancellationToken);
    }

    private Task<TurnAnswer> SayAsync(Turn turn, string text, CancellationToken cancellationToken) => desk.AnswerAsync(turn, TurnAnswer.Say(text), cancellationToken);

    private static bool IsMine(string whose) => whose.ToUpperInvariant() is "MINE" or "MY" or "ME" or "MY OWN" or "I OWE" or "WHAT I OWE";

    [GeneratedRegex(@"^(?:please )?(?:give|pass|hand|reassign|transfer)(?: over)? (?:all|everything)(?: (?:of|from|that|which|is|owned by))*(?: the)? (?<from>[\p{L}][\p{L}' -]{0,60}?)(?:['’]s|s['’])?(?: (?:follow-?ups|follow ups|things|actions|work|stuff|list|owes))?(?: over)?(?: (?:due )?(?:by|until|till|up to) (?<due>[\p{L}0-9 ./-]{1,40}?))? to (?<to>[\p{L}][\p{L}'’. -]{0,60}?)(?: (?:due )?(?:by|until|till|up to) (?<due>[\p{L}0-9 ./-]{1,40}?))?[.!]?$", RegexOptions.IgnoreCase | RegexOptions.ExplicitCapture, 5000)]
    private static partial Regex AllLine();

    [GeneratedRegex(@"^(?:show |list |what is |whats |what's |what’s |anything |any )?(?:(?:the )?(?:escalated|escalations|escalation list)|(?:overdue|late) (?:in|for|across|of) (?:my|the|our) team|(?:my |the |our )?team(?:['’]s)? (?:overdue|late|escalations)|who is late|who's late)(?: list)?[?.!]*$", RegexOptions.IgnoreCase | RegexOptions.ExplicitCapture, 5000)]
    private static partial Regex EscalatedLine();
}
