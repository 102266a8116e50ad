namespace EmployerCrm.BotFramework;

internal sealed class TurnContext(Activity incoming, IConnectorClient connector) : ITurnContext
{
    /// <summary>An answer waits no longer than this for the courtesy before it.</summary>
    private static readonly TimeSpan LongestTyping = TimeSpan.FromSeconds(2);

    private readonly ConversationReference _reference = incoming.GetConversationReference();
    private readonly Lock _lock = new();
    private bool _isAnswering;
    private TurnKey? _turnKey;

    public Activity Activity { get; } = incoming;

    public TurnKey TurnKey => _turnKey ??= TurnKey.Of(Activity);

    public bool Responded { get; private set; }

    public InvokeResponse? InvokeResponse { get; set; }

    public Task<ResourceResponse> SendActivityAsync(string text, CancellationToken cancellationToken) =>
        SendActivityAsync(new Activity { Type = ActivityTypes.Message, Text = text }, cancellationToken);

    public async Task<ResourceResponse> SendActivityAsync(Activity activity, CancellationToken cancellationToken)
    {
        if (activity is { Type: null or ActivityTypes.Message, Text.Length: > 0, Attachments.Count: > 0 })
        {
            await SendActivityAsync(TakeText(activity), cancellationToken);
        }

        // Of the parts of formatted text none would be well formed.
        if (activity is { Type: null or ActivityTypes.Message, Text.Length: > LongText.InOneMessage, TextFormat: not "xml" })
        {
            return await SendPartsAsync(activity, cancellationToken);
        }

        return await SendOneAsync(activity, cancellationToken);
    }

    /// <summary>Shows after a while that an answer is being made, unless one is on its way by then. Disposing the result ends it.</summary>
    public ITimer TypingAfter(TimeSpan wait, TimeProvider time) =>
        time.CreateTimer(_ => ShowTyping(time), null, wait > TimeSpan.Zero ? wait : Timeout.InfiniteTimeSpan, Timeout.InfiniteTimeSpan);

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

    // Of a message with both, Teams names no id, and what has no id cannot be replaced later.
    private static Activity TakeText(Activity activity)
    {
        var text = new Activity { Type = ActivityTypes.Message, Text = activity.Text, TextFormat = activity.TextFormat, Entities = activity.Entities, ReplyToId = activity.ReplyToId, Locale = activity.Locale };
        (activity.Text, activity.TextFormat, activity.Entities) = (null, null, null);
        return text;
    }

    private async Task<ResourceResponse> SendPartsAsync(Activity activity, CancellationToken cancellationToken)
    {
        var (parts, entities) = (LongText.Split(activity.Text!, LongText.InOneMessage), activity.Entities);
        foreach (var part in parts.SkipLast(1))
        {
            (activity.Text, activity.Entities) = (part, OfPart(part, isLast: false));
            await SendOneAsync(TakeText(activity), cancellationToken);
        }

        (activity.Text, activity.Entities) = (parts[^1], OfPart(parts[^1], isLast: true));
        return await SendOneAsync(activity, cancellationToken);

        // A mention whose text is not there is refused.
        List<Entity>? OfPart(string part, bool isLast) =>
            entities?.Where(entity => entity is { Type: Entity.Mention, Text: { Length: > 0 } text } ? part.Contains(text, StringComparison.Ordinal) : isLast).ToList();
    }

    private async Task<ResourceResponse> SendOneAsync(Activity activity, CancellationToken cancellationToken)
    {
        Address(activity);
        if (activity.Type != ActivityTypes.Typing)
        {
            lock (_lock)
            {
                _isAnswering = true;
            }
        }

        var response = await connector.SendAsync(activity, cancellationToken);
        Responded |= activity.Type != ActivityTypes.Typing;
        return response;
    }

    private void ShowTyping(TimeProvider time)
    {
        // The call takes its place in the conversation's line before it returns, so that an answer cannot come before it.
        lock (_lock)
        {
            if (!_isAnswering)
            {
                _ = TypeAsync(time);
            }
        }
    }

    private async Task TypeAsync(TimeProvider time)
    {
        var typing = new Activity { Type = ActivityTypes.Typing };
        Address(typing);
        using var enough = new CancellationTokenSource(LongestTyping, time);
        try
        {
            await connector.SendAsync(typing, enough.Token);
        }
        catch (Exception exception) when (exception is ConnectorException or HttpRequestException or OperationCanceledException or ArgumentException)
        {
            // It was only a courtesy.
        }
    }

    private void Address(Activity activity)
    {
        activity.Type ??= ActivityTypes.Message;
        activity.ApplyConversationReference(_reference);
    }
}
