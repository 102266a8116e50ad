using System.Globalization;
using System.Text.RegularExpressions;
using EmployerCrm.Bot.Cards;
using EmployerCrm.Bot.Cards.Support;
using EmployerCrm.Bot.Handlers.Acts;
using EmployerCrm.Bot.Questions;
using EmployerCrm.Bot.Turns;
using EmployerCrm.Core;
using EmployerCrm.Core.FollowUps;
using EmployerCrm.Core.People;

namespace EmployerCrm.Bot.Handlers.Support;

/// <summary>"give 2 to Megan", "comment 3 rang, no answer", "history 3": by the numbers of the list that was seen last.</summary>
internal sealed partial class FollowUpTalk(TurnDesk desk, ChoiceQuestions choices, DueList dueList, FollowUpSharing sharing) : IButtonGroup
{
    /// <summary>The answer to a line that asks for one of these and for nothing else; null when it asks for none.</summary>
    public async Task<TurnAnswer?> FollowAsync(Turn turn, string text, CancellationToken cancellationToken)
    {
        var line = text.Trim();
        if (GiveLine().Match(line) is { Success: true } give)
            return await ItemAsync(turn, give, id => GiveTypedAsync(turn, id, give.Groups["who"].Value, cancellationToken), cancellationToken);
        if (CommentLine().Match(line) is { Success: true } comment)
            return await ItemAsync(turn, comment, id => CommentAsync(turn, id, comment.Groups["text"].Value, isTyped: true, cancellationToken), cancellationToken);
        return HistoryLine().Match(line) is { Success: true } history ? await ItemAsync(turn, history, id => HistoryAsync(turn, id, null, cancellationToken), cancellationToken) : null;
    }

    public async Task<TurnAnswer?> HandleAsync(Turn turn, string? verb, ButtonData data, CancellationToken cancellationToken)
    {
        if (data.Id("id") is not { } id)
            return null;
        return verb switch
        {
            Verbs.ShowHistory => await HistoryAsync(turn, id, null, cancellationToken),
            Verbs.Give when data.Id(FollowUpCards.To) is { } to => await GiveAsync(turn, id, to, cancellationToken),
            Verbs.Give => await HistoryAsync(turn, id, Texts.Get("GiveToWhom"), cancellationToken),
            Verbs.Comment when data.Text(FollowUpCards.Comment) is { } words && !string.IsNullOrWhiteSpace(words) => await CommentAsync(turn, id, words, isTyped: false, cancellationToken),
            Verbs.Comment => await HistoryAsync(turn, id, Texts.Get("CommentNeeded"), cancellationToken),
            _ => null,
        };
    }

    /// <summary>What the number in the line stands for, as "done 3" takes it.</summary>
    private async Task<TurnAnswer?> ItemAsync(Turn turn, Match line, Func<Guid, Task<TurnAnswer>> act, CancellationToken cancellationToken)
    {
        var number = int.Parse(line.Groups["number"].Value, CultureInfo.InvariantCulture);
        var item = await dueList.ItemAsync(turn.Actor, number, cancellationToken);
        if (item.FollowUpId is { } id)
            return await act(id);
        return await desk.AnswerAsync(turn, TurnAnswer.Say(item.ListLength == 0 ? Texts.Get("NumberNoList") : Texts.Get("NumberUnknown", item.ListLength, number)), cancellationToken);
    }

    private async Task<TurnAnswer> GiveTypedAsync(Turn turn, Guid id, string who, CancellationToken cancellationToken)
    {
        var team = (await sharing.ColleaguesAsync(turn.Actor, cancellationToken)).Value?.People ?? [];
        return Colleagues.Named(who, team) switch
        {
            [var only] => await GiveAsync(turn, id, only.Id, cancellationToken),
            [] => await desk.AnswerAsync(turn, TurnAnswer.Say(Unknown(team)), cancellationToken),
            var several => await choices.AskAsync(
                turn,
                new ChoiceQuestion(Texts.Get("WhichColleague"), Texts.Get("WhichColleagueText"), [.. several.Select(person => ChoiceData.To(person.Name, Verbs.Give, ("id", id), (FollowUpCards.To, person.Id)))]),
                cancellationToken),
        };
    }

