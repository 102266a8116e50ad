using System.Net.Http.Json;
using EmployerCrm.TestSupport;

namespace EmployerCrm.EndToEnd.Tests.Stack;

/// <summary>The real host as a process of its own, on its own SQLite file. It can be killed and started again on the same file.</summary>
internal sealed class CrmHost : IAsyncDisposable
{
    private static readonly TimeSpan LongestLine = TimeSpan.FromSeconds(30);
    private readonly string _database;
    private readonly IReadOnlyDictionary<string, string> _settings;
    private ChildProcess? _process;

    private CrmHost(string database, int port, IReadOnlyDictionary<string, string> settings)
    {
        (_database, _settings) = (database, settings);
        Address = new Uri($"http://localhost:{port}/");
    }

    public Uri Address { get; }

    public string Output => _process?.Output ?? "";

    /// <summary>In bytes.</summary>
    public long WorkingSet => _process!.WorkingSet;

    public static Task<CrmHost> StartAsync(string database, CancellationToken cancellationToken) =>
        StartAsync(database, new Dictionary<string, string>(), cancellationToken);

    /// <summary>Starts it with settings (as environment variables) on top of those of Development on SQLite.</summary>
    public static async Task<CrmHost> StartAsync(string database, IReadOnlyDictionary<string, string> settings, CancellationToken cancellationToken)
    {
        var host = new CrmHost(database, Ports.Free(), settings);
        await host.StartAgainAsync(cancellationToken);
        return host;
    }

    /// <summary>Runs one of the host's verbs on a database file, waits for its end and returns what it wrote.</summary>
    public static async Task<string> RunAsync(IReadOnlyList<string> verb, string database, CancellationToken cancellationToken)
    {
        await using var process = Start(database, new Dictionary<string, string>(), [.. verb]);
        await process.SucceedAsync(cancellationToken);
        return process.Output;
    }

    /// <summary>Starts it with settings that it must refuse, waits for its end, and returns what it said.</summary>
    public static async Task<string> FailAsync(string database, IReadOnlyDictionary<string, string> settings, CancellationToken cancellationToken)
    {
        await using var process = Start(database, new Dictionary<string, string>(settings), "serve");
        return await process.FailAsync(cancellationToken);
    }

    public async Task StartAgainAsync(CancellationToken cancellationToken)
    {
        _process = Start(_database, new Dictionary<string, string>(_settings) { ["ASPNETCORE_URLS"] = Address.ToString().TrimEnd('/') }, "serve");
        await _process.AnswerAsync(new Uri(Address, "healthz/ready"), cancellationToken);
    }

    /// <summary>Waits until its log has the text.</summary>
    public Task SayAsync(string text, CancellationToken cancellationToken) => _process!.SayAsync(text, LongestLine, cancellationToken);

    /// <summary>Lets it stand still (SIGSTOP), until <see cref="ThawAsync"/>.</summary>
    public Task FreezeAsync() => _process!.FreezeAsync();

    public Task ThawAsync() => _process!.ThawAsync();

    /// <summary>Moves its clock to so much after the real one, such as "01:00:00" or "7.00:00:00".</summary>
    public async Task MoveClockAsync(string offset, CancellationToken cancellationToken)
    {
        using var client = new HttpClient { BaseAddress = Address };
        using var moved = await client.PostAsJsonAsync("/dev/clock", new { offset }, cancellationToken);
        moved.EnsureSuccessStatusCode();
    }

    /// <summary>Ends it with SIGKILL.</summary>
    public Task KillAsync() => _process!.KillAsync();

    public async ValueTask DisposeAsync()
    {
        if (_process is not null)
        {
            await _process.DisposeAsync();
        }
    }

    private static ChildProcess Start(string database, Dictionary<string, string> settings, params IReadOnlyList<string> verb)
    {
        Assert.True(File.Exists(Repository.Host), $"The host has not been built: {Repository.Host}");
        settings.TryAdd("ASPNETCORE_ENVIRONMENT", "Development");
        settings.TryAdd("DOTNET_ENVIRONMENT", settings["ASPNETCORE_ENVIRONMENT"]);
        // What comes unasked is for the scenes that wait for it: in others it would stand where an answer is looked for.
        if (!settings.Keys.Any(key => key.StartsWith("Jobs__", StringComparison.Ordinal)))
            settings["Jobs__Enabled"] = "false";
        settings["Store__Provider"] = "Sqlite";
        settings["ConnectionStrings__Crm"] = $"Data Source=\"{database}\"";
        settings["TZ"] = "UTC";
        // Each host lives for seconds: to count what might be worth compiling again takes longer than it gains.
        settings["DOTNET_TieredPGO"] = "0";
        return new ChildProcess($"The host ({string.Join(' ', verb)})", "dotnet", [Repository.Host, .. verb], Repository.HostFolder, settings);
    }
}
