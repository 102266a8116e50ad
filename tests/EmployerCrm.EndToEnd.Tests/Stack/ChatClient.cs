namespace EmployerCrm.EndToEnd.Tests.Stack;

/// <summary>Microsoft's local stand-in for Teams, as <c>./run</c> starts it, talking to the given bot.</summary>
internal sealed class ChatClient : IAsyncDisposable
{
    private const string Program = "node_modules/@microsoft/m365agentsplayground/cli.js";
    private readonly ChildProcess _process;

    private ChatClient(ChildProcess process, Uri address)
    {
        _process = process;
        Address = address;
    }

    public Uri Address { get; }

    /// <summary>Starts the client.</summary>
    /// <param name="messages">Where it posts what the person does.</param>
    /// <param name="port">Where its page is.</param>
    /// <param name="connector">Where the bot is told to answer.</param>
    /// <param name="folder">Where its log goes and its settings file may be; without one, its own Alex Wilber is signed in.</param>
    public static async Task<ChatClient> StartAsync(Uri messages, int port, Uri connector, string folder, CancellationToken cancellationToken)
    {
        await NodePackages.InstalledAsync(cancellationToken);
        var address = new Uri($"http://localhost:{port}/");
        string[] arguments =
        [
            "--require", Path.Combine(Repository.ChatFolder, "loopback-only.cjs"), Path.Combine(Repository.ChatFolder, Program), "start",
            "-e", messages.ToString(), "-c", "msteams", "-p", $"{port}", "--su", connector.ToString(), "--dt",
        ];
        var settings = new Dictionary<string, string>
        {
            ["TEAMSAPPTESTER_BROWSER"] = "none", ["M365_AGENTS_PLAYGROUND_LOGFILE"] = Path.Combine(folder, "chat-client.log"), ["TZ"] = "Europe/London",
        };
        var process = new ChildProcess("The chat client", Machine.Node!, arguments, folder, settings);
        await process.AnswerAsync(address, cancellationToken);
        return new ChatClient(process, address);
    }

    public ValueTask DisposeAsync() => _process.DisposeAsync();
}
