using System.Net.Http.Json;
using EmployerCrm.EndToEnd.Tests.Chat;
using EmployerCrm.EndToEnd.Tests.Stack;

namespace EmployerCrm.EndToEnd.Tests.Scenes.Week;

/// <summary>
/// The week from Monday 23 to Friday 27 November 2026 in the sample service: two specialists and their team lead, each on a phone, all with one
/// host whose clock the test moves.
/// </summary>
internal sealed class WeekScene : IAsyncDisposable
{
    private static readonly DateOnly SampleEnds = new(2026, 11, 22);

    private static readonly (string Name, string ObjectId)[] People =
    [
        ("Alex Wilber", "00000000-0000-0000-0000-0000000000020"),
        ("Hannah Sykes", "10000000-0000-4000-8000-000000000003"),
        ("Meera Chauhan", "10000000-0000-4000-8000-000000000001"),
    ];

    private readonly DirectoryInfo _folder;
    private readonly CrmHost _host;
    private readonly Dictionary<string, Colleague> _colleagues = [];
    private readonly HttpClient _client = new();
    private TimeSpan _ahead;

    private WeekScene(DirectoryInfo folder, CrmHost host, string database) => (_folder, _host, Database) = (folder, host, database);

    /// <summary>The file of the store.</summary>
    public string Database { get; }

    public ChatPage Alex => _colleagues["Alex"].Chat;

    public ChatPage Hannah => _colleagues["Hannah"].Chat;

    /// <summary>Their team lead.</summary>
    public ChatPage Meera => _colleagues["Meera"].Chat;

    /// <summary>Starts everything at the given time. Skips the test where Chromium or Node is missing.</summary>
    public static Task<WeekScene> BeginAsync(Browser browser, SampleDatabase sample, DateTime local, params string[] who) =>
        BeginAsync(browser, sample, local, new Dictionary<string, string>(), who);

    /// <summary>The same with settings of the host.</summary>
    public static async Task<WeekScene> BeginAsync(Browser browser, SampleDatabase sample, DateTime local, IReadOnlyDictionary<string, string> settings, params string[] who)
    {
        Machine.NeedsNode();
        Machine.NeedsChromium();
        var cancellationToken = TestContext.Current.CancellationToken;
        var folder = Directory.CreateTempSubdirectory("employercrm-week-");
        var database = await sample.CopyToAsync(folder.FullName, cancellationToken, SampleEnds);
        var scene = new WeekScene(folder, await CrmHost.StartAsync(database, settings, cancellationToken), database);
        await scene.ClockAsync(local);
        foreach (var (name, objectId) in People)
        {
            var first = name.Split(' ')[0];
            if (who.Contains(first))
            {
                var files = folder.CreateSubdirectory(first).FullName;
                scene._colleagues[first] = await Colleague.JoinAsync(browser, scene._host.Address, name, objectId, files, scene._ahead, cancellationToken);
            }
        }

        return scene;
    }

    public ChatPage Of(string firstName) => _colleagues[firstName].Chat;

    /// <summary>Everything that went between somebody's chat and the bot.</summary>
    public IReadOnlyCollection<Exchange> ExchangesOf(string firstName) => _colleagues[firstName].Wire.Exchanges;

    /// <summary>Moves the clock of the host, and that of every phone with it.</summary>
    /// <param name="local">Wall-clock time in London.</param>
    public async Task ClockAsync(DateTime local)
    {
        using var answer = await _client.PostAsJsonAsync(new Uri(_host.Address, "dev/clock"), new { local }, TestContext.Current.CancellationToken);
        answer.EnsureSuccessStatusCode();
        _ahead = (await answer.Content.ReadFromJsonAsync<Shown>(TestContext.Current.CancellationToken))!.Offset;
        foreach (var colleague in _colleagues.Values)
            colleague.Wire.Ahead = _ahead;
    }

    public async ValueTask DisposeAsync()
    {
        foreach (var colleague in _colleagues.Values)
            await colleague.DisposeAsync();
        await _host.DisposeAsync();
        _client.Dispose();
        _folder.Delete(recursive: true);
    }

    private sealed record Shown(TimeSpan Offset);
}
