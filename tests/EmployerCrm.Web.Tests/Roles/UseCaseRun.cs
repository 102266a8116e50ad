using System.Reflection;
using System.Runtime.CompilerServices;
using System.Text.Json;
using System.Text.Json.Serialization;
using EmployerCrm.Bot;
using EmployerCrm.BotFramework;
using EmployerCrm.Core;
using EmployerCrm.Core.People;
using EmployerCrm.Store;
using EmployerCrm.Web.Hosting;
using EmployerCrm.Web.Jobs;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;

namespace EmployerCrm.Web.Tests.Roles;

/// <summary>Two teams in a SQLite store, a use case called on the records of the first, and what came of it.</summary>
internal sealed class UseCaseRun : IAsyncDisposable
{
    private static readonly DateTimeOffset Now = new(2026, 11, 18, 10, 20, 0, TimeSpan.Zero);

    private static readonly JsonSerializerOptions Json = new()
    {
        ReferenceHandler = ReferenceHandler.IgnoreCycles, IncludeFields = true, Converters = { new JsonStringEnumConverter() },
    };

    private readonly TemporaryFolder _folder = new();
    private readonly Ids _ids = new(new Standing(), new Random(7));
    private CrmStore? _store;
    private ServiceProvider? _services;
    private byte[]? _made;
    private IReadOnlyList<string> _rows = [];

    public UseCaseRun()
    {
        Team = new World(_ids, Now, "Aire", "KM23", "KM47");
        Other = new World(_ids, Now, "Calder", "PQ68", "PQ94");
    }

    public World Team { get; }

    public World Other { get; }

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    public async Task OpenAsync()
    {
        await CloseAsync();
        foreach (var file in Directory.GetFiles(_folder.Path))
            File.Delete(file);
        if (_made is null)
            await MakeAsync();
        await File.WriteAllBytesAsync(_folder.File("crm.db"), _made!, Token);
        _store = await CrmStoreFactory.OpenAsync(new StoreOptions { ConnectionString = _folder.Database }, new Standing(), cancellationToken: Token);
        var services = new ServiceCollection();
        services.AddLogging(logging => logging.ClearProviders());
        services.AddMetrics();
        services.AddSingleton<TimeProvider>(new Standing());
        services.AddSingleton<ICrmStore>(_store);
        var builder = WebApplication.CreateBuilder(new WebApplicationOptions { EnvironmentName = Environments.Development });
        services.AddSingleton<IConfiguration>(builder.Configuration);
        services.AddSingleton<IWebHostEnvironment>(builder.Environment);
        services.AddSingleton<IHostEnvironment>(builder.Environment);
        services.AddBotFramework(builder.Configuration, builder.Environment);
        services.AddEmployerCrmBot(_ => { });
        services.AddJobs();
        services.AddSingleton<OpenStore>();
        _services = services.BuildServiceProvider();
        _rows = Rows.All(_folder.Database);
    }

    /// <summary>Calls it; the world is made anew when it changed something.</summary>
    public async Task<Came> CallAsync(UseCase useCase, Actor actor)
    {
        var service = _services!.GetService(useCase.Service) ?? ActivatorUtilities.CreateInstance(_services!, useCase.Service);
        object? result;
        try
        {
            result = await ResultAsync(useCase.Method.Invoke(service, BindingFlags.DoNotWrapExceptions, null, new Arguments(Team, Other).For(useCase, actor, Token), null));
        }
        catch (Exception thrown) when (thrown is DuplicateKeyException || actor.SpecialistId is null)
        {
            // Somebody else's id for a new record; and the system, which has no clients and no week, is no person.
            result = new Failure(thrown);
        }

        var rows = Rows.All(_folder.Database);
        var changed = !rows.SequenceEqual(_rows, StringComparer.Ordinal);
        if (changed)
            await OpenAsync();
        return new Came(Team.Marks, result, result is Failure ? "" : JsonSerializer.Serialize(result, result?.GetType() ?? typeof(object), Json), changed);
    }

    public async ValueTask DisposeAsync()
    {
        await CloseAsync();
        _folder.Dispose();
    }

    /// <summary>The two teams in a database, as the bytes of its file.</summary>
    private async Task MakeAsync()
    {
        await using (var store = await CrmStoreFactory.OpenAsync(new StoreOptions { ConnectionString = _folder.Database }, new Standing(), cancellationToken: Token))
        {
            await store.WriteAsync(
                async session =>
                {
                    await Team.AddAsync(session);
                    await Other.AddAsync(session);
                    return 0;
                },
                Token);
        }

        Rows.Execute(_folder.Database, "pragma wal_checkpoint(truncate)");
        _made = await File.ReadAllBytesAsync(_folder.File("crm.db"), Token);
        foreach (var file in Directory.GetFiles(_folder.Path))
            File.Delete(file);
    }

    private async Task CloseAsync()
    {
        if (_services is not null)
            await _services.DisposeAsync();
        if (_store is not null)
            await _store.DisposeAsync();
    }

    private async Task<object?> ResultAsync(object? returned)
    {
        if (returned is Delegate body)
        {
            var write = typeof(ICrmStore).GetMethod(nameof(ICrmStore.WriteAsync))!.MakeGenericMethod(body.GetType().GetGenericArguments()[1].GetGenericArguments()[0]);
            returned = write.Invoke(_store, [body, Token]);
        }

        if (returned is not Task task)
            return returned;
        await task;
        return task.GetType().GetProperty("Result")?.GetValue(task);
    }

    /// <summary>What came of a call.</summary>
    /// <param name="Marks">By what it is known to be about the team.</param>
    /// <param name="Text">Everything that came back, as JSON.</param>
    internal sealed record Came(IEnumerable<string> Marks, object? Result, string Text, bool Changed)
    {
        /// <summary>Whether it did what was asked, or showed something.</summary>
        public bool IsAllowed => Result switch
        {
            IOutcome outcome => outcome.Refusal is null,
            null or Failure => false,
            bool said => said,
            ITuple counts => Enumerable.Range(0, counts.Length).Any(index => counts[index] is not 0),
            _ => Marks.Any(mark => Text.Contains(mark, StringComparison.Ordinal)),
        };

        public string Why => Result is IOutcome { Refusal: { } refusal } ? refusal.Reason.ToString() : Result is Failure failed ? failed.Thrown.GetType().Name : Text[..Math.Min(60, Text.Length)];
    }

    private sealed record Failure(Exception Thrown);

    private sealed class Standing : TimeProvider
    {
        public override DateTimeOffset GetUtcNow() => Now;
    }
}
