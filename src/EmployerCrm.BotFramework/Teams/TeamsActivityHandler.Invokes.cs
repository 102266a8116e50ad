using System.Net;
using System.Text.Json;

namespace EmployerCrm.BotFramework;

public partial class TeamsActivityHandler
{
    /// <inheritdoc />
    protected override async Task<InvokeResponse?> OnInvokeActivityAsync(ITurnContext turnContext, CancellationToken cancellationToken)
    {
        try
        {
            return turnContext.Activity.Name switch
            {
                null when IsTeams(turnContext) => await OnTeamsCardActionInvokeAsync(turnContext, cancellationToken),
                InvokeNames.TaskFetch => CreateInvokeResponse(
                    await OnTeamsTaskModuleFetchAsync(turnContext, TaskOf(turnContext), cancellationToken), BotJson.Default.TaskModuleResponse),
                InvokeNames.TaskSubmit => CreateInvokeResponse(
                    await OnTeamsTaskModuleSubmitAsync(turnContext, TaskOf(turnContext), cancellationToken), BotJson.Default.TaskModuleResponse),
                { } name when name.StartsWith(InvokeNames.MessageExtensionPrefix, StringComparison.Ordinal) =>
                    await OnMessageExtensionInvokeAsync(name, turnContext, cancellationToken),
                _ => await base.OnInvokeActivityAsync(turnContext, cancellationToken),
            };
        }
        catch (InvokeResponseException exception)
        {
            return exception.CreateInvokeResponse();
        }
    }

    /// <summary>A button of a card made an invoke without a name (<c>msteams.type</c> is <c>invoke</c>).</summary>
    protected virtual Task<InvokeResponse?> OnTeamsCardActionInvokeAsync(ITurnContext turnContext, CancellationToken cancellationToken) => throw NotImplemented();

    /// <inheritdoc />
    protected override Task OnSignInInvokeAsync(ITurnContext turnContext, CancellationToken cancellationToken) =>
        OnTeamsSigninVerifyStateAsync(turnContext, cancellationToken);

    /// <summary>A sign-in page was left (<c>signin/verifyState</c>), or Teams brings a token (<c>signin/tokenExchange</c>): the activity's name says which.</summary>
    protected virtual Task OnTeamsSigninVerifyStateAsync(ITurnContext turnContext, CancellationToken cancellationToken) => throw NotImplemented();

    /// <summary>A button asks for a dialog.</summary>
    /// <returns>What it shows.</returns>
    protected virtual Task<TaskModuleResponse?> OnTeamsTaskModuleFetchAsync(
        ITurnContext turnContext, TaskModuleRequest taskModuleRequest, CancellationToken cancellationToken) => throw NotImplemented();

    /// <summary>A dialog's form was sent.</summary>
    /// <returns>What the dialog shows next; null closes it.</returns>
    protected virtual Task<TaskModuleResponse?> OnTeamsTaskModuleSubmitAsync(
        ITurnContext turnContext, TaskModuleRequest taskModuleRequest, CancellationToken cancellationToken) => throw NotImplemented();

    /// <summary>Somebody searches from the message box. Answer within 5 seconds.</summary>
    protected virtual Task<MessagingExtensionResponse?> OnTeamsMessagingExtensionQueryAsync(
        ITurnContext turnContext, MessagingExtensionQuery query, CancellationToken cancellationToken) => throw NotImplemented();

    /// <summary>A result was chosen whose preview has an invoke as its tap.</summary>
    /// <param name="query">The value of that tap, as the bot wrote it into the result, but from outside now.</param>
    protected virtual Task<MessagingExtensionResponse?> OnTeamsMessagingExtensionSelectItemAsync(
        ITurnContext turnContext, JsonElement query, CancellationToken cancellationToken) => throw NotImplemented();

    /// <summary>An action command was started that has a dialog.</summary>
    protected virtual Task<MessagingExtensionActionResponse?> OnTeamsMessagingExtensionFetchTaskAsync(
        ITurnContext turnContext, MessagingExtensionAction action, CancellationToken cancellationToken) => throw NotImplemented();

    /// <summary>An action command's form was sent, or the preview of a message was answered; tells them apart.</summary>
    protected virtual Task<MessagingExtensionActionResponse?> OnTeamsMessagingExtensionSubmitActionDispatchAsync(
        ITurnContext turnContext, MessagingExtensionAction action, CancellationToken cancellationToken) => action.BotMessagePreviewAction switch
        {
            null or "" => OnTeamsMessagingExtensionSubmitActionAsync(turnContext, action, cancellationToken),
            "edit" => OnTeamsMessagingExtensionBotMessagePreviewEditAsync(turnContext, action, cancellationToken),
            "send" => OnTeamsMessagingExtensionBotMessagePreviewSendAsync(turnContext, action, cancellationToken),
            _ => throw new InvokeResponseException(HttpStatusCode.BadRequest),
        };

    /// <summary>An action command's form was sent.</summary>
    protected virtual Task<MessagingExtensionActionResponse?> OnTeamsMessagingExtensionSubmitActionAsync(
        ITurnContext turnContext, MessagingExtensionAction action, CancellationToken cancellationToken) => throw NotImplemented();

    /// <summary>The person wants to change the message that the bot offered to send: answer with the form again.</summary>
    protected virtual Task<MessagingExtensionActionResponse?> OnTeamsMessagingExtensionBotMessagePreviewEditAsync(
        ITurnContext turnContext, MessagingExtensionAction action, CancellationToken cancellationToken) => throw NotImplemented();

