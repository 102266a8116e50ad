using System.Text.Json;
using EmployerCrm.BotFramework;

namespace EmployerCrm.Bot.Tests.BotFramework.Teams;

/// <summary>A bot that overrides every handler and writes down which of them was called with what.</summary>
internal sealed class ListeningBot : TeamsActivityHandler
{
    private readonly List<string> _heard = [];

    public IReadOnlyList<string> Heard => _heard;

    protected override Task OnMessageActivityAsync(ITurnContext turnContext, CancellationToken cancellationToken) => Hear("message");

    protected override async Task OnMessageUpdateActivityAsync(ITurnContext turnContext, CancellationToken cancellationToken)
    {
        await Hear("update");
        await base.OnMessageUpdateActivityAsync(turnContext, cancellationToken);
    }

    protected override async Task OnMessageDeleteActivityAsync(ITurnContext turnContext, CancellationToken cancellationToken)
    {
        await Hear("deletion");
        await base.OnMessageDeleteActivityAsync(turnContext, cancellationToken);
    }

    protected override Task OnTeamsMessageEditAsync(ITurnContext turnContext, CancellationToken cancellationToken) => Hear("edit");

    protected override Task OnTeamsMessageUndeleteAsync(ITurnContext turnContext, CancellationToken cancellationToken) => Hear("undelete");

    protected override Task OnTeamsMessageSoftDeleteAsync(ITurnContext turnContext, CancellationToken cancellationToken) => Hear("soft delete");

    protected override Task OnReactionsAddedAsync(IReadOnlyList<MessageReaction> messageReactions, ITurnContext turnContext, CancellationToken cancellationToken) =>
        Hear("reactions added " + string.Join(',', messageReactions.Select(reaction => reaction.Type)));

    protected override Task OnReactionsRemovedAsync(IReadOnlyList<MessageReaction> messageReactions, ITurnContext turnContext, CancellationToken cancellationToken) =>
        Hear("reactions removed " + string.Join(',', messageReactions.Select(reaction => reaction.Type)));

    protected override Task OnTokenResponseEventAsync(ITurnContext turnContext, CancellationToken cancellationToken) => Hear("token response");

    protected override Task OnEventAsync(ITurnContext turnContext, CancellationToken cancellationToken) => Hear("event " + turnContext.Activity.Name);

    protected override Task OnTeamsReadReceiptAsync(ReadReceiptInfo readReceiptInfo, ITurnContext turnContext, CancellationToken cancellationToken) =>
        Hear("read up to " + readReceiptInfo.LastReadMessageId);

    protected override Task OnEndOfConversationActivityAsync(ITurnContext turnContext, CancellationToken cancellationToken) => Hear("end");

    protected override Task OnTypingActivityAsync(ITurnContext turnContext, CancellationToken cancellationToken) => Hear("typing");

    protected override Task OnCommandActivityAsync(ITurnContext turnContext, CancellationToken cancellationToken) => Hear("command");

    protected override Task OnCommandResultActivityAsync(ITurnContext turnContext, CancellationToken cancellationToken) => Hear("command result");

    protected override Task OnUnrecognizedActivityTypeAsync(ITurnContext turnContext, CancellationToken cancellationToken) => Hear("unrecognized");

    protected override Task OnInstallationUpdateAddAsync(ITurnContext turnContext, CancellationToken cancellationToken) => Hear("installed");

    protected override Task OnInstallationUpdateRemoveAsync(ITurnContext turnContext, CancellationToken cancellationToken) => Hear("removed");

    protected override Task OnMembersAddedAsync(IReadOnlyList<ChannelAccount> membersAdded, ITurnContext turnContext, CancellationToken cancellationToken) =>
        Hear("added " + Ids(membersAdded));

    protected override Task OnMembersRemovedAsync(IReadOnlyList<ChannelAccount> membersRemoved, ITurnContext turnContext, CancellationToken cancellationToken) =>
        Hear("removed " + Ids(membersRemoved));

    protected override async Task OnTeamsMembersAddedAsync(
        IReadOnlyList<ChannelAccount> membersAdded, TeamInfo? teamInfo, ITurnContext turnContext, CancellationToken cancellationToken)
    {
        await Hear($"added to team {teamInfo?.Name}: {Ids(membersAdded)}");
        await base.OnTeamsMembersAddedAsync(membersAdded, teamInfo, turnContext, cancellationToken);
    }

