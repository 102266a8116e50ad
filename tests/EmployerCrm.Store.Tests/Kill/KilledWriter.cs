using System.Globalization;
using System.IO.Pipes;
using EmployerCrm.Core.Calendar;
using EmployerCrm.Core.Visits;
using EmployerCrm.Store.Migrations;
using EmployerCrm.Store.Tests.Support;
using Microsoft.Extensions.Logging.Abstractions;

namespace EmployerCrm.Store.Tests.Kill;

/// <summary>The child process of <see cref="KillTests"/>: logs visits from several callers and notes each one that was acknowledged, until it is killed.</summary>
public sealed class KilledWriter
{
    public const string Setting = "EMPLOYERCRM_TEST_KILLED_WRITER";

    private const int Callers = 8;

    [Fact(Explicit = true)]
    public async Task Logs_visits_until_it_is_killed()
    {
        var settings = Environment.GetEnvironmentVariable(Setting)?.Split('\n');
        Assert.SkipWhen(settings is null, "Runs only as the child process of the kill test.");
        var (provider, connectionString, pipeName) = (Enum.Parse<StoreProvider>(settings![0]), settings[1], settings[2]);
        var ids = new Core.Ids(TimeProvider.System);
        await using var store = await CrmStoreFactory.OpenAsync(
            new StoreOptions { Provider = provider, ConnectionString = connectionString, MigrateAtStart = false },
            new StoreParts(TimeProvider.System, ids, NullLoggerFactory.Instance) { Migrations = Migration.Embedded },
            TestContext.Current.CancellationToken);
        var rows = await Rows.StoredAsync(store, ids);
        await using var pipe = new NamedPipeClientStream(".", pipeName, PipeDirection.Out);
        await pipe.ConnectAsync(TestContext.Current.CancellationToken);
        await using var notes = TextWriter.Synchronized(new StreamWriter(pipe) { AutoFlush = true });
        await Task.WhenAll(Enumerable.Range(0, Callers).Select(_ => Task.Run(async () =>
        {
            while (!TestContext.Current.CancellationToken.IsCancellationRequested)
                await notes.WriteLineAsync((await LogAsync(store, rows)).ToString("D", CultureInfo.InvariantCulture));
        })));
    }

    private static Task<Guid> LogAsync(CrmStore store, Rows rows)
    {
        var visit = rows.Visit();
        var (followUp, entry, step) = (rows.FollowUp(visit.On) with { VisitId = visit.Id }, rows.Entry(visit.Id), rows.Step(visit.Id));
        var received = rows.Received(visit.Id.ToString());
        return store.Write(async session =>
        {
            await session.Conversations.AddAsync(received);
            await session.Visits.AddAsync(visit);
            await session.FollowUps.AddAsync(followUp);
            await session.Visits.CountAsync(visit.SpecialistId, Weeks.StartOf(visit.On), visit.Channel == Channel.InPerson ? 1 : 0, 1);
            await session.Employers.CountActivityAsync(visit.EmployerId, visit.SpecialistId, visit.On, visit.Channel == Channel.InPerson);
            await session.Audit.AddAsync(entry, []);
            await session.Undo.AddAsync(step);
            return visit.Id;
        });
    }
}
