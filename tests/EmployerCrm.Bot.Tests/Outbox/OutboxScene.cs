using EmployerCrm.Bot.Outbox;
using EmployerCrm.Bot.Tests.Conversations;
using EmployerCrm.Core;
using EmployerCrm.Core.Outbox;
using EmployerCrm.Core.People;
using EmployerCrm.TestSupport;
using Microsoft.Extensions.DependencyInjection;

namespace EmployerCrm.Bot.Tests.Outbox;

/// <summary>
/// The outbox of a scene, emptied when a test says so: each node is a dispatcher of its own over the same store, with the channel and the connector of the
/// host. Everybody has spoken to the bot.
/// </summary>
internal sealed class OutboxScene : IAsyncDisposable
{
    private OutboxScene(Scene scene) => Scene = scene;

    public Scene Scene { get; }

    public TestClock Clock => Scene.Clock;

    public TestConnector Connector => Scene.Connector;

    public NumberedMessage Message { get; private init; } = null!;

    public Specialist Alex { get; private set; } = null!;

    public Specialist Sam { get; private set; } = null!;

    /// <summary>What the dispatcher told of its own faults.</summary>
    public List<string> Faults { get; } = [];

    /// <summary>Delivered messages of the outbox, as the person sees them, in order.</summary>
    public IReadOnlyList<string> Seen => [.. Connector.Calls.Where(call => call.Delivered).Select(call => call.Activity.Text).OfType<string>().Where(text => text.StartsWith('#'))];

    /// <summary>All that was tried with messages of the outbox.</summary>
    public IReadOnlyList<ConnectorCall> Tries => [.. Connector.Calls.Where(call => call.Body.Contains("\"#", StringComparison.Ordinal))];

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    public static async Task<OutboxScene> StartAsync(params (string Name, string Value)[] settings)
    {
        var message = new NumberedMessage();
        var scene = await Scene.StartAsync(
            services =>
            {
                services.AddSingleton<IProactiveCard>(message);
                services.Remove(services.Single(service => service.ImplementationType == typeof(OutboxService)));
            },
            [("ConnectorRetries", "0"), .. settings]);
        var outbox = new OutboxScene(scene) { Message = message };
        await scene.SayAsync("help");
        await scene.SayAsync("help", scene.Sam);
        outbox.Alex = await outbox.PersonAsync(scene.Alex);
        outbox.Sam = await outbox.PersonAsync(scene.Sam);
        return outbox;
    }

    public Task<Specialist> PersonAsync(TeamsActivities person) => Scene.ReadAsync(async session => (await session.People.SpecialistWithObjectIdAsync(person.AadObjectId))!);

    /// <summary>A node; without limit unless options say otherwise.</summary>
    public OutboxDispatcher Node(ICrmStore? store = null, OutboxOptions? options = null) => new(
        store ?? Scene.Store, Scene.Services.GetServices<IOutboxChannel>(), Clock, Scene.Ids, options ?? new OutboxOptions { TeamsPerSecond = 0 }, new Watch(Faults));

    public Task<int> SweepAsync(OutboxDispatcher? node = null) => (node ?? Node()).RunAsync(Cancellation);

    /// <summary>Sweeps after each stretch of time.</summary>
    public async Task PassAsync(OutboxDispatcher node, TimeSpan time, TimeSpan step)
    {
        for (var passed = TimeSpan.Zero; passed < time; passed += step)
        {
            Clock.Advance(step);
            await SweepAsync(node);
        }
    }

    public OutboxRow Row(int number, Specialist? person = null) => new()
    {
        Id = Scene.Ids.New(), Channel = OutboxChannel.Teams, Kind = NumberedMessage.KindName, RecipientId = (person ?? Alex).Id, IdempotencyKey = $"test:{number}",
        CreatedAt = Clock.GetUtcNow(), NotBefore = Clock.GetUtcNow(), ExpiresAt = Clock.GetUtcNow().AddDays(1),
    };

    public async Task<OutboxRow> AddAsync(OutboxRow row)
    {
        await AddAsync([row]);
        return row;
    }

    public Task AddAsync(IReadOnlyList<OutboxRow> rows) => Scene.Store.WriteAsync(session => session.Outbox.AddAllAsync(rows), Cancellation);

    public Task<OutboxRow> NowAsync(OutboxRow row) => Scene.ReadAsync(async session => (await session.Outbox.OfIdAsync(row.Id))!);

    public async Task<(OutboxState State, string? Reason)> StateAsync(OutboxRow row) => await NowAsync(row) is var now ? (now.State, now.Reason) : default;

    public ValueTask DisposeAsync() => Scene.DisposeAsync();

    private sealed class Watch(List<string> faults) : IOutboxObserver
    {
        public void Ended(OutboxRow row, Delivery delivery)
        {
            // The row says it too.
        }

        public void Failed(Exception exception)
        {
            lock (faults)
            {
                faults.Add(exception.GetType().Name);
            }
        }

        public void HeldBack(OutboxChannel channel, TimeSpan wait)
        {
            lock (faults)
            {
                faults.Add($"held back for {wait}");
            }
        }

        public void Lost(int rows)
        {
            lock (faults)
            {
                faults.Add($"{rows} lost");
            }
        }
    }
}