    protected override async Task OnTeamsMembersRemovedAsync(
        IReadOnlyList<ChannelAccount> membersRemoved, TeamInfo? teamInfo, ITurnContext turnContext, CancellationToken cancellationToken)
    {
        await Hear($"removed from team {teamInfo?.Name}: {Ids(membersRemoved)}");
        await base.OnTeamsMembersRemovedAsync(membersRemoved, teamInfo, turnContext, cancellationToken);
    }

    protected override Task OnTeamsChannelCreatedAsync(ChannelInfo? channelInfo, TeamInfo? teamInfo, ITurnContext turnContext, CancellationToken cancellationToken) =>
        Hear($"created {channelInfo?.Name} in {teamInfo?.Name}");

    protected override Task OnTeamsChannelDeletedAsync(ChannelInfo? channelInfo, TeamInfo? teamInfo, ITurnContext turnContext, CancellationToken cancellationToken) =>
        Hear($"deleted {channelInfo?.Name} in {teamInfo?.Name}");

    protected override Task OnTeamsChannelRenamedAsync(ChannelInfo? channelInfo, TeamInfo? teamInfo, ITurnContext turnContext, CancellationToken cancellationToken) =>
        Hear($"renamed {channelInfo?.Name} in {teamInfo?.Name}");

    protected override Task OnTeamsChannelRestoredAsync(ChannelInfo? channelInfo, TeamInfo? teamInfo, ITurnContext turnContext, CancellationToken cancellationToken) =>
        Hear($"restored {channelInfo?.Name} in {teamInfo?.Name}");

    protected override Task OnTeamsTeamArchivedAsync(TeamInfo? teamInfo, ITurnContext turnContext, CancellationToken cancellationToken) => Hear("archived " + teamInfo?.Name);

    protected override Task OnTeamsTeamDeletedAsync(TeamInfo? teamInfo, ITurnContext turnContext, CancellationToken cancellationToken) => Hear("deleted " + teamInfo?.Name);

    protected override Task OnTeamsTeamHardDeletedAsync(TeamInfo? teamInfo, ITurnContext turnContext, CancellationToken cancellationToken) =>
        Hear("deleted for good " + teamInfo?.Name);

    protected override Task OnTeamsTeamRenamedAsync(TeamInfo? teamInfo, ITurnContext turnContext, CancellationToken cancellationToken) => Hear("renamed " + teamInfo?.Name);

    protected override Task OnTeamsTeamRestoredAsync(TeamInfo? teamInfo, ITurnContext turnContext, CancellationToken cancellationToken) => Hear("restored " + teamInfo?.Name);

    protected override Task OnTeamsTeamUnarchivedAsync(TeamInfo? teamInfo, ITurnContext turnContext, CancellationToken cancellationToken) =>
        Hear("unarchived " + teamInfo?.Name);

    protected override async Task<InvokeResponse?> OnTeamsCardActionInvokeAsync(ITurnContext turnContext, CancellationToken cancellationToken)
    {
        await Hear("card action without a name");
        return new InvokeResponse(200, new System.Text.Json.Nodes.JsonObject { ["from"] = "card action" });
    }

    protected override Task OnTeamsSigninVerifyStateAsync(ITurnContext turnContext, CancellationToken cancellationToken) => Hear("sign-in " + turnContext.Activity.Name);

    protected override async Task<SearchInvokeResponse?> OnSearchInvokeAsync(ITurnContext turnContext, SearchInvokeValue invokeValue, CancellationToken cancellationToken)
    {
        await Hear($"search {invokeValue.Kind} '{invokeValue.QueryText}' in {invokeValue.Dataset} {invokeValue.QueryOptions?.Skip}+{invokeValue.QueryOptions?.Top}");
        return SearchInvokeResponse.Choices(new SearchInvokeChoice("Friday's Café", "7"));
    }

    protected override async Task<TaskModuleResponse?> OnTeamsTaskModuleFetchAsync(
        ITurnContext turnContext, TaskModuleRequest taskModuleRequest, CancellationToken cancellationToken)
    {
        await Hear($"dialog {taskModuleRequest.Data} {taskModuleRequest.Context?.Theme}");
        return TaskModuleResponse.Continue(new TaskModuleTaskInfo { Title = "Visit", Height = "large", Width = 600, Url = "https://crm.example/visit" });
    }

