using System.Diagnostics.Metrics;
using System.Net;
using System.Text;
using System.Text.Json.Nodes;
using EmployerCrm.Bot.Tests.BotFramework;
using EmployerCrm.Bot.Turns;
using EmployerCrm.BotFramework;
using EmployerCrm.Core;
using EmployerCrm.Core.Clients;
using EmployerCrm.Core.Conversations;
using EmployerCrm.Core.Employers;
using EmployerCrm.Core.FollowUps;
using EmployerCrm.Core.People;
using EmployerCrm.Core.Privacy;
using EmployerCrm.Core.Visits;
using EmployerCrm.Store;
using EmployerCrm.TestSupport;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;

namespace EmployerCrm.Bot.Tests.Conversations;

/// <summary>
/// The bot on a real server with a real store on disk, and a connector that shows what people see. Saturday 21 November 2026, 16:20 in London. Alex
/// and Sam are colleagues; Noor is in the other team.
/// </summary>
internal sealed class Scene : IAsyncDisposable
{
    // Nothing else takes this long, so that a call on its way can be told by its timer.
    public static readonly TimeSpan ConnectorTimeout = TimeSpan.FromSeconds(29);

    public static readonly DateTimeOffset Start = new(2026, 11, 21, 16, 20, 0, TimeSpan.Zero);

    // Its word lists are read once: they never change.
    private static readonly FreeTextGuard Guard = new(GuardWordsReader.WithDefaults().ToWords());

    private readonly string _folder;
    private IReadOnlyList<(string Name, string Value)> _settings = [];
    private Action<IServiceCollection> _replace = _ => { };
    private WebApplication? _app;
    private HttpClient? _client;
    private CrmStore? _store;
    private int _posting;
    private DateTimeOffset _startedAt;

    private Scene(string folder, TestConnector connector)
    {
        _folder = folder;
        Connector = connector;
        Alex = new TeamsActivities(connector.ServiceUrl, Clock);
        Sam = new TeamsActivities(connector.ServiceUrl, Clock) { UserId = "29:sam", UserName = "Sam Patel", AadObjectId = "oid-sam", ConversationId = "a:personal-2" };
        Noor = new TeamsActivities(connector.ServiceUrl, Clock) { UserId = "29:noor", UserName = "Noor Ali", AadObjectId = "oid-noor", ConversationId = "a:personal-3" };
        Stranger = new TeamsActivities(connector.ServiceUrl, Clock) { UserId = "29:x", UserName = "X", AadObjectId = "oid-stranger", ConversationId = "a:personal-4" };
    }

    private string Database => Path.Combine(_folder, "crm.db");

    public TestClock Clock { get; } = new(Start);

    public TestConnector Connector { get; }

    public LogLines Log { get; } = new();

    public TeamsActivities Alex { get; }

    public TeamsActivities Sam { get; }

    public TeamsActivities Noor { get; }

    public TeamsActivities Stranger { get; }

    public ICrmStore Store => _store!;

    public IMeterFactory Meters => _app!.Services.GetRequiredService<IMeterFactory>();

    public IServiceProvider Services => _app!.Services;

    /// <summary>Answers on their way.</summary>
    public int Deliveries => _app!.Services.GetRequiredService<AnswerDelivery>().UnderWay;

    public Ids Ids { get; } = new(TimeProvider.System);

    public static Task<Scene> StartAsync(params (string Name, string Value)[] settings) => StartAsync(_ => { }, settings);

    /// <summary>The same with other services in the place of the host's own.</summary>
    public static async Task<Scene> StartAsync(Action<IServiceCollection> replace, params (string Name, string Value)[] settings)
    {
        var scene = new Scene(Directory.CreateTempSubdirectory("employercrm-").FullName, await TestConnector.StartAsync()) { _settings = settings, _replace = replace };
        await EmptyStore.CopyToAsync(scene.Database);
        await scene.StartHostAsync();
        await scene.SeedAsync();
        return scene;
    }

    /// <summary>The store is gone from under the running host.</summary>
    public ValueTask CloseStoreAsync() => _store!.DisposeAsync();

    /// <summary>The process ends, orderly, and another takes its place on the same store.</summary>
    public async Task RestartAsync()
    {
        await StopHostAsync();
        await StartHostAsync();
    }

    public async Task StopHostAsync()
    {
        _client!.Dispose();
        await _app!.DisposeAsync();
        await _store!.DisposeAsync();
    }

    /// <summary>
    /// Lets time pass, a second at a time, until <paramref name="condition"/> holds. While a call is on its way or a turn is at work the clock stands, so
    /// that nothing is slow but what the connector makes wait.
    /// </summary>
    public async Task PassTimeAsync(Func<bool> condition)
    {
        while (!condition())
        {
            if (IsQuiet())
                await TickAsync();
            await Task.Yield();
            TestContext.Current.CancellationToken.ThrowIfCancellationRequested();
        }
    }

