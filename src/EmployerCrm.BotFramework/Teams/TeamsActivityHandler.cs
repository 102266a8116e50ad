namespace EmployerCrm.BotFramework;

/// <summary>
/// Sorts further what only Teams sends: message extensions, dialogs, channels and teams that change, messages that are edited, deleted and brought back.
/// What is not overridden does nothing, and an invoke is answered 501.
/// </summary>
public partial class TeamsActivityHandler : ActivityHandler
{
    /// <inheritdoc />
    protected override Task OnMessageUpdateActivityAsync(ITurnContext turnContext, CancellationToken cancellationToken) => TeamsEvent(turnContext) switch
    {
        "editMessage" => OnTeamsMessageEditAsync(turnContext, cancellationToken),
        "undeleteMessage" => OnTeamsMessageUndeleteAsync(turnContext, cancellationToken),
        _ => base.OnMessageUpdateActivityAsync(turnContext, cancellationToken),
    };

    /// <inheritdoc />
    protected override Task OnMessageDeleteActivityAsync(ITurnContext turnContext, CancellationToken cancellationToken) => TeamsEvent(turnContext) is "softDeleteMessage"
        ? OnTeamsMessageSoftDeleteAsync(turnContext, cancellationToken)
        : base.OnMessageDeleteActivityAsync(turnContext, cancellationToken);

    /// <summary>A message was changed; the activity carries the whole new text and the original's id.</summary>
    protected virtual Task OnTeamsMessageEditAsync(ITurnContext turnContext, CancellationToken cancellationToken) => Task.CompletedTask;

    /// <summary>A deleted message was brought back.</summary>
    protected virtual Task OnTeamsMessageUndeleteAsync(ITurnContext turnContext, CancellationToken cancellationToken) => Task.CompletedTask;

    /// <summary>A message was deleted; its author can still bring it back.</summary>
    protected virtual Task OnTeamsMessageSoftDeleteAsync(ITurnContext turnContext, CancellationToken cancellationToken) => Task.CompletedTask;

    /// <inheritdoc />
    protected override Task OnEventActivityAsync(ITurnContext turnContext, CancellationToken cancellationToken) =>
        IsTeams(turnContext) && turnContext.Activity.Name is EventNames.ReadReceipt
            ? OnTeamsReadReceiptAsync(TryReadValue(turnContext.Activity, BotJson.Default.ReadReceiptInfo) ?? new ReadReceiptInfo(), turnContext, cancellationToken)
            : base.OnEventActivityAsync(turnContext, cancellationToken);

    /// <summary>Somebody has read what the bot wrote.</summary>
    protected virtual Task OnTeamsReadReceiptAsync(ReadReceiptInfo readReceiptInfo, ITurnContext turnContext, CancellationToken cancellationToken) => Task.CompletedTask;

    private static bool IsTeams(ITurnContext turnContext) => turnContext.Activity.ChannelId == Channels.MsTeams;

    private static string? TeamsEvent(ITurnContext turnContext) => IsTeams(turnContext) ? turnContext.Activity.GetTeamsChannelData()?.EventType : null;
}
