using System.Text.Json;

namespace EmployerCrm.BotFramework;

/// <summary>Sorts activities by kind; a bot overrides what it cares about. What is not overridden does nothing, and an invoke is answered 501.</summary>
public class ActivityHandler : IBot
{
    public virtual async Task OnTurnAsync(ITurnContext turnContext, CancellationToken cancellationToken)
    {
        switch (turnContext.Activity.Type)
        {
            case ActivityTypes.Message:
                await OnMessageActivityAsync(turnContext, cancellationToken);
                break;
            case ActivityTypes.MessageUpdate:
                await OnMessageUpdateActivityAsync(turnContext, cancellationToken);
                break;
            case ActivityTypes.MessageDelete:
                await OnMessageDeleteActivityAsync(turnContext, cancellationToken);
                break;
            case ActivityTypes.MessageReaction:
                await OnMessageReactionActivityAsync(turnContext, cancellationToken);
                break;
            case ActivityTypes.ConversationUpdate:
                await OnConversationUpdateActivityAsync(turnContext, cancellationToken);
                break;
            case ActivityTypes.InstallationUpdate:
                await OnInstallationUpdateActivityAsync(turnContext, cancellationToken);
                break;
            case ActivityTypes.Invoke:
                turnContext.InvokeResponse = await OnInvokeActivityAsync(turnContext, cancellationToken);
                break;
            default:
                await OnUnrecognizedActivityTypeAsync(turnContext, cancellationToken);
                break;
        }
    }

    protected virtual Task OnMessageActivityAsync(ITurnContext turnContext, CancellationToken cancellationToken) => Task.CompletedTask;

    /// <summary>A message was edited; <see cref="Activity.Id"/> is the original's.</summary>
    protected virtual Task OnMessageUpdateActivityAsync(ITurnContext turnContext, CancellationToken cancellationToken) => Task.CompletedTask;

    protected virtual Task OnMessageDeleteActivityAsync(ITurnContext turnContext, CancellationToken cancellationToken) => Task.CompletedTask;

    protected virtual Task OnMessageReactionActivityAsync(ITurnContext turnContext, CancellationToken cancellationToken) => Task.CompletedTask;

    /// <summary>Members came or went, or a team or channel was renamed. The bot itself is not counted among those who came or went: installs do that.</summary>
    protected virtual async Task OnConversationUpdateActivityAsync(ITurnContext turnContext, CancellationToken cancellationToken)
    {
        if (Others(turnContext, turnContext.Activity.MembersAdded) is { Count: > 0 } added)
        {
            await OnMembersAddedAsync(added, turnContext, cancellationToken);
        }

        if (Others(turnContext, turnContext.Activity.MembersRemoved) is { Count: > 0 } removed)
        {
            await OnMembersRemovedAsync(removed, turnContext, cancellationToken);
        }
    }

    protected virtual Task OnMembersAddedAsync(IReadOnlyList<ChannelAccount> membersAdded, ITurnContext turnContext, CancellationToken cancellationToken) =>
        Task.CompletedTask;

    protected virtual Task OnMembersRemovedAsync(IReadOnlyList<ChannelAccount> membersRemoved, ITurnContext turnContext, CancellationToken cancellationToken) =>
        Task.CompletedTask;

    /// <summary>The app was installed or removed; <see cref="Activity.Action"/> says which.</summary>
    protected virtual Task OnInstallationUpdateActivityAsync(ITurnContext turnContext, CancellationToken cancellationToken) => Task.CompletedTask;

    protected virtual Task OnUnrecognizedActivityTypeAsync(ITurnContext turnContext, CancellationToken cancellationToken) => Task.CompletedTask;

    /// <summary>Answers an invoke in the HTTP response; null means that the bot does not know it (501).</summary>
    protected virtual async Task<InvokeResponse?> OnInvokeActivityAsync(ITurnContext turnContext, CancellationToken cancellationToken)
    {
        if (turnContext.Activity.Name is not InvokeNames.AdaptiveCardAction)
        {
            return null;
        }

        if (ReadCardAction(turnContext.Activity) is not { } value)
        {
            return CardAnswer(400, AdaptiveCardInvokeResponse.Error(400, "BadRequest", "The value is not a card action."));
        }

        // What the bot decides, an error too, is told inside an answer of 200: that is how the client shows it.
        return await OnAdaptiveCardInvokeAsync(turnContext, value, cancellationToken) is { } answer ? CardAnswer(200, answer) : null;
    }

    /// <summary>An Action.Execute was pressed (or a card refreshes itself); null means that the bot does not know the verb (501).</summary>
    protected virtual Task<AdaptiveCardInvokeResponse?> OnAdaptiveCardInvokeAsync(
        ITurnContext turnContext, AdaptiveCardInvokeValue invokeValue, CancellationToken cancellationToken) =>
        Task.FromResult<AdaptiveCardInvokeResponse?>(null);

    private static InvokeResponse CardAnswer(int status, AdaptiveCardInvokeResponse answer) =>
        new(status, JsonSerializer.SerializeToNode(answer, BotJson.Default.AdaptiveCardInvokeResponse));

    private static AdaptiveCardInvokeValue? ReadCardAction(Activity activity)
    {
        try
        {
            var value = activity.Value?.Deserialize(BotJson.Default.AdaptiveCardInvokeValue);
            return value?.Action?.Verb is null ? null : value;
        }
        catch (JsonException)
        {
            return null;
        }
    }

    private static List<ChannelAccount> Others(ITurnContext turnContext, IEnumerable<ChannelAccount>? members) =>
        [.. (members ?? []).Where(member => member.Id != turnContext.Activity.Recipient?.Id)];
}
