namespace EmployerCrm.BotFramework;

internal sealed class TurnContext(Activity incoming, IConnectorClient connector) : ITurnContext
{
    private readonly ConversationReference _reference = incoming.GetConversationReference();
    private TurnKey? _turnKey;

    public Activity Activity { get; } = incoming;

    public TurnKey TurnKey => _turnKey ??= TurnKey.Of(Activity);

    public bool Responded { get; private set; }

    public InvokeResponse? InvokeResponse { get; set; }

    public Task<ResourceResponse> SendActivityAsync(string text, CancellationToken cancellationToken) =>
        SendActivityAsync(new Activity { Type = ActivityTypes.Message, Text = text }, cancellationToken);

    public async Task<ResourceResponse> SendActivityAsync(Activity activity, CancellationToken cancellationToken)
    {
        Address(activity);
        var response = await connector.SendAsync(activity, cancellationToken);
        Responded |= activity.Type != ActivityTypes.Typing;
        return response;
    }

    public async Task<IReadOnlyList<ResourceResponse>> SendActivitiesAsync(IReadOnlyList<Activity> activities, CancellationToken cancellationToken)
    {
        var responses = new List<ResourceResponse>(activities.Count);
        foreach (var activity in activities)
        {
            responses.Add(await SendActivityAsync(activity, cancellationToken));
        }

        return responses;
    }

    public Task<ResourceResponse> UpdateActivityAsync(Activity activity, CancellationToken cancellationToken)
    {
        Address(activity);
        return connector.UpdateAsync(activity, cancellationToken);
    }

    public Task DeleteActivityAsync(string activityId, CancellationToken cancellationToken) =>
        connector.DeleteAsync(_reference, activityId, cancellationToken);

    private void Address(Activity activity)
    {
        activity.Type ??= ActivityTypes.Message;
        activity.ApplyConversationReference(_reference);
    }
}
