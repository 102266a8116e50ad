using System.Reflection;
using EmployerCrm.TestSupport;

namespace EmployerCrm.Benchmarks.Turns;

/// <summary>One row of the table: a program under one load.</summary>
/// <param name="Database">Where it logs visits; null for one that does not.</param>
internal sealed record Contestant(string Name, string? Database, ServerProcess Server, Load Load);

/// <summary>The programs that are compared, running.</summary>
internal sealed class Programs : IAsyncDisposable
{
    public const string Ours = "EmployerCrm";
    public const string Sdk = "(a) Bot Framework SDK, empty echo";
    public const string Bare = "(b) bare minimal API, echo";

    private readonly List<ServerProcess> _servers = [];
    private TestAuthority? _authority;

    public List<Contestant> Contestants { get; } = [];

    public static async Task<Programs> StartAsync(TurnsOptions options, string database, string serviceUrl, Cast cast)
    {
        var programs = new Programs();
        try
        {
            var messages = new Messages(cast, serviceUrl);
            File.Copy(database, database + ".guarded");
            var host = await programs.AddAsync(OurHost.StartAsync(database, new Dictionary<string, string>()));
            programs.Contestants.Add(new Contestant(Ours, database, host, new Load(messages, null)));
            programs.Contestants.Add(new Contestant(Ours + ", one specialist and one employer", database, host, new Load(new Messages(cast.Alone(), serviceUrl), null)));
            programs.Contestants.Add(await programs.GuardedAsync(database, serviceUrl, messages));
            if (!options.OnlyOurs)
            {
                programs.Contestants.Add(new Contestant(Sdk, null, await programs.AddAsync(StartSdkAsync()), new Load(messages, null)));
                programs.Contestants.Add(new Contestant(Bare, null, await programs.AddAsync(StartBareAsync()), new Load(messages, null)));
            }

            return programs;
        }
        catch
        {
            await programs.DisposeAsync();
            throw;
        }
    }

    public async ValueTask DisposeAsync()
    {
        foreach (var contestant in Contestants)
            contestant.Load.Dispose();
        foreach (var server in _servers)
            await server.DisposeAsync();
        if (_authority is not null)
            await _authority.DisposeAsync();
    }

    private async Task<ServerProcess> AddAsync(Task<ServerProcess> starting)
    {
        var server = await starting;
        _servers.Add(server);
        return server;
    }

    /// <summary>The host as in production: each turn brings a token, which is validated, and each reply takes one of ours.</summary>
    private async Task<Contestant> GuardedAsync(string database, string serviceUrl, Messages messages)
    {
        _authority = await TestAuthority.StartAsync();
        var copy = database + ".guarded";
        var host = await AddAsync(OurHost.StartAsync(copy, OurHost.GuardedBy(_authority, serviceUrl)));
        return new Contestant(Ours + ", tokens validated", copy, host, new Load(messages, _authority.Token(OurHost.AppId, serviceUrl).ToString()));
    }

    private static Task<ServerProcess> StartSdkAsync()
    {
        var folder = Path.Combine(OurHost.Root, "tests", "EmployerCrm.Benchmarks", "peers", "botbuilder");
        if (!Directory.Exists(Path.Combine(folder, "node_modules")))
            throw new InvalidOperationException("The peer is not installed; run 'npm ci' in tests/EmployerCrm.Benchmarks/peers/botbuilder, or leave it out with --only-ours.");
        return ServerProcess.StartAsync("node", port => ["echo.cjs", $"{port}"], new Dictionary<string, string> { ["NODE_ENV"] = "production" }, folder);
    }

    // Under the same garbage collector as the host, whose project is a web project.
    private static Task<ServerProcess> StartBareAsync() => ServerProcess.StartAsync(
        "dotnet", port => [Assembly.GetExecutingAssembly().Location, "bare-echo", $"{port}"], new Dictionary<string, string> { ["DOTNET_gcServer"] = "1" }, AppContext.BaseDirectory);
}
