using Microsoft.Identity.Client;

namespace EmployerCrm.BotFramework;

/// <summary>
/// Gives MSAL the host's HTTP clients. MSAL insists on https; an authority on this machine may speak http
/// (<see cref="Addressing.IsHttpsOrLoopback(string?)"/>), so the scheme is put back on the way out.
/// </summary>
internal sealed class TokenHttpClientFactory(IHttpClientFactory clients, Uri authority) : IMsalHttpClientFactory
{
    public const string HttpClientName = "EmployerCrm.BotFramework.Token";

    public static Uri AsMsalWantsIt(UriBuilder authority) => new UriBuilder(authority.Uri) { Scheme = Uri.UriSchemeHttps, Port = authority.Uri.Port }.Uri;

    public HttpClient GetHttpClient() =>
        authority.Scheme == Uri.UriSchemeHttps
            ? clients.CreateClient(HttpClientName)
            : new HttpClient(new ToLoopback(authority, clients.CreateClient(HttpClientName)));

    private sealed class ToLoopback(Uri authority, HttpClient inner) : HttpMessageHandler
    {
        protected override async Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
        {
            using var copy = new HttpRequestMessage(request.Method, new UriBuilder(request.RequestUri!) { Scheme = authority.Scheme, Port = authority.Port }.Uri)
            {
                Content = request.Content,
            };
            return await inner.SendAsync(copy, cancellationToken);
        }

        protected override void Dispose(bool disposing)
        {
            inner.Dispose();
            base.Dispose(disposing);
        }
    }
}
