using System.Text.Json;
using EmployerCrm.EndToEnd.Tests.Chat;
using EmployerCrm.EndToEnd.Tests.Stack;
using EmployerCrm.TestSupport;

namespace EmployerCrm.EndToEnd.Tests.Scenes.Week;

/// <summary>One of several people who talk to the same host, each with a chat client, a wire and a phone of their own.</summary>
internal sealed class Colleague : IAsyncDisposable
{
    private readonly ChatClient _client;

    private Colleague(ChatClient client, Wire wire, ChatPage chat) => (_client, Wire, Chat) = (client, wire, chat);

    public Wire Wire { get; }

    public ChatPage Chat { get; }

    /// <summary>Opens the chat of somebody whom the sample service employs.</summary>
    /// <param name="objectId">As the directory has it: it tells the bot who they are.</param>
    /// <param name="folder">An empty folder for the chat client's settings.</param>
    public static async Task<Colleague> JoinAsync(Browser browser, Uri host, string name, string objectId, string folder, TimeSpan ahead, CancellationToken cancellationToken)
    {
        await File.WriteAllTextAsync(Path.Combine(folder, ".m365agentsplayground.yml"), Settings(name, objectId), cancellationToken);
        var port = Ports.Free();
        var wire = await Wire.LayAsync(host, new Uri($"http://localhost:{port}"), cancellationToken);
        wire.Ahead = ahead;
        var client = await ChatClient.StartAsync(wire.Messages, port, wire.Connector, folder, cancellationToken);
        var colleague = new Colleague(client, wire, await ChatPage.OpenOnPhoneAsync(browser, client.Address));
        await colleague.Chat.Answer(1).SaysAsync($"Hello {name.Split(' ')[0]}");
        return colleague;
    }

    public async ValueTask DisposeAsync()
    {
        await Chat.CloseAsync();
        await _client.DisposeAsync();
        await Wire.DisposeAsync();
    }

    /// <summary>The client's own settings file, whose YAML may be JSON: who is signed in, and the five others it insists on.</summary>
    private static string Settings(string name, string objectId)
    {
        var key = name.Split(' ')[0];
        return JsonSerializer.Serialize(new
        {
            version = "0.1.1",
            tenantId = "00000000-0000-0000-0000-0000000000001",
            bot = new { id = "00000000-0000-0000-0000-00000000000011", name = "Test Bot" },
            currentUser = User($"user-{key}", name, objectId),
            users = Enumerable.Range(1, 5).Select(number => User($"other-{number}", $"Other {number}", $"00000000-0000-0000-0000-00000000009{number}")),
            personalChat = new { id = $"personal-{key}" },
            groupChat = new { id = $"group-{key}", name = "Group Chat" },
            team = new
            {
                id = "team-id", name = "Team", aadGroupId = "00000000-0000-0000-0000-000000000031",
                channels = new[] { new { id = "channel-id", name = "Announcements" } },
            },
        });
    }

    private static object User(string id, string name, string objectId) => new
    {
        id, name, userPrincipleName = $"{id}@example.com", aadObjectId = objectId, givenName = name.Split(' ')[0], surname = name.Split(' ')[1], email = $"{id}@example.com",
    };
}
