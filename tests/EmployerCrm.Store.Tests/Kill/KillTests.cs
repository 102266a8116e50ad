using System.Diagnostics;
using System.IO.Pipes;
using EmployerCrm.Store.Tests.Support;

namespace EmployerCrm.Store.Tests.Kill;

/// <summary>A process that is killed while it commits has lost nothing that it acknowledged, and left nothing half.</summary>
public abstract class KillTests(TestDatabase database)
{
    private const int Kills = 3;
    private const int AcknowledgedBeforeKill = 60;

    [Fact]
    public async Task What_was_acknowledged_survives_a_kill_and_nothing_is_half_there()
    {
        var store = database.Store;
        for (var kill = 0; kill < Kills; kill++)
        {
            foreach (var id in await RunAndKillAsync())
                await AssertWholeAsync(id);
        }

        Assert.Empty(await store.RebuildAsync());
        Assert.Equal([0], await store.Read(session => ((CrmSession)session).Sql.Unrecorded().QueryAsync<int>(
            """
            select count(*)
            from visits v
            where not exists (select 1 from follow_ups f where f.visit_id = v.id)
              or not exists (select 1 from audit_entries a where a.record_id = v.id)
              or not exists (select 1 from undo_steps u where u.subject_id = v.id)
            """)));
    }

    private Task<bool> AssertWholeAsync(Guid visitId) => database.Store.Read(async session =>
    {
        Assert.NotNull(await session.Visits.VisitAsync(visitId));
        Assert.NotNull(await session.Conversations.ReceivedAsync(visitId.ToString()));
        Assert.Single(await session.FollowUps.OfVisitAsync(visitId));
        Assert.Single(await session.Audit.OfAsync(visitId));
        return true;
    });

    /// <summary>Returns the visits that were acknowledged before the kill.</summary>
    private async Task<List<Guid>> RunAndKillAsync()
    {
        var cancellationToken = TestContext.Current.CancellationToken;
        var pipeName = database.Ids.New().ToString("N");
        await using var pipe = new NamedPipeServerStream(pipeName, PipeDirection.In, 1, PipeTransmissionMode.Byte, PipeOptions.Asynchronous);
        using var child = Start($"{database.Provider}\n{database.ConnectionString}\n{pipeName}");
        var output = child.StandardOutput.ReadToEndAsync(cancellationToken);
        var connected = pipe.WaitForConnectionAsync(cancellationToken);
        if (await Task.WhenAny(connected, output) == output)
            Assert.Fail(await output);

        using var notes = new StreamReader(pipe);
        var acknowledged = new List<Guid>();
        while (await notes.ReadLineAsync(cancellationToken) is { Length: 36 } line)
        {
            acknowledged.Add(Guid.Parse(line));
            if (acknowledged.Count == AcknowledgedBeforeKill)
                child.Kill();
        }

        await child.WaitForExitAsync(cancellationToken);
        Assert.True(acknowledged.Count >= AcknowledgedBeforeKill, await output);
        return acknowledged;
    }

    private static Process Start(string setting)
    {
        var start = new ProcessStartInfo(Environment.ProcessPath!) { RedirectStandardOutput = true, UseShellExecute = false };
        if (Path.GetFileNameWithoutExtension(Environment.ProcessPath) == "dotnet")
            start.ArgumentList.Add(typeof(KillTests).Assembly.Location);
        foreach (var argument in new[] { "--explicit", "only", "--filter-class", typeof(KilledWriter).FullName!, "--no-ansi", "--no-progress" })
            start.ArgumentList.Add(argument);
        start.Environment[KilledWriter.Setting] = setting;
        return Process.Start(start)!;
    }
}

public sealed class KillOnSqlite(SqliteDatabase database) : KillTests(database), IClassFixture<SqliteDatabase>;

public sealed class KillOnSqlServer(SqlServerDatabase database) : KillTests(database), IClassFixture<SqlServerDatabase>;
