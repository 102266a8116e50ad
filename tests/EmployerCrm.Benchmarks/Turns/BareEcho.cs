using System.Net.Http.Headers;
using System.Text.Json;
using System.Text.Json.Serialization;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Logging;

namespace EmployerCrm.Benchmarks.Turns;

/// <summary>
/// The least that can be called a bot: a minimal API that reads the activity, posts an echo to the connector and answers 200. No authentication, no
/// store, no retries. It is what the machine, the load and the connector allow.
/// </summary>
internal static class BareEcho
{
    public static async Task RunAsync(int port)
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        var app = builder.Build();
        app.Urls.Add($"http://127.0.0.1:{port}");
        using var client = new HttpClient();
        app.MapGet("/", () => "up");
        app.MapPost("/api/messages", async (HttpContext context) =>
        {
            var activity = (await JsonSerializer.DeserializeAsync(context.Request.Body, EchoJson.Default.EchoActivity, context.RequestAborted))!;
            var echo = new EchoActivity(
                "message", null, activity.ServiceUrl, activity.ChannelId, activity.Recipient, activity.Conversation, activity.From, $"Echo: {activity.Text}", activity.Id);
            using var content = new ByteArrayContent(JsonSerializer.SerializeToUtf8Bytes(echo, EchoJson.Default.EchoActivity));
            content.Headers.ContentType = new MediaTypeHeaderValue("application/json");
            var address = $"{activity.ServiceUrl}v3/conversations/{Uri.EscapeDataString(activity.Conversation.Id)}/activities/{activity.Id}";
            using var answer = await client.PostAsync(new Uri(address), content, context.RequestAborted);
            answer.EnsureSuccessStatusCode();
        });
        await app.RunAsync();
    }
}

internal sealed record EchoAccount(string Id, string? Name);

internal sealed record EchoActivity(
    string Type, string? Id, string ServiceUrl, string ChannelId, EchoAccount From, EchoAccount Conversation, EchoAccount Recipient, string Text, string? ReplyToId);

[JsonSourceGenerationOptions(JsonSerializerDefaults.Web)]
[JsonSerializable(typeof(EchoActivity))]
internal sealed partial class EchoJson : JsonSerializerContext;