    // What is owed is looked for by the clock too, and each look must have ended before the next second.
    private async Task TickAsync()
    {
        var owed = _app!.Services.GetServices<IHostedService>().OfType<OwedAnswers>().Single();
        var looks = Looks();
        await Outgoing.UntilAsync(() => owed.Rounds > looks);
        Clock.Advance(TimeSpan.FromSeconds(1));

        int Looks() => (int)((Clock.GetUtcNow() - _startedAt) / OwedAnswers.Pause);
    }

    // An answer on its way is either being sent, for which there is a timer, or being written down. Each request that has not been answered waits for
    // its answer to be delivered; the search for owed answers has a timer like theirs.
    private bool IsQuiet() =>
        (Deliveries == 0 || Clock.Running(setFor => setFor == ParcelSending.TryFor) > 0)
        && Clock.Running(setFor => setFor == ConnectorTimeout) == Connector.Hanging
        && _posting <= Clock.Running(setFor => setFor == AnswerDelivery.TurnWaits || setFor == AnswerDelivery.InvokeWaits) - 1;

    /// <summary>Types a line and returns what came back.</summary>
    public async Task<ConnectorCall> SayAsync(string text, TeamsActivities? person = null)
    {
        await PostAsync((person ?? Alex).Message(text));
        return Connector.Calls[^1];
    }

    public async Task<HttpResponseMessage> PostAsync(JsonObject activity)
    {
        Interlocked.Increment(ref _posting);
        try
        {
            return await new TestChannel(_client!).PostAsync(activity, TestContext.Current.CancellationToken);
        }
        finally
        {
            Interlocked.Decrement(ref _posting);
        }
    }

    /// <summary>Brings a body as it is.</summary>
    public async Task<HttpStatusCode> PostRawAsync(string body)
    {
        using var content = new StringContent(body, Encoding.UTF8, "application/json");
        using var response = await _client!.PostAsync(new Uri("/api/messages", UriKind.Relative), content, TestContext.Current.CancellationToken);
        return response.StatusCode;
    }

    /// <summary>Presses the button with this title on a card, fills its fields in, and returns the answer to the invoke.</summary>
    public Task<JsonNode> PressAsync(JsonNode card, string title, JsonObject? fields = null, TeamsActivities? person = null, string cardId = "card-1") =>
        InvokeAsync(Press(card, title, fields, person, cardId));

    public async Task<JsonNode> InvokeAsync(JsonObject invoke)
    {
        using var response = await PostAsync(invoke);
        Assert.Equal(200, (int)response.StatusCode);
        return JsonNode.Parse(await response.Content.ReadAsStringAsync(TestContext.Current.CancellationToken))!;
    }

    public JsonObject Press(JsonNode card, string title, JsonObject? fields = null, TeamsActivities? person = null, string cardId = "card-1")
    {
        var button = CardText.Button(card, title);
        var data = (JsonObject)button["data"]!.DeepClone();
        foreach (var (name, value) in fields ?? [])
            data[name] = value?.DeepClone();
        return (person ?? Alex).Execute((string)button["verb"]!, data, cardId);
    }

    /// <summary>What is stored once all that is in the line of writes is written: a turn does not wait until its answer is marked as delivered.</summary>
    public async Task<T> ReadAsync<T>(Func<ICrmSession, Task<T>> body)
    {
        await Store.WriteAsync(_ => Task.FromResult(true), TestContext.Current.CancellationToken);
        return await Store.ReadAsync(body, TestContext.Current.CancellationToken);
    }

    /// <summary>Takes all that is owed, for a day, as another process does.</summary>
    public Task<IReadOnlyList<ReceivedActivity>> ClaimOwedAsync() => Store.WriteAsync(
        session => session.Conversations.ClaimUndeliveredAsync(Start.AddDays(-1), Start.AddDays(1), Start.AddDays(1), 10), TestContext.Current.CancellationToken);

    public Task<Specialist> AlexRowAsync() => ReadAsync(async s => (await s.People.SpecialistWithObjectIdAsync(Alex.AadObjectId))!);

    public async Task<IReadOnlyList<VisitSummary>> VisitsOfAlexAsync()
    {
        var alex = await AlexRowAsync();
        return await ReadAsync(s => s.Visits.OfSpecialistAsync(alex.Id, new DateOnly(2024, 1, 1), new DateOnly(2028, 1, 1)));
    }

    public async Task<IReadOnlyList<FollowUpSummary>> OwedByAlexAsync()
    {
        var alex = await AlexRowAsync();
        return await ReadAsync(s => s.FollowUps.OpenOfOwnerAsync(alex.Id, null));
    }

