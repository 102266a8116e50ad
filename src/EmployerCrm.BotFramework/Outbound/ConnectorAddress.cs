namespace EmployerCrm.BotFramework;

/// <summary>Where one call goes.</summary>
/// <param name="WithoutReply">The same conversation without the activity that is answered, which may be gone; null when there is no other way.</param>
internal sealed record ConnectorAddress(Uri ServiceUrl, string ConversationId, Uri Url, string? WithoutReply)
{
    /// <summary>The address of the conversation's activities, or of one of them.</summary>
    /// <exception cref="ServiceUrlNotAllowedException">The service address is not one that may be called.</exception>
    public static ConnectorAddress Of(ServiceUrls allowed, string? serviceUrl, ConversationAccount? conversation, string? activityId, bool isReply = false)
    {
        if (!allowed.Allows(serviceUrl, out var service))
        {
            throw new ServiceUrlNotAllowedException();
        }

        var all = service.GetLeftPart(UriPartial.Path).TrimEnd('/') + $"/v3/conversations/{Segment(conversation?.Id)}/activities";
        return string.IsNullOrEmpty(activityId)
            ? new ConnectorAddress(service, conversation!.Id!, new Uri(all), null)
            : new ConnectorAddress(service, conversation!.Id!, new Uri(all + "/" + Segment(activityId)), isReply ? all : null);
    }

    // A dot or two would be taken out of the path when the address is read, and the call would go elsewhere.
    private static string Segment(string? id) =>
        id is null or "" or "." or ".." ? throw new ArgumentException("The id of the conversation or activity is missing.", nameof(id)) : Uri.EscapeDataString(id);
}
