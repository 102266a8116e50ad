using System.Globalization;
using System.Net;
using EmployerCrm.Bot.Turns;
using EmployerCrm.BotFramework;
using EmployerCrm.Core.Outbox;

namespace EmployerCrm.Bot.Outbox;

/// <summary>One call to the connector, and what its answer means for what is sent unasked.</summary>
internal sealed class ProactiveSending(CloudAdapter adapter)
{
    /// <summary>Whether this reason to refuse says that the conversation is gone.</summary>
    public static bool IsDead(string reason) => reason.StartsWith("403", StringComparison.Ordinal) || reason.StartsWith("404", StringComparison.Ordinal);

    /// <summary>Sends a message, or puts it in place of one that it names.</summary>
    /// <returns>What became of it, and the message's id where it was sent.</returns>
    public async Task<(Delivery Delivery, string? ActivityId)> SendAsync(ConversationReference reference, Reply reply, CancellationToken cancellationToken)
    {
        string? id = null;
        try
        {
            await adapter.ContinueConversationAsync(
                reference,
                async (turnContext, token) => id = reply.Replaces is null
                    ? (await turnContext.SendActivityAsync(reply.ToActivity(), token)).Id
                    : (await turnContext.UpdateActivityAsync(reply.ToActivity(), token)).Id ?? reply.Replaces,
                cancellationToken);
            return (new Delivery.Sent(), id);
        }
        catch (ConnectorException exception)
        {
            return (Meaning(exception), null);
        }
    }

    private static Delivery Meaning(ConnectorException exception) => exception switch
    {
        ConversationUnreachableException or ConversationNotFoundException or ActivityTooLargeException => new Delivery.Refused(Code(exception)),
        ServiceUrlNotAllowedException => new Delivery.Refused("service-url"),
        ConnectorTimeoutException => new Delivery.InDoubt(OutboxReasons.NoAnswer),
        TokenUnavailableException => new Delivery.Later("no-token"),
        ConnectorUnavailableException busy => new Delivery.Later(busy.StatusCode is null ? "no-connection" : Code(busy), busy.RetryAfter),
        { StatusCode: HttpStatusCode.InternalServerError } => new Delivery.InDoubt(Code(exception)),
        { StatusCode: HttpStatusCode.BadRequest } => new Delivery.Refused(Code(exception)),
        _ => new Delivery.Later(Code(exception)),
    };

    /// <summary>For example "403 BotNotInConversationRoster".</summary>
    private static string Code(ConnectorException exception) =>
        string.Join(' ', new[] { ((int?)exception.StatusCode)?.ToString(CultureInfo.InvariantCulture), exception.ErrorCode }.OfType<string>());
}