    /// <summary>The person agreed to the message that the bot offered to send: send it.</summary>
    protected virtual Task<MessagingExtensionActionResponse?> OnTeamsMessagingExtensionBotMessagePreviewSendAsync(
        ITurnContext turnContext, MessagingExtensionAction action, CancellationToken cancellationToken) => throw NotImplemented();

    /// <summary>A link of a domain that the manifest names was pasted.</summary>
    protected virtual Task<MessagingExtensionResponse?> OnTeamsAppBasedLinkQueryAsync(
        ITurnContext turnContext, AppBasedLinkQuery query, CancellationToken cancellationToken) => throw NotImplemented();

    /// <summary>As <see cref="OnTeamsAppBasedLinkQueryAsync"/>, where the app is not installed: show nothing that is not public.</summary>
    protected virtual Task<MessagingExtensionResponse?> OnTeamsAnonymousAppBasedLinkQueryAsync(
        ITurnContext turnContext, AppBasedLinkQuery query, CancellationToken cancellationToken) => throw NotImplemented();

    /// <summary>Teams asks for the address of the extension's settings page.</summary>
    protected virtual Task<MessagingExtensionResponse?> OnTeamsMessagingExtensionConfigurationQuerySettingUrlAsync(
        ITurnContext turnContext, MessagingExtensionQuery query, CancellationToken cancellationToken) => throw NotImplemented();

    /// <summary>The settings page was closed.</summary>
    protected virtual Task OnTeamsMessagingExtensionConfigurationSettingAsync(
        ITurnContext turnContext, JsonElement settings, CancellationToken cancellationToken) => throw NotImplemented();

    /// <summary>A button was pressed on a card that stands in somebody's message.</summary>
    protected virtual Task OnTeamsMessagingExtensionCardButtonClickedAsync(
        ITurnContext turnContext, JsonElement cardData, CancellationToken cancellationToken) => throw NotImplemented();

    private async Task<InvokeResponse?> OnMessageExtensionInvokeAsync(string name, ITurnContext turnContext, CancellationToken cancellationToken)
    {
        switch (name)
        {
            case InvokeNames.MessageExtensionQuery:
                return Answer(await OnTeamsMessagingExtensionQueryAsync(turnContext, QueryOf(turnContext), cancellationToken));
            case InvokeNames.MessageExtensionSelectItem:
                return Answer(await OnTeamsMessagingExtensionSelectItemAsync(turnContext, ObjectOf(turnContext), cancellationToken));
            case InvokeNames.MessageExtensionQueryLink:
                return Answer(await OnTeamsAppBasedLinkQueryAsync(turnContext, LinkOf(turnContext), cancellationToken));
            case InvokeNames.MessageExtensionAnonymousQueryLink:
                return Answer(await OnTeamsAnonymousAppBasedLinkQueryAsync(turnContext, LinkOf(turnContext), cancellationToken));
            case InvokeNames.MessageExtensionQuerySettingUrl:
                return Answer(await OnTeamsMessagingExtensionConfigurationQuerySettingUrlAsync(turnContext, QueryOf(turnContext), cancellationToken));
            case InvokeNames.MessageExtensionFetchTask:
                return Answer(await OnTeamsMessagingExtensionFetchTaskAsync(turnContext, ActionOf(turnContext), cancellationToken));
            case InvokeNames.MessageExtensionSubmitAction:
                return Answer(await OnTeamsMessagingExtensionSubmitActionDispatchAsync(turnContext, ActionOf(turnContext), cancellationToken));
            case InvokeNames.MessageExtensionSetting:
                await OnTeamsMessagingExtensionConfigurationSettingAsync(turnContext, ObjectOf(turnContext), cancellationToken);
                return CreateInvokeResponse();
            case InvokeNames.MessageExtensionCardButtonClicked:
                await OnTeamsMessagingExtensionCardButtonClickedAsync(turnContext, ObjectOf(turnContext), cancellationToken);
                return CreateInvokeResponse();
            default:
                return null;
        }
    }

    private static InvokeResponse Answer(MessagingExtensionResponse? answer) => CreateInvokeResponse(answer, BotJson.Default.MessagingExtensionResponse);

    private static InvokeResponse Answer(MessagingExtensionActionResponse? answer) => CreateInvokeResponse(answer, BotJson.Default.MessagingExtensionActionResponse);

    private static TaskModuleRequest TaskOf(ITurnContext turnContext) => ReadValue(turnContext.Activity, BotJson.Default.TaskModuleRequest);

    private static MessagingExtensionQuery QueryOf(ITurnContext turnContext) => ReadValue(turnContext.Activity, BotJson.Default.MessagingExtensionQuery);

    private static MessagingExtensionAction ActionOf(ITurnContext turnContext) => ReadValue(turnContext.Activity, BotJson.Default.MessagingExtensionAction);

    private static AppBasedLinkQuery LinkOf(ITurnContext turnContext) => ReadValue(turnContext.Activity, BotJson.Default.AppBasedLinkQuery);

    private static JsonElement ObjectOf(ITurnContext turnContext) => turnContext.Activity.Value is { ValueKind: JsonValueKind.Object } value
        ? value
        : throw new InvokeResponseException(HttpStatusCode.BadRequest);
}
