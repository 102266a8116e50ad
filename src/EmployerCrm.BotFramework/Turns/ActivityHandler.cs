using System.Net;

namespace EmployerCrm.BotFramework;

/// <summary>Sorts activities by kind; a bot overrides what it cares about. What is not overridden does nothing, and an invoke is answered 501.</summary>
public partial class ActivityHandler : IBot
{
    /// <summary>Calls the handler for the activity's type. An override that does not call this one does all the sorting itself.</summary>
    public virtual async Task OnTurnAsync(ITurnContext turnContext, CancellationToken cancellationToken)
    {
        if (turnContext.Activity.Type == ActivityTypes.Invoke)
        {
            turnContext.InvokeResponse = await OnInvokeActivityAsync(turnContext, cancellationToken);
            return;
        }

        await (turnContext.Activity.Type switch
        {
            ActivityTypes.Message => OnMessageActivityAsync(turnContext, cancellationToken),
            ActivityTypes.MessageUpdate => OnMessageUpdateActivityAsync(turnContext, cancellationToken),
            ActivityTypes.MessageDelete => OnMessageDeleteActivityAsync(turnContext, cancellationToken),
            ActivityTypes.MessageReaction => OnMessageReactionActivityAsync(turnContext, cancellationToken),
            ActivityTypes.ConversationUpdate => OnConversationUpdateActivityAsync(turnContext, cancellationToken),
            ActivityTypes.InstallationUpdate => OnInstallationUpdateActivityAsync(turnContext, cancellationToken),
            ActivityTypes.Event => OnEventActivityAsync(turnContext, cancellationToken),
            ActivityTypes.EndOfConversation => OnEndOfConversationActivityAsync(turnContext, cancellationToken),
            ActivityTypes.Typing => OnTypingActivityAsync(turnContext, cancellationToken),
            ActivityTypes.Command => OnCommandActivityAsync(turnContext, cancellationToken),
            ActivityTypes.CommandResult => OnCommandResultActivityAsync(turnContext, cancellationToken),
            _ => OnUnrecognizedActivityTypeAsync(turnContext, cancellationToken),
        });
    }

    /// <summary>Somebody wrote, or pressed an Action.Submit: that is a message with a <see cref="Activity.Value"/> and without a text.</summary>
    protected virtual Task OnMessageActivityAsync(ITurnContext turnContext, CancellationToken cancellationToken) => Task.CompletedTask;

    /// <summary>A message was edited; <see cref="Activity.Id"/> is the original's.</summary>
    protected virtual Task OnMessageUpdateActivityAsync(ITurnContext turnContext, CancellationToken cancellationToken) => Task.CompletedTask;

    /// <summary>A message was deleted; <see cref="Activity.Id"/> is its id.</summary>
    protected virtual Task OnMessageDeleteActivityAsync(ITurnContext turnContext, CancellationToken cancellationToken) => Task.CompletedTask;

    /// <summary>Reactions were put on, or taken off, the message that <see cref="Activity.ReplyToId"/> names; tells them apart.</summary>
    protected virtual async Task OnMessageReactionActivityAsync(ITurnContext turnContext, CancellationToken cancellationToken)
    {
        if (turnContext.Activity.ReactionsAdded is { Count: > 0 } added)
        {
            await OnReactionsAddedAsync([.. added], turnContext, cancellationToken);
        }

        if (turnContext.Activity.ReactionsRemoved is { Count: > 0 } removed)
        {
            await OnReactionsRemovedAsync([.. removed], turnContext, cancellationToken);
        }
    }

    /// <summary>Reactions were put on a message; <see cref="Activity.ReplyToId"/> is its id.</summary>
    protected virtual Task OnReactionsAddedAsync(IReadOnlyList<MessageReaction> messageReactions, ITurnContext turnContext, CancellationToken cancellationToken) =>
        Task.CompletedTask;

    /// <summary>Reactions were taken off a message.</summary>
    protected virtual Task OnReactionsRemovedAsync(IReadOnlyList<MessageReaction> messageReactions, ITurnContext turnContext, CancellationToken cancellationToken) =>
        Task.CompletedTask;

