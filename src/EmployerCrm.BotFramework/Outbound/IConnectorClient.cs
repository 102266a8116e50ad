namespace EmployerCrm.BotFramework;

/// <summary>
/// Calls the channel's service address, named by the activity or reference itself, after asking the list of allowed ones.
/// Failures are <see cref="ConnectorException"/>s.
/// </summary>
public interface IConnectorClient
{
    /// <summary>Sends to the activity's conversation; in reply when <see cref="Activity.ReplyToId"/> is set.</summary>
    Task<ResourceResponse> SendAsync(Activity activity, CancellationToken cancellationToken);

    /// <summary>Replaces the sent activity that has this activity's id.</summary>
    Task<ResourceResponse> UpdateAsync(Activity activity, CancellationToken cancellationToken);

    Task DeleteAsync(ConversationReference conversation, string activityId, CancellationToken cancellationToken);
}