    /// <summary>A name of nobody in the team is not repeated: it may be anybody's.</summary>
    public static string Unknown(IReadOnlyList<Specialist> team) => Texts.Get("ColleagueUnknown", string.Join(", ", team.Select(person => person.Name)));

    private async Task<TurnAnswer> GiveAsync(Turn turn, Guid id, Guid to, CancellationToken cancellationToken)
    {
        var title = (await sharing.HistoryAsync(turn.Actor, id, cancellationToken)).Value?.Item.Title;
        return await desk.AnswerAsync<Outcome<FollowUpsGiven>>(
            turn,
            also => sharing.GiveAsync(turn.Actor, id, to, also, cancellationToken),
            outcome => outcome.Value is { } given
                ? TurnAnswer.Put(FollowUpCards.Given(given, title), CardKinds.Due)
                : TurnAnswer.PutText(Texts.Of(outcome.Refusal!)));
    }

    private async Task<TurnAnswer> CommentAsync(Turn turn, Guid id, string words, bool isTyped, CancellationToken cancellationToken)
    {
        var team = (await sharing.ColleaguesAsync(turn.Actor, cancellationToken)).Value?.People ?? [];
        return await desk.AnswerAsync<Outcome<FollowUpHistory>>(
            turn,
            also => sharing.CommentAsync(turn.Actor, new AddComment(id, words) { Guard = turn.Guard }, also, cancellationToken),
            outcome => outcome.Value is not { } history ? TurnAnswer.PutText(Texts.Of(outcome.Refusal!))
                : isTyped ? TurnAnswer.Say(Texts.Get("Commented", CardParts.Capitalised(history.Item.Title)))
                : TurnAnswer.Put(FollowUpCards.History(history, team, turn.Today), CardKinds.Due));
    }

    private async Task<TurnAnswer> HistoryAsync(Turn turn, Guid id, string? problem, CancellationToken cancellationToken)
    {
        var team = (await sharing.ColleaguesAsync(turn.Actor, cancellationToken)).Value?.People ?? [];
        var history = await sharing.HistoryAsync(turn.Actor, id, cancellationToken);
        return await desk.AnswerAsync(
            turn,
            history.Value is { } shown ? TurnAnswer.Put(FollowUpCards.History(shown, team, turn.Today, problem), CardKinds.Due) : TurnAnswer.PutText(Texts.Of(history.Refusal!)),
            cancellationToken);
    }

    [GeneratedRegex(@"^(?:please )?(?:give|pass|hand|reassign|assign|transfer)(?: over)?(?: no\.?| number| item| #)? ?#?(?<number>[0-9]{1,3})(?: over)? to (?<who>[\p{L}][\p{L}'’. -]{0,60}?)(?: please)?[.!]?$", RegexOptions.IgnoreCase | RegexOptions.ExplicitCapture, 5000)]
    private static partial Regex GiveLine();

    [GeneratedRegex(@"^(?:add (?:a )?)?(?:comment|write)(?: on| beside| to| by)?(?: no\.?| number| item| #)? ?#?(?<number>[0-9]{1,3})\b\s*[:,;–-]?\s*(?<text>\S.*)$", RegexOptions.IgnoreCase | RegexOptions.Singleline | RegexOptions.ExplicitCapture, 5000)]
    private static partial Regex CommentLine();

    [GeneratedRegex(@"^(?:show )?(?:the )?(?:history|what happened (?:to|with))(?: of| for)?(?: no\.?| number| item| #)? ?#?(?<number>[0-9]{1,3})[?.!]?$", RegexOptions.IgnoreCase | RegexOptions.ExplicitCapture, 5000)]
    private static partial Regex HistoryLine();
}
