namespace EmployerCrm.BotFramework;

/// <summary>Answers to invokes that fit whatever was invoked.</summary>
public static class TeamsInvoke
{
    /// <summary>A sentence, in the shape in which Teams shows one for this kind of invoke.</summary>
    /// <returns>Null for invokes that have no way of showing a sentence.</returns>
    public static InvokeResponse? Message(Activity invoke, string text) => invoke.Name switch
    {
        InvokeNames.AdaptiveCardAction => Answer(AdaptiveCardInvokeResponse.Message(text), BotJson.Default.AdaptiveCardInvokeResponse),
        InvokeNames.TaskFetch or InvokeNames.TaskSubmit => Answer(TaskModuleResponse.Message(text), BotJson.Default.TaskModuleResponse),
        InvokeNames.MessageExtensionFetchTask or InvokeNames.MessageExtensionSubmitAction =>
            Answer(new MessagingExtensionActionResponse { Task = TaskModuleResponseBase.Message(text) }, BotJson.Default.MessagingExtensionActionResponse),
        InvokeNames.MessageExtensionQuery or InvokeNames.MessageExtensionSelectItem or InvokeNames.MessageExtensionQueryLink or InvokeNames.MessageExtensionAnonymousQueryLink =>
            Answer(MessagingExtensionResponse.Message(text), BotJson.Default.MessagingExtensionResponse),
        _ => null,
    };

    private static InvokeResponse Answer<T>(T answer, System.Text.Json.Serialization.Metadata.JsonTypeInfo<T> type) =>
        new(200, System.Text.Json.JsonSerializer.SerializeToNode(answer, type));
}
