using System.Collections.Frozen;

namespace EmployerCrm.BotFramework;

/// <summary>The values of <see cref="Activity.Type"/> that a bot in Teams meets.</summary>
public static class ActivityTypes
{
    public const string Message = "message";
    public const string MessageUpdate = "messageUpdate";
    public const string MessageDelete = "messageDelete";
    public const string MessageReaction = "messageReaction";
    public const string ConversationUpdate = "conversationUpdate";
    public const string InstallationUpdate = "installationUpdate";
    public const string Invoke = "invoke";
    public const string Event = "event";
    public const string Typing = "typing";
    public const string EndOfConversation = "endOfConversation";
    public const string Command = "command";
    public const string CommandResult = "commandResult";
}

/// <summary>The values of <see cref="Activity.ChannelId"/>.</summary>
public static class Channels
{
    public const string MsTeams = "msteams";
}

/// <summary>The values of <see cref="ConversationAccount.ConversationType"/> in Teams.</summary>
public static class ConversationTypes
{
    public const string Personal = "personal";
    public const string GroupChat = "groupChat";
    public const string Channel = "channel";
}

/// <summary>The names of invokes (<see cref="Activity.Name"/>).</summary>
public static class InvokeNames
{
    public const string AdaptiveCardAction = "adaptiveCard/action";
    public const string Search = "application/search";
    public const string SignInVerifyState = "signin/verifyState";
    public const string SignInTokenExchange = "signin/tokenExchange";
    public const string MessageExtensionQuery = "composeExtension/query";
    public const string MessageExtensionSelectItem = "composeExtension/selectItem";
    public const string MessageExtensionFetchTask = "composeExtension/fetchTask";
    public const string MessageExtensionSubmitAction = "composeExtension/submitAction";
    public const string MessageExtensionQueryLink = "composeExtension/queryLink";
    public const string MessageExtensionAnonymousQueryLink = "composeExtension/anonymousQueryLink";
    public const string MessageExtensionQuerySettingUrl = "composeExtension/querySettingUrl";
    public const string MessageExtensionSetting = "composeExtension/setting";
    public const string MessageExtensionCardButtonClicked = "composeExtension/onCardButtonClicked";
    public const string TaskFetch = "task/fetch";
    public const string TaskSubmit = "task/submit";

    /// <summary>What the names of all message-extension invokes begin with; Teams waits 5 seconds for their answers.</summary>
    public const string MessageExtensionPrefix = "composeExtension/";

    internal static readonly FrozenSet<string> All = FrozenSet.Create(
        AdaptiveCardAction, Search, SignInVerifyState, SignInTokenExchange, MessageExtensionQuery, MessageExtensionSelectItem, MessageExtensionFetchTask,
        MessageExtensionSubmitAction, MessageExtensionQueryLink, MessageExtensionAnonymousQueryLink, MessageExtensionQuerySettingUrl, MessageExtensionSetting,
        MessageExtensionCardButtonClicked, TaskFetch, TaskSubmit);
}

/// <summary>The names of events (<see cref="Activity.Name"/>) that have handlers of their own.</summary>
public static class EventNames
{
    public const string TokenResponse = "tokens/response";
    public const string ReadReceipt = "application/vnd.microsoft.readReceipt";
}

/// <summary>Content types of attachments and of invoke answers.</summary>
public static class ContentTypes
{
    public const string AdaptiveCard = "application/vnd.microsoft.card.adaptive";
    public const string ThumbnailCard = "application/vnd.microsoft.card.thumbnail";
    public const string InvokeMessage = "application/vnd.microsoft.activity.message";
    public const string InvokeError = "application/vnd.microsoft.error";
    public const string SearchResponse = "application/vnd.microsoft.search.searchResponse";
}
