using EmployerCrm.EndToEnd.Tests.Stack;
using EmployerCrm.TestSupport;

namespace EmployerCrm.EndToEnd.Tests.Chat;

/// <summary>A specialist at the keyboard: browser, chat client, the wire, the real host on a copy of the sample data.</summary>
internal sealed class ChatScene : IAsyncDisposable
{
    private readonly DirectoryInfo _folder;
    private readonly ChatClient _client;

    private ChatScene(DirectoryInfo folder, CrmHost host, Wire wire, ChatClient client, ChatPage chat)
    {
        _folder = folder;
        _client = client;
        Host = host;
        Wire = wire;
        Chat = chat;
    }

    public CrmHost Host { get; }

    public Wire Wire { get; }

    public ChatPage Chat { get; }

    /// <summary>Starts everything and waits for the bot's first words. Skips the test where Chromium or Node is missing.</summary>
    public static async Task<ChatScene> BeginAsync(Browser browser, SampleDatabase sample)
    {
        Machine.NeedsNode();
        Machine.NeedsChromium();
        var cancellationToken = TestContext.Current.CancellationToken;
        var folder = Directory.CreateTempSubdirectory("employercrm-scene-");
        var host = await CrmHost.StartAsync(await sample.CopyToAsync(folder.FullName, cancellationToken), cancellationToken);
        var port = Ports.Free();
        var wire = await Wire.LayAsync(host.Address, new Uri($"http://localhost:{port}"), cancellationToken);
        var client = await ChatClient.StartAsync(wire.Messages, port, wire.Connector, folder.FullName, cancellationToken);
        var scene = new ChatScene(folder, host, wire, client, await ChatPage.OpenAsync(browser, client.Address));
        await scene.Chat.Answer(1).SaysAsync("Hello Alex");
        return scene;
    }

    /// <summary>Closes the tab and opens it again.</summary>
    public Task ReopenAsync() => Chat.GoAsync(_client.Address);

    public async ValueTask DisposeAsync()
    {
        await Chat.CloseAsync();
        await _client.DisposeAsync();
        await Wire.DisposeAsync();
        await Host.DisposeAsync();
        _folder.Delete(recursive: true);
    }
}