    /// <summary>Whether these words stand anywhere in the files of the store, the journal included.</summary>
    public async Task<bool> StoreHoldsAsync(string words)
    {
        var sought = Encoding.UTF8.GetBytes(words);
        foreach (var file in Directory.EnumerateFiles(_folder))
        {
            await using var stream = new FileStream(file, FileMode.Open, FileAccess.Read, FileShare.ReadWrite | FileShare.Delete);
            using var content = new MemoryStream();
            await stream.CopyToAsync(content, TestContext.Current.CancellationToken);
            if (content.ToArray().AsSpan().IndexOf(sought) >= 0)
                return true;
        }

        return false;
    }

    public async ValueTask DisposeAsync()
    {
        await StopHostAsync();
        await Connector.DisposeAsync();
        Directory.Delete(_folder, recursive: true);
    }

    private async Task StartHostAsync()
    {
        var builder = WebApplication.CreateEmptyBuilder(new WebApplicationOptions { EnvironmentName = "Development" });
        builder.WebHost.UseKestrelCore().UseUrls("http://127.0.0.1:0");
        builder.Logging.SetMinimumLevel(LogLevel.Trace).AddProvider(Log);
        builder.Configuration.AddInMemoryCollection([KeyValuePair.Create("Bot:ConnectorTimeout", (string?)ConnectorTimeout.ToString()), .. _settings.Select(setting => KeyValuePair.Create("Bot:" + setting.Name, (string?)setting.Value))]);
        builder.Services.AddRoutingCore();
        builder.Services.AddSingleton<TimeProvider>(Clock);
        builder.Services.AddSingleton<ICrmStore>(_ => _store!);
        builder.Services.AddSingleton(Guard);
        builder.Services.AddBotFramework(builder.Configuration, builder.Environment);
        builder.Services.AddEmployerCrmBot(options => options.OnlyProcess = true);
        _replace(builder.Services);
        _app = builder.Build();
        _store = await CrmStoreFactory.OpenAsync(
            new StoreOptions { Provider = StoreProvider.Sqlite, ConnectionString = $"Data Source={Database}" }, Clock,
            _app.Services.GetRequiredService<ILoggerFactory>(), Meters, TestContext.Current.CancellationToken);
        _app.UseRouting();
        _app.MapBotMessages();
        _startedAt = Clock.GetUtcNow();
        await _app.StartAsync(TestContext.Current.CancellationToken);
        _client = new HttpClient { BaseAddress = new Uri(_app.Urls.First()) };
    }

    private async Task SeedAsync()
    {
        var (team, other) = (Ids.New(), Ids.New());
        var alex = Person(team, Alex);
        await Store.WriteAsync(
            async s =>
            {
                await s.People.AddAsync(new Team { Id = team, Name = "Leeds", Nation = Nation.EnglandAndWales });
                await s.People.AddAsync(new Team { Id = other, Name = "Bradford", Nation = Nation.EnglandAndWales });
                await s.People.AddAsync(alex);
                await s.People.AddAsync(Person(team, Sam));
                await s.People.AddAsync(Person(other, Noor));
                // Three job seekers: with fewer, the week's target is lower.
                foreach (var (reference, jobType) in new[] { ("JS12", "kitchen work"), ("KT45", "retail"), ("MW73", "cleaning") })
                {
                    await s.Clients.AddAsync(
                        new Client
                        {
                            Id = Ids.New(), Reference = reference, OwnerId = alex.Id, TeamId = team, Programme = "IPS in secondary care", EnteredOn = new DateOnly(2026, 9, 1),
                            Status = ClientStatus.JobSearch, CheckReference = false,
                        },
                        [jobType]);
                }

                await EmployerAsync(s, team, "Friday's Café", "Otley", "Marta Kowalska", "Ben Lister");
                await EmployerAsync(s, team, "B & J Motors", "Dewsbury", "Barry Jessop");
                await EmployerAsync(s, team, "Two Rivers Care Home", "Castleford", "Sarah Okafor");
                await EmployerAsync(s, team, "Costwell Stores – Leeds", "Leeds", "Priya Nair");
                await EmployerAsync(s, team, "Costwell Stores – Bradford", "Bradford", "Imran Aziz");
                return true;
            },
            TestContext.Current.CancellationToken);
    }

    private Specialist Person(Guid team, TeamsActivities person) => new()
    {
        Id = Ids.New(), ObjectId = person.AadObjectId, Name = person.UserName, TeamId = team, Role = Role.Specialist, WeeklyTarget = 6,
    };

    private async Task EmployerAsync(ICrmSession session, Guid team, string name, string town, params string[] contacts)
    {
        var employer = new Employer { Id = Ids.New(), Name = name, Town = town, TeamId = team, CreatedAt = Start, Version = 1 };
        await session.Employers.AddAsync(employer);
        foreach (var contact in contacts)
            await session.Employers.AddAsync(new Contact { Id = Ids.New(), EmployerId = employer.Id, Name = contact, Version = 1 });
    }
}
