namespace EmployerCrm.BotFramework;

/// <summary>One incoming activity and the means to answer it. Sending may throw a <see cref="ConnectorException"/>.</summary>
public interface ITurnContext
{
    Activity Activity { get; }

    /// <summary>The same for every delivery of the same activity, and for no other.</summary>
    TurnKey TurnKey { get; }

    /// <summary>Whether anything has been sent to the person in this turn.</summary>
    bool Responded { get; }

    /// <summary>The answer to an invoke; <see cref="ActivityHandler"/> sets it.</summary>
    InvokeResponse? InvokeResponse { get; set; }

    Task<ResourceResponse> SendActivityAsync(string text, CancellationToken cancellationToken);

    /// <summary>
    /// Sends to this conversation, in reply to the activity unless <see cref="Activity.ReplyToId"/> says otherwise. A message with text and attachments
    /// goes out as two, the text first; the id that comes back is the second one's.
    /// </summary>
    Task<ResourceResponse> SendActivityAsync(Activity activity, CancellationToken cancellationToken);

    /// <summary>Sends one after the other, in order. The first failure ends it.</summary>
    Task<IReadOnlyList<ResourceResponse>> SendActivitiesAsync(IReadOnlyList<Activity> activities, CancellationToken cancellationToken);

    /// <summary>Replaces the sent message whose id <paramref name="activity"/> carries.</summary>
    Task<ResourceResponse> UpdateActivityAsync(Activity activity, CancellationToken cancellationToken);

    Task DeleteActivityAsync(string activityId, CancellationToken cancellationToken);
}
