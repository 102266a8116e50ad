using System.Text.RegularExpressions;
using EmployerCrm.Bot.Cards;
using EmployerCrm.Bot.Cards.Support;
using EmployerCrm.Bot.Handlers.Acts;
using EmployerCrm.Bot.Questions;
using EmployerCrm.Bot.Turns;
using EmployerCrm.Core;
using EmployerCrm.Core.Calendar;
using EmployerCrm.Core.CareTeam;
using EmployerCrm.Core.Visits;

namespace EmployerCrm.Bot.Handlers.Support;

/// <summary>"CMHT says JS12 is doing well at work": recorded as a contact with the care team, after the guard; how it came is asked where it was not said.</summary>
internal sealed partial class LiaisonLines(TurnDesk desk, ChoiceQuestions choices, CareTeamUpdates careTeam) : IButtonGroup
{
    private static readonly Regex Line = new(
        @"^(?:(?:had|got|just|a|an|the|from|by|his|her|their|heard|back) )*(?<who>" + string.Join('|', CareTeamRoles.Words.Select(Regex.Escape).Select(words => words.Replace(@"\ ", "[ -]", StringComparison.Ordinal)))
        + @")(?<day> (?:today|yesterday|this morning|this afternoon))?(?: (?:has|have|just|also))*(?: (?<way>rang|phoned|called|call|emailed|email|wrote|texted|messaged))?(?:(?: back| me| us| and|,| to say| today| yesterday))*"
        + @"(?: (?<verb>says?|said|tells?|told|thinks?|thought|reports?|reported|mentions?|mentioned|confirms?|confirmed|feels?|felt|notes?|noted|let|lets|reckons?|are|is|pleased|happy|to say|about|re))?(?: (?:me|us|know|that|yesterday|today|back|pleased|happy|with|about))*\s*[:,]?\s+(?<words>.*)$",
        RegexOptions.IgnoreCase | RegexOptions.Singleline | RegexOptions.ExplicitCapture, TimeSpan.FromSeconds(5));

    public async Task<TurnAnswer?> FollowAsync(Turn turn, string text, CancellationToken cancellationToken)
    {
        if (Line.Match(text.Trim()) is not { Success: true } said || (!said.Groups["way"].Success && !said.Groups["verb"].Success))
            return null;
        var clients = Reference().Matches(said.Groups["words"].Value).Select(match => match.Value.Replace(" ", "", StringComparison.Ordinal).ToUpperInvariant()).Distinct(StringComparer.Ordinal).ToList();
        if (clients.Count == 0)
            return null;
        if (clients is not [var client])
            return await desk.AnswerAsync(turn, TurnAnswer.Say(Texts.Get("OneClientAtATime")), cancellationToken);
        var typedOn = DateOnly.FromDateTime(LondonClock.ToLocal(turn.TypedAt));
        var liaison = new RecordLiaison
        {
            ClientReference = client, On = text.Contains("yesterday", StringComparison.OrdinalIgnoreCase) ? typedOn.AddDays(-1) : typedOn, Way = WayOf(said.Groups["way"].Value) ?? Channel.Phone,
            WithWhom = CareTeamRoles.Of(said.Groups["who"].Value)!, AboutWork = said.Groups["words"].Value.Trim(),
        };
        return said.Groups["way"].Success ? await RecordAsync(turn, liaison, cancellationToken) : await choices.AskAsync(turn, How(liaison), cancellationToken);
    }

    public async Task<TurnAnswer?> HandleAsync(Turn turn, string? verb, ButtonData data, CancellationToken cancellationToken)
    {
        if (verb != Verbs.RecordLiaison || data.Text("client") is not { } client || data.Text("who") is not { } who || CareTeamRoles.Of(who) is not { } role
            || data.Name<Channel>("way") is not { } way || data.Date("day") is not { } on)
            return null;
        return await RecordAsync(turn, new RecordLiaison { ClientReference = client, On = on, Way = way, WithWhom = role, AboutWork = data.Text("notes") }, cancellationToken);
    }

    private Task<TurnAnswer> RecordAsync(Turn turn, RecordLiaison liaison, CancellationToken cancellationToken) => desk.AnswerAsync<Outcome<LiaisonContact>>(
        turn,
        also => careTeam.LiaiseAsync(turn.Actor, liaison with { Guard = turn.Guard }, also, cancellationToken),
        async (session, outcome) => outcome.Value is { } contact
            ? TurnAnswer.Put(LiaisonCards.Recorded(contact, liaison.ClientReference, turn.Today, (await session.Undo.LatestOfSubjectAsync(contact.Id))?.Id), CardKinds.CareTeam, contact.Id)
            : TurnAnswer.PutText(Texts.Of(outcome.Refusal!)));

    private static ChoiceQuestion How(RecordLiaison liaison) => new(
        Texts.Get("LiaisonHow"), Texts.Get("LiaisonHowText", liaison.WithWhom, liaison.ClientReference),
        [.. Enum.GetValues<Channel>().Select(way => ChoiceData.To(
            Texts.Of(way), Verbs.RecordLiaison, ("client", liaison.ClientReference), ("who", liaison.WithWhom), ("day", liaison.On), ("way", way), ("notes", liaison.AboutWork)))]);

    private static Channel? WayOf(string word) => word.ToUpperInvariant() switch
    {
        "RANG" or "PHONED" or "CALLED" or "CALL" => Channel.Phone,
        "EMAILED" or "EMAIL" or "WROTE" => Channel.Email,
        "TEXTED" or "MESSAGED" => Channel.Text,
        _ => null,
    };

    [GeneratedRegex(@"\b[a-z]{2} ?[0-9]{2}\b", RegexOptions.IgnoreCase, 5000)]
    private static partial Regex Reference();
}
