using System.Globalization;
using EmployerCrm.EndToEnd.Tests.Scenes;
using EmployerCrm.EndToEnd.Tests.Stack;
using Microsoft.Data.Sqlite;

namespace EmployerCrm.EndToEnd.Tests.Jobs;

/// <summary>
/// Two hosts on one store, one of which is killed again and again while the nightly jobs run: each moment of a job has one run, what was killed is taken
/// over or left to the next night, and what the jobs keep is whole.
/// </summary>
[Collection(nameof(Alone))]
public sealed class KillDuringJobsTests(SampleDatabase sample) : IAsyncLifetime
{
    private static readonly TimeSpan BetweenLooks = TimeSpan.FromMilliseconds(50);
    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(2);

    /// <summary>Some jobs run more often than this.</summary>
    private static readonly TimeSpan LongestPause = TimeSpan.FromMinutes(10);

    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("employercrm-jobs-");
    private string _database = null!;

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    private static int Kills => Machine.RunsLongTests ? 100 : 5;

    public async ValueTask InitializeAsync() => _database = await sample.CopyToAsync(_folder.FullName, Cancellation);

    public ValueTask DisposeAsync()
    {
        _folder.Delete(recursive: true);
        return ValueTask.CompletedTask;
    }

    [Fact]
    public async Task Every_night_has_one_run_of_each_job_and_what_they_keep_is_whole()
    {
        Assert.SkipUnless(Machine.RunsSoak, "Takes half a minute; set EMPLOYERCRM_TEST_SOAK=1 to run it, or EMPLOYERCRM_TEST_LONG=1 for some minutes.");
        var settings = new Dictionary<string, string> { ["Jobs__LookEvery"] = "00:00:00.1" };
        await using var killed = await CrmHost.StartAsync(_database, settings, Cancellation);
        await using var steady = await CrmHost.StartAsync(_database, settings, Cancellation);
        var random = new Random(7);
        for (var night = 1; night <= Kills; night++)
        {
            // Every other night the host that is killed is alone when the jobs fall due.
            if (night % 2 == 0)
                await MoveAsync(steady, night);
            await MoveAsync(killed, night);
            await UntilAsync(() => HasRun(night));
            await Task.Delay(random.Next(120), Cancellation);
            await killed.KillAsync();
            await MoveAsync(steady, night);
            await killed.StartAgainAsync(Cancellation);
        }

        // It began again at the present, whose runs the other has long forgotten.
        await killed.KillAsync();
        await MoveAsync(steady, Kills + 1);
        await UntilAsync(() => Count("select count(distinct job) from job_runs where state = 'Done' and due_at >= $since", Since(Kills)) == Count("select count(distinct job) from job_runs", "") && Count(
            "select count(*) from job_runs where ended_at is null", "") == 0);
        await steady.KillAsync();

        TestContext.Current.TestOutputHelper?.WriteLine(string.Join(", ", Texts("select job || ' ' || state || ' ' || count(*) || ', again ' || sum(attempts - 1) from job_runs group by job, state order by 1")));
        Assert.Empty(Texts("select job || ' failed: ' || failure from job_runs where failure is not null"));
        Assert.Empty(Texts("select job || ' ' || due_at from job_runs where state not in ('Done', 'Superseded')"));
        Assert.Equal(0, Count("select count(*) from (select job, due_at from job_runs group by job, due_at having count(*) > 1)", ""));
        // The verb knows the present, where levels have not decayed as far as on the last of many nights.
        var rebuilt = (await CrmHost.RunAsync(["rebuild"], _database, Cancellation)).Split('\n');
        Assert.Contains(rebuilt, line => line == "No difference." || line.EndsWith(" mended.", StringComparison.Ordinal));
        Assert.DoesNotContain(rebuilt, line => !line.StartsWith("the level of employer ", StringComparison.Ordinal) && line != "No difference." && !line.EndsWith(" mended.", StringComparison.Ordinal));
    }

    private static string Since(int nights, TimeSpan before = default) => (TimeProvider.System.GetUtcNow().AddDays(nights) - before).ToString("yyyy-MM-dd HH:mm:ss.fff", CultureInfo.InvariantCulture);

    private static Task MoveAsync(CrmHost host, int days) => host.MoveClockAsync(string.Create(CultureInfo.InvariantCulture, $"{days}.00:00:00"), Cancellation);

    private static async Task UntilAsync(Func<bool> condition)
    {
        var start = TimeProvider.System.GetTimestamp();
        while (!condition())
        {
            Assert.True(TimeProvider.System.GetElapsedTime(start) < Patience, "The jobs have not run.");
            await Task.Delay(BetweenLooks, Cancellation);
        }
    }

    /// <summary>Whether a job has been begun that night; the number of runs says nothing, for those of a fortnight ago are forgotten.</summary>
    private bool HasRun(int night) => Count("select count(*) from job_runs where due_at >= $since", Since(night, LongestPause)) > 0;

    private long Count(string sql, string since) => long.Parse(Texts(sql, since).Single(), CultureInfo.InvariantCulture);

    private List<string> Texts(string sql, string since = "")
    {
        using var connection = new SqliteConnection($"Data Source={_database};Mode=ReadOnly;Pooling=False");
        connection.Open();
        using var command = connection.CreateCommand();
        command.CommandText = sql;
        command.Parameters.AddWithValue("$since", since);
        using var reader = command.ExecuteReader();
        var texts = new List<string>();
        while (reader.Read())
            texts.Add(reader.GetValue(0).ToString()!);
        return texts;
    }
}
