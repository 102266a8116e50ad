using EmployerCrm.Bot.Outbox;
using EmployerCrm.BotFramework;
using EmployerCrm.Core;
using EmployerCrm.Core.Conversations;
using EmployerCrm.Core.Engagement;
using EmployerCrm.Core.Jobs;
using EmployerCrm.Core.Outbox;
using EmployerCrm.Core.Schedules;
using EmployerCrm.Store;
using EmployerCrm.TestSupport;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace EmployerCrm.Bot.Tests.Year;

/// <summary>The service with its real store on disk, jobs, dispatcher and Teams channel, on a clock that somebody moves.</summary>
internal sealed class YearService : IAsyncDisposable
{
    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("employercrm-year-");
    private readonly WebApplication _app;
    private CrmStore? _store;

    private YearService(Random random)
    {
        Ids = new Ids(Clock, random);
        var builder = WebApplication.CreateEmptyBuilder(new WebApplicationOptions { EnvironmentName = "Development" });
        builder.WebHost.UseKestrelCore();
        builder.Configuration.AddInMemoryCollection([KeyValuePair.Create("Bot:ConnectorRetries", (string?)"0")]);
        builder.Services.AddSingleton<TimeProvider>(Clock);
        builder.Services.AddSingleton(Ids);
        builder.Services.AddSingleton<ICrmStore>(_ => Store);
        builder.Services.AddBotFramework(builder.Configuration, builder.Environment);
        builder.Services.AddEmployerCrmBot(options => options.OnlyProcess = true);
        // It waits between one card and the next, on a clock that stands while the hour's work is done; and nobody is told anything by it.
        builder.Services.Remove(builder.Services.Single(service => service.ImplementationType == typeof(ReceiptsForOldCards)));
        builder.Services.AddSingleton<IJob, EngagementDecay>();
        builder.Services.AddSingleton<IJob, ScheduleExtension>();
        builder.Services.AddSingleton<IJob, Forgetting>();
        _app = builder.Build();
    }

    public TestClock Clock { get; } = new(YearCalendar.Start);

    public Ids Ids { get; }

    public CrmStore Store => _store!;

    public IServiceProvider Services => _app.Services;

    public string Database => Path.Combine(_folder.FullName, "crm.db");

    public Faults Faults { get; } = new();

    private JobClock Jobs => field ??= new JobClock(Store, Clock, new JobRunner(Store, Clock, Ids, Faults), new JobList(Services.GetServices<IJob>()));

    private OutboxDispatcher Outbox => field ??= new OutboxDispatcher(Store, Services.GetServices<IOutboxChannel>(), Clock, Ids, new OutboxOptions { TeamsPerSecond = 0 }, Faults);

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    public static async Task<YearService> StartAsync(Random random)
    {
        var service = new YearService(random);
        service._store = await CrmStoreFactory.OpenAsync(
            new StoreOptions { ConnectionString = $"Data Source={service.Database}" }, service.Clock, service._app.Services.GetRequiredService<ILoggerFactory>(),
            cancellationToken: Token);
        return service;
    }

    /// <summary>What the host does in an hour: what is due, beside one another, and what is to be sent.</summary>
    public async Task WorkAsync()
    {
        await Task.WhenAll((await Jobs.DueAsync(Token)).Select(due => Task.Run(() => Jobs.RunAsync(due, Token))));
        await Outbox.RunAsync(Token);
    }

    public async ValueTask DisposeAsync()
    {
        await _app.DisposeAsync();
        await Store.DisposeAsync();
        _folder.Delete(recursive: true);
    }
}

/// <summary>What went wrong that nobody was told of.</summary>
internal sealed class Faults : IJobWatch, IOutboxObserver
{
    private readonly System.Collections.Concurrent.ConcurrentQueue<string> _all = [];

    public IReadOnlyCollection<string> All => _all;

    public void Ended(IJob job, JobResult result, TimeSpan duration)
    {
        // The rows of its runs say it too.
    }

    public void Failed(IJob job, string reference, Exception exception, TimeSpan duration) => _all.Enqueue($"{job.Name}: {exception}");

    public void Lost(IJob job) => _all.Enqueue($"{job.Name}: lost");

    public void Stopped(IJob job) => _all.Enqueue($"{job.Name}: stopped");

    public void NotRecorded(IJob job, Exception exception) => _all.Enqueue($"{job.Name}: not recorded, {exception}");

    public void Ended(OutboxRow row, Delivery delivery)
    {
        if (delivery is not (Delivery.Sent or Delivery.Nothing))
            _all.Enqueue($"{row.IdempotencyKey}: {delivery}");
    }

    public void Failed(Exception exception) => _all.Enqueue(exception.ToString());

    public void HeldBack(OutboxChannel channel, TimeSpan wait) => _all.Enqueue($"held back for {wait}");

    public void Lost(int rows) => _all.Enqueue($"{rows} lost");
}
