using System.Net;

namespace EmployerCrm.BotFramework;

/// <summary>The connector did not take what was sent. Messages never quote what was sent.</summary>
public class ConnectorException(string message, HttpStatusCode? statusCode = null, string? errorCode = null, Exception? innerException = null)
    : Exception(message, innerException)
{
    /// <summary>Null when there was no answer.</summary>
    public HttpStatusCode? StatusCode { get; } = statusCode;

    /// <summary>The connector's own word for it, such as <c>BotNotInConversationRoster</c>.</summary>
    public string? ErrorCode { get; } = errorCode;
}

/// <summary>403: blocked, uninstalled or not a member. The conversation reference is dead until the next install or message.</summary>
public sealed class ConversationUnreachableException(string? errorCode)
    : ConnectorException("The conversation cannot be reached by the bot.", HttpStatusCode.Forbidden, errorCode);

/// <summary>404: the conversation, or the activity to update, is gone. Drop the reference.</summary>
public sealed class ConversationNotFoundException(string? errorCode)
    : ConnectorException("The conversation or activity does not exist.", HttpStatusCode.NotFound, errorCode);

/// <summary>413: too large for one message.</summary>
public sealed class ActivityTooLargeException(string? errorCode)
    : ConnectorException("The activity is too large for the channel.", HttpStatusCode.RequestEntityTooLarge, errorCode);

/// <summary>
/// The connector was busy or away, and stayed so for all attempts, or our own limits ask for a longer wait than a call may take. It was not delivered as
/// far as we know; try again later.
/// </summary>
public sealed class ConnectorUnavailableException(HttpStatusCode? statusCode, TimeSpan? retryAfter, Exception? innerException = null)
    : ConnectorException("The connector is not available.", statusCode, innerException: innerException)
{
    /// <summary>How long the connector asked us to wait, if it said so.</summary>
    public TimeSpan? RetryAfter { get; } = retryAfter;
}

/// <summary>
/// The request went out and no answer came in time (or before the call was called off): it may have been delivered, so it was not repeated.
/// </summary>
public sealed class ConnectorTimeoutException(Exception? innerException = null)
    : ConnectorException("The connector did not answer in time; the activity may have been delivered.", innerException: innerException);

/// <summary>The service address is not one that may be called. Nothing was sent.</summary>
public sealed class ServiceUrlNotAllowedException() : ConnectorException("The service address is not on the list of allowed ones.");

/// <summary>We have no token to call with: the authority refuses us or cannot be reached. Nothing was sent.</summary>
public sealed class TokenUnavailableException(string? errorCode, Exception? innerException = null)
    : ConnectorException("No token for the connector could be had: " + errorCode, errorCode: errorCode, innerException: innerException);
