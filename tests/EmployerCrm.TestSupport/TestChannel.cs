using System.Net.Http.Headers;
using System.Text;
using System.Text.Json.Nodes;

namespace EmployerCrm.TestSupport;

/// <summary>Brings activities to <c>/api/messages</c> as the channel service does: with a fresh token when there is an authority, else without.</summary>
public sealed class TestChannel(HttpClient client, TestAuthority? authority = null, string? appId = null)
{
    public Task<HttpResponseMessage> PostAsync(JsonObject activity, CancellationToken cancellationToken) =>
        PostAsync(activity, authority?.Token(appId!, (string)activity["serviceUrl"]!).ToString(), cancellationToken);

    public async Task<HttpResponseMessage> PostAsync(JsonObject activity, string? token, CancellationToken cancellationToken)
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, "/api/messages")
        {
            Content = new StringContent(activity.ToJsonString(), Encoding.UTF8, "application/json"),
        };
        if (token is not null)
        {
            request.Headers.Authorization = new AuthenticationHeaderValue("Bearer", token);
        }

        return await client.SendAsync(request, cancellationToken);
    }
}