    protected override async Task<TaskModuleResponse?> OnTeamsTaskModuleSubmitAsync(
        ITurnContext turnContext, TaskModuleRequest taskModuleRequest, CancellationToken cancellationToken)
    {
        await Hear($"dialog sent {taskModuleRequest.Data}");
        return null;
    }

    protected override async Task<MessagingExtensionResponse?> OnTeamsMessagingExtensionQueryAsync(
        ITurnContext turnContext, MessagingExtensionQuery query, CancellationToken cancellationToken)
    {
        await Hear($"query {query.CommandId} '{query.TextOf("name")}' {query.QueryOptions?.Skip}+{query.QueryOptions?.Count}");
        return MessagingExtensionResponse.Results(new MessagingExtensionAttachment { ContentType = ContentTypes.AdaptiveCard, Preview = new Attachment { Name = "preview" } });
    }

    protected override async Task<MessagingExtensionResponse?> OnTeamsMessagingExtensionSelectItemAsync(
        ITurnContext turnContext, JsonElement query, CancellationToken cancellationToken)
    {
        await Hear("selected " + query.GetRawText());
        return MessagingExtensionResponse.Results();
    }

    protected override async Task<MessagingExtensionActionResponse?> OnTeamsMessagingExtensionFetchTaskAsync(
        ITurnContext turnContext, MessagingExtensionAction action, CancellationToken cancellationToken)
    {
        await Hear($"action {action.CommandId} from {action.CommandContext}");
        return new MessagingExtensionActionResponse { Task = TaskModuleResponseBase.Message("Not here.") };
    }

    protected override Task<MessagingExtensionActionResponse?> OnTeamsMessagingExtensionSubmitActionAsync(
        ITurnContext turnContext, MessagingExtensionAction action, CancellationToken cancellationToken) => HearAction("sent " + action.Data);

    protected override Task<MessagingExtensionActionResponse?> OnTeamsMessagingExtensionBotMessagePreviewEditAsync(
        ITurnContext turnContext, MessagingExtensionAction action, CancellationToken cancellationToken) => HearAction("edit preview");

    protected override Task<MessagingExtensionActionResponse?> OnTeamsMessagingExtensionBotMessagePreviewSendAsync(
        ITurnContext turnContext, MessagingExtensionAction action, CancellationToken cancellationToken) =>
        HearAction("send preview " + action.BotActivityPreview?[0].Text);

    protected override async Task<MessagingExtensionResponse?> OnTeamsAppBasedLinkQueryAsync(
        ITurnContext turnContext, AppBasedLinkQuery query, CancellationToken cancellationToken)
    {
        await Hear("link " + query.Url);
        return MessagingExtensionResponse.Message("No such employer.");
    }

    protected override async Task<MessagingExtensionResponse?> OnTeamsAnonymousAppBasedLinkQueryAsync(
        ITurnContext turnContext, AppBasedLinkQuery query, CancellationToken cancellationToken)
    {
        await Hear("anonymous link " + query.Url);
        return null;
    }

    protected override async Task<MessagingExtensionResponse?> OnTeamsMessagingExtensionConfigurationQuerySettingUrlAsync(
        ITurnContext turnContext, MessagingExtensionQuery query, CancellationToken cancellationToken)
    {
        await Hear("settings page of " + query.CommandId);
        return null;
    }

    protected override Task OnTeamsMessagingExtensionConfigurationSettingAsync(ITurnContext turnContext, JsonElement settings, CancellationToken cancellationToken) =>
        Hear("settings " + settings.GetRawText());

    protected override Task OnTeamsMessagingExtensionCardButtonClickedAsync(ITurnContext turnContext, JsonElement cardData, CancellationToken cancellationToken) =>
        Hear("card button " + cardData.GetRawText());

    private static string Ids(IEnumerable<ChannelAccount> members) => string.Join(',', members.Select(member => member.Id));

    private Task Hear(string what)
    {
        _heard.Add(what);
        return Task.CompletedTask;
    }

    private async Task<MessagingExtensionActionResponse?> HearAction(string what)
    {
        await Hear(what);
        return null;
    }
}
