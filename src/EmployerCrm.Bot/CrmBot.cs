using System.Net;
using System.Text.Json.Nodes;
using EmployerCrm.Bot.Cards;
using EmployerCrm.Bot.Handlers;
using EmployerCrm.Bot.Handlers.Employers;
using EmployerCrm.Bot.Turns;
using EmployerCrm.BotFramework;
using EmployerCrm.Core;
using EmployerCrm.Core.Calendar;
using EmployerCrm.Core.Conversations;
using EmployerCrm.Core.Employers;
using EmployerCrm.Core.People;
using Microsoft.Extensions.Options;

namespace EmployerCrm.Bot;

/// <summary>The bot in Teams: who is it, was it answered before, and if not, which handler answers.</summary>
internal sealed class CrmBot(
    Arrivals arrivals, TurnDesk desk, AnswerDelivery delivery, LineHandler lines, EditedLines edited, GroupTalk group, ButtonHandler buttons, ReachLines reach, Installations installations, MessageBoxSearch search, ReaderLanguages languages, ICrmStore store, LondonClock clock,
    IOptions<BotFrameworkOptions> options)
    : TeamsActivityHandler
{
    /// <summary>Longer lines are not read: nobody types that much about one visit, and what was pasted is better kept where it came from.</summary>
    public const int LongestText = 4000;

    /// <summary>In the service's language, until <see cref="Arrivals"/> knows who reads. Not async, so that the adapter's last words for a failed turn are in theirs too.</summary>
    public override Task OnTurnAsync(ITurnContext turnContext, CancellationToken cancellationToken)
    {
        ReaderLanguage.Speak(languages.Usual);
        return base.OnTurnAsync(turnContext, cancellationToken);
    }

    protected override async Task OnMessageActivityAsync(ITurnContext turnContext, CancellationToken cancellationToken)
    {
        using var reads = store.ReadTogether();
        var arrival = await arrivals.OfAsync(turnContext, cancellationToken);
        if (arrival.Turn is not { } turn || arrival.Person is not { } person)
        {
            reads.Dispose();
            await AnswerStrangerAsync(turnContext, cancellationToken);
            return;
        }

        if (arrival.Earlier is { } earlier)
        {
            await AgainAsync(turnContext, earlier, cancellationToken);
            return;
        }

        await RespondAsync(
            turnContext, turn, reads,
            () => IsHelp(turnContext.Activity) ? desk.AnswerAsync(turn, TurnAnswer.Show(TalkCards.Help(), CardKinds.Talk), cancellationToken)
                : !person.HasLeft(turn.Today) && !IsPersonal(turnContext.Activity) ? group.AnswerAsync(turn, PlainText(turnContext.Activity), cancellationToken)
                : Gate(turnContext.Activity, person, turn.Today, IsAboutReach(turnContext.Activity, person)) is { } refusal ? desk.AnswerAsync(turn, refusal, cancellationToken)
                : AnswerAsync(turnContext.Activity, person, turn, cancellationToken),
            cancellationToken);
    }

    protected override Task OnMessageUpdateActivityAsync(ITurnContext turnContext, CancellationToken cancellationToken)
    {
        // Bringing a deleted message back arrives as an update too; a channel that does not say what happened means an edit.
        var text = PlainText(turnContext.Activity);
        var isEdit = turnContext.Activity.GetTeamsChannelData()?.EventType is null or "editMessage";
        return text.Length is 0 or > LongestText || !isEdit
            ? Task.CompletedTask
            : AboutEarlierAsync(turnContext, turn => edited.ChangedAsync(turn, turnContext.TurnKey, text, cancellationToken), cancellationToken);
    }

    protected override Task OnMessageDeleteActivityAsync(ITurnContext turnContext, CancellationToken cancellationToken) =>
        AboutEarlierAsync(turnContext, turn => edited.DeletedAsync(turn, turnContext.TurnKey, cancellationToken), cancellationToken);

    protected override async Task<AdaptiveCardInvokeResponse?> OnAdaptiveCardInvokeAsync(
        ITurnContext turnContext, AdaptiveCardInvokeValue invokeValue, CancellationToken cancellationToken)
    {
        using var reads = store.ReadTogether();
        var arrival = await arrivals.OfAsync(turnContext, cancellationToken);
        if (arrival.Turn is not { } turn || arrival.Person is not { } person)
            return AdaptiveCardInvokeResponse.Message(Texts.AccessNeeded(turnContext.Activity.From?.AadObjectId));
        var answer = arrival.Earlier is { } earlier ? TurnAnswer.Of(earlier.Answer)
            : Gate(turnContext.Activity, person, turn.Today, invokeValue.Action?.Verb == Verbs.ShowUnreachable) is { } refusal ? refusal
            : await buttons.HandleAsync(turn, invokeValue.Action?.Verb, new ButtonData(invokeValue.Action?.Data), cancellationToken);
        reads.Dispose();
        if (arrival.Earlier is null && answer.InPlace is not null)
            await delivery.DeliverAsync(turnContext, turn.Key, person.Id, answer, cancellationToken);
        return answer.InPlace is { Card: { } card } inPlace ? InPlace(inPlace.Shown ?? card)
            : AdaptiveCardInvokeResponse.Message(answer.InPlace?.Text ?? answer.Replies[0].Text ?? "");
    }

    private AdaptiveCardInvokeResponse InPlace(JsonNode card) =>
        SizeGuard.Fits(card, options.Value) ? AdaptiveCardInvokeResponse.Card(card) : AdaptiveCardInvokeResponse.Message(Texts.Get("AnswerTooLarge"));

    /// <summary>Employers by name, for everybody of the service; a stranger finds nothing.</summary>
    protected override async Task<MessagingExtensionResponse?> OnTeamsMessagingExtensionQueryAsync(
        ITurnContext turnContext, MessagingExtensionQuery query, CancellationToken cancellationToken)
    {
        using var reads = store.ReadTogether();
        var arrival = await arrivals.OfAsync(turnContext, cancellationToken);
        return arrival is { Turn: { } turn, Person: { Role: not Role.Admin } person } && !person.HasLeft(turn.Today)
            ? await search.FindAsync(turn.Actor, query, turn.Reference.Bot?.Id, cancellationToken)
            : MessagingExtensionResponse.Results();
    }

    protected override Task OnInstallationUpdateActivityAsync(ITurnContext turnContext, CancellationToken cancellationToken) =>
        installations.ChangedAsync(turnContext, cancellationToken);

    protected override Task OnConversationUpdateActivityAsync(ITurnContext turnContext, CancellationToken cancellationToken) =>
        installations.ChangedAsync(turnContext, cancellationToken);

    /// <summary>Nothing a stranger writes is stored, and in a group nobody's id is shown.</summary>
    private static async Task AnswerStrangerAsync(ITurnContext turnContext, CancellationToken cancellationToken)
    {
        var activity = turnContext.Activity;
        if (IsHelp(activity))
            await turnContext.SendActivityAsync(new Reply(null, TalkCards.Help()).ToActivity(), cancellationToken);
        await turnContext.SendActivityAsync(
            IsPersonal(activity) ? Texts.AccessNeeded(activity.From?.AadObjectId) : Texts.Get("PrivateOnly"), cancellationToken);
    }

    private static bool IsHelp(Activity activity) => activity.Text is { Length: < 100 } && FoldedText.Key(PlainText(activity)) == "help";

    private static bool IsPersonal(Activity activity) => activity.Conversation?.ConversationType is null or ConversationTypes.Personal;

    /// <summary>The one thing an admin may ask: they have no visits, but they see who has the bot.</summary>
    private static bool IsAboutReach(Activity activity, Specialist person) =>
        ReachLines.IsAskedBy(person, PlainText(activity)) || (activity.Value is { } value && new ButtonData(value).Text("verb") == Verbs.ShowUnreachable);

    /// <summary>What is answered with one sentence before anything is read; null when the activity is to be handled.</summary>
    private static TurnAnswer? Gate(Activity activity, Specialist person, DateOnly today, bool isAboutReach = false)
    {
        if (person.HasLeft(today))
            return TurnAnswer.Say(Texts.Get("AccessEnded"));
        if (!IsPersonal(activity))
            return TurnAnswer.Say(Texts.Get("PrivateOnly"));
        return person.Role == Role.Admin && !isAboutReach ? TurnAnswer.Say(Texts.Get("AdminOnly")) : null;
    }

    private async Task<TurnAnswer> AnswerAsync(Activity activity, Specialist person, Turn turn, CancellationToken cancellationToken)
    {
        var text = PlainText(activity);
        if (text.Length == 0 && activity.Value is { } value)
        {
            var data = new ButtonData(value);
            return await buttons.HandleAsync(turn, data.Text("verb"), data, cancellationToken);
        }

        if (ReachLines.IsAskedBy(person, text))
            return await reach.TypedAsync(turn, cancellationToken);
        var fileCame = activity.Attachments?.Any(attachment => attachment.ContentType is not (null or "text/html" or ContentTypes.AdaptiveCard)) == true;
        if (text.Length == 0)
            return await desk.AnswerAsync(turn, TurnAnswer.Say(Texts.Get(fileCame ? "FileIgnored" : "Empty")), cancellationToken);
        if (text.Length > LongestText)
            return await desk.AnswerAsync(turn, TurnAnswer.Say(Texts.Get("TooLong", text.Length, LongestText)), cancellationToken);

        // A file beside a line is a slip of the thumb; the line counts, and the sentence about the file goes with its answer.
        return fileCame
            ? await lines.HandleAsync(turn with { Remark = Texts.Get("FileIgnored") }, text, cancellationToken)
            : await lines.HandleAsync(turn, text, cancellationToken);
    }

    private static string PlainText(Activity activity)
    {
        // Teams keeps two words of a paste together where a page or a phone's keyboard did; what is kept of the line has plain spaces.
        var text = activity.RemoveRecipientMention().Replace('\u00a0', ' ').Replace('\u202f', ' ');
        return activity.TextFormat == "xml" ? WebUtility.HtmlDecode(text).Replace('\u00a0', ' ').Trim() : text.Trim();
    }

    /// <summary>What became of an earlier message matters only where messages are acted on.</summary>
    private async Task AboutEarlierAsync(ITurnContext turnContext, Func<Turn, Task<TurnAnswer>> answer, CancellationToken cancellationToken)
    {
        using var reads = store.ReadTogether();
        var arrival = await arrivals.OfAsync(turnContext, cancellationToken);
        if (arrival.Turn is not { } turn || arrival.Person is not { } person || Gate(turnContext.Activity, person, turn.Today) is not null)
            return;
        if (arrival.Earlier is { } earlier)
            await AgainAsync(turnContext, earlier, cancellationToken);
        else
            await RespondAsync(turnContext, turn, reads, () => answer(turn), cancellationToken);
    }

    /// <summary>Makes the answer and sends it; <paramref name="reads"/> end before, so that a slow connector holds up no reader.</summary>
    private async Task RespondAsync(ITurnContext turnContext, Turn turn, IDisposable reads, Func<Task<TurnAnswer>> answer, CancellationToken cancellationToken)
    {
        try
        {
            var made = await answer();
            reads.Dispose();
            await delivery.DeliverAsync(turnContext, turn.Key, turn.Person.Id, made, cancellationToken);
        }
        catch (DuplicateKeyException)
        {
            // Another node answered the same delivery meanwhile; its answer is the answer.
            if ((await arrivals.OfAsync(turnContext, cancellationToken)).Earlier is not { } theirs)
                throw;
            await AgainAsync(turnContext, theirs, cancellationToken);
        }
    }

    /// <summary>A redelivery: the stored answer is sent unless it was, or is being, delivered, or may have been.</summary>
    private async Task AgainAsync(ITurnContext turnContext, ReceivedActivity earlier, CancellationToken cancellationToken)
    {
        if (earlier.IsDelivered || earlier.InDoubtAt is not null)
            return;
        var now = clock.Now;
        var ours = await store.WriteAsync(
            session => session.Conversations.ClaimAsync(earlier.ActivityKey, now, now + TurnDesk.Lease), cancellationToken);
        if (ours)
            await delivery.DeliverAsync(turnContext, earlier.ActivityKey, earlier.SpecialistId, TurnAnswer.Of(earlier.Answer), cancellationToken);
    }
}
