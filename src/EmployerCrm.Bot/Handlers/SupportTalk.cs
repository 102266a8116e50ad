using System.Text.RegularExpressions;
using EmployerCrm.Bot.Cards;
using EmployerCrm.Bot.Turns;
using EmployerCrm.Core;
using EmployerCrm.Core.CareTeam;
using EmployerCrm.Core.Clients;

namespace EmployerCrm.Bot.Handlers;

/// <summary>What goes into the clinical record: "copy for record" and "care team JS12".</summary>
internal sealed partial class SupportTalk(TurnDesk desk, ContactsForRecord forRecord, CareTeamUpdates careTeam) : IButtonGroup
{
    /// <summary>The answer to a line that asks for one of these and for nothing else; null when it asks for neither.</summary>
    /// <param name="key">The line, folded.</param>
    public async Task<TurnAnswer?> FollowAsync(Turn turn, string text, string key, CancellationToken cancellationToken)
    {
        if (key is "copy for record" or "copy for the record" or "copy for clinical record" or "copy for the clinical record")
            return await CopyAsync(turn, cancellationToken);
        return CareTeam().Match(text.Trim()) is { Success: true } asked ? await DraftAsync(turn, asked.Groups["client"].Value.ToUpperInvariant(), cancellationToken) : null;
    }

    public async Task<TurnAnswer?> HandleAsync(Turn turn, string? verb, ButtonData data, CancellationToken cancellationToken)
    {
        if (verb != Verbs.ShareUpdate || data.Text("client") is not { } client)
            return null;
        var (text, with, on) = (data.Text(CareTeamCards.TextField) ?? "", data.Text(CareTeamCards.With) ?? "", data.Date(CareTeamCards.On));
        var share = new ShareUpdate { ClientReference = client, Text = text, SharedWith = with, SharedOn = on, Guard = turn.Guard };
        return await desk.AnswerAsync<Outcome<UpdateShared>>(
            turn,
            also => careTeam.ShareAsync(turn.Actor, share, also, cancellationToken),
            outcome => outcome.Value is { } shared
                ? TurnAnswer.Put(CareTeamCards.Shared(shared), CardKinds.CareTeam, shared.Update.Id)
                : TurnAnswer.Put(CareTeamCards.Form(client, text, with, on, Texts.Of(outcome.Refusal!)), CardKinds.Question));
    }

    private Task<TurnAnswer> CopyAsync(Turn turn, CancellationToken cancellationToken) => desk.AnswerAsync<Outcome<WeekForRecord>>(
        turn,
        also => forRecord.OfWeekAsync(turn.Actor, null, also, cancellationToken),
        outcome => outcome.Value is { } week ? TurnAnswer.Show(CareTeamCards.Week(week), CardKinds.CareTeam) : TurnAnswer.Say(Texts.Of(outcome.Refusal!)));

    private async Task<TurnAnswer> DraftAsync(Turn turn, string client, CancellationToken cancellationToken)
    {
        var facts = await careTeam.DraftAsync(turn.Actor, client, cancellationToken);
        return await desk.AnswerAsync(
            turn,
            facts.Value is { } draft
                ? TurnAnswer.Show(CareTeamCards.Form(draft.ClientReference, CareTeamCards.Draft(draft), null, turn.Today, null), CardKinds.Question)
                : TurnAnswer.Say(Texts.Of(facts.Refusal!)),
            cancellationToken);
    }

    [GeneratedRegex(@"^(?:(?:draft|write|update|tell|an|the|for|to) )*care[ -]?team(?: (?:update|about|for|on|note|letter))* (?<client>[a-z]{2} ?[0-9]{2})$", RegexOptions.IgnoreCase | RegexOptions.ExplicitCapture, 5000)]
    private static partial Regex CareTeam();
}