    /// <summary>Members came or went. The bot itself is not counted among those who came or went: installs do that.</summary>
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

    /// <summary>Members came, the bot itself not counted. Do not greet everybody in a team.</summary>
    protected virtual Task OnMembersAddedAsync(IReadOnlyList<ChannelAccount> membersAdded, ITurnContext turnContext, CancellationToken cancellationToken) =>
        Task.CompletedTask;

    /// <summary>Members left, the bot itself not counted.</summary>
    protected virtual Task OnMembersRemovedAsync(IReadOnlyList<ChannelAccount> membersRemoved, ITurnContext turnContext, CancellationToken cancellationToken) =>
        Task.CompletedTask;

    /// <summary>The app was installed or removed; <see cref="Activity.Action"/> says which, an upgrade counts as either.</summary>
    protected virtual Task OnInstallationUpdateActivityAsync(ITurnContext turnContext, CancellationToken cancellationToken) => turnContext.Activity.Action switch
    {
        "add" or "add-upgrade" => OnInstallationUpdateAddAsync(turnContext, cancellationToken),
        "remove" or "remove-upgrade" => OnInstallationUpdateRemoveAsync(turnContext, cancellationToken),
        _ => Task.CompletedTask,
    };

    /// <summary>The app was installed, for a person, a chat or a team. Often a conversationUpdate comes, too.</summary>
    protected virtual Task OnInstallationUpdateAddAsync(ITurnContext turnContext, CancellationToken cancellationToken) => Task.CompletedTask;

    /// <summary>The app was removed: this conversation can no longer be written to.</summary>
    protected virtual Task OnInstallationUpdateRemoveAsync(ITurnContext turnContext, CancellationToken cancellationToken) => Task.CompletedTask;

    /// <summary>Something happened that is no message; <see cref="Activity.Name"/> says what.</summary>
    protected virtual Task OnEventActivityAsync(ITurnContext turnContext, CancellationToken cancellationToken) => turnContext.Activity.Name is EventNames.TokenResponse
        ? OnTokenResponseEventAsync(turnContext, cancellationToken)
        : OnEventAsync(turnContext, cancellationToken);

    /// <summary>The token service answers a sign-in: <see cref="Activity.Value"/> holds a token, so it must not be logged.</summary>
    protected virtual Task OnTokenResponseEventAsync(ITurnContext turnContext, CancellationToken cancellationToken) => Task.CompletedTask;

    /// <summary>Any other event.</summary>
    protected virtual Task OnEventAsync(ITurnContext turnContext, CancellationToken cancellationToken) => Task.CompletedTask;

    /// <summary>The other side has ended the conversation.</summary>
    protected virtual Task OnEndOfConversationActivityAsync(ITurnContext turnContext, CancellationToken cancellationToken) => Task.CompletedTask;

    /// <summary>Somebody is typing.</summary>
    protected virtual Task OnTypingActivityAsync(ITurnContext turnContext, CancellationToken cancellationToken) => Task.CompletedTask;

    /// <summary>Asked to do something, by name, with an answer expected later as a command result.</summary>
    protected virtual Task OnCommandActivityAsync(ITurnContext turnContext, CancellationToken cancellationToken) => Task.CompletedTask;

    /// <summary>The answer to a command that the bot gave.</summary>
    protected virtual Task OnCommandResultActivityAsync(ITurnContext turnContext, CancellationToken cancellationToken) => Task.CompletedTask;

    /// <summary>A type that this version has no handler for.</summary>
    protected virtual Task OnUnrecognizedActivityTypeAsync(ITurnContext turnContext, CancellationToken cancellationToken) => Task.CompletedTask;

    private protected static IReadOnlyList<ChannelAccount> Others(ITurnContext turnContext, IEnumerable<ChannelAccount>? members) =>
        [.. (members ?? []).Where(member => member.Id != turnContext.Activity.Recipient?.Id)];

    private protected static InvokeResponseException NotImplemented() => new(HttpStatusCode.NotImplemented);
}
