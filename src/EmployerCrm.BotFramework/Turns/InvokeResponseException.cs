using System.Net;
using System.Text.Json.Nodes;

namespace EmployerCrm.BotFramework;

/// <summary>
/// Ends the handling of an invoke with this HTTP status: 400 for a value that makes no sense, 501 for what the bot does not do. Anything else that is
/// thrown is a failed turn.
/// </summary>
/// <param name="statusCode">The HTTP status of the answer.</param>
/// <param name="body">The JSON body of the answer, if any; it must not quote what a person wrote.</param>
public sealed class InvokeResponseException(HttpStatusCode statusCode, JsonNode? body = null) : Exception($"The invoke is answered {(int)statusCode}.")
{
    public HttpStatusCode StatusCode { get; } = statusCode;

    /// <summary>The answer that this exception stands for.</summary>
    public InvokeResponse CreateInvokeResponse() => new((int)StatusCode, body);
}
