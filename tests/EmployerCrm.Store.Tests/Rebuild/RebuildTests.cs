using EmployerCrm.Core.Calendar;
using EmployerCrm.Core.Engagement;
using EmployerCrm.Core.Visits;
using EmployerCrm.Store.Tests.Support;

namespace EmployerCrm.Store.Tests.Rebuild;

/// <summary>What is derived is found equal, or mended and told. Each test has a database of its own.</summary>
public abstract class RebuildTests(TestDatabase database) : IAsyncLifetime
{
    private static readonly DateOnly Monday = new(2026, 10, 19);

    public async ValueTask InitializeAsync()
    {
        database.SkipUnlessAvailable();
        await database.InitializeAsync();
    }

    public async ValueTask DisposeAsync()
    {
        await database.DisposeAsync();
        GC.SuppressFinalize(this);
    }

    [Fact]
    public async Task What_the_turns_kept_is_equal_to_what_the_visits_say()
    {
        await StoreVisitsAsync();
        Assert.Empty(await database.Store.RebuildAsync());
    }

    [Fact]
    public async Task Differences_are_told_and_mended()
    {
        var rows = await StoreVisitsAsync();
        await database.Store.Write(async session =>
        {
            await session.Visits.CountAsync(rows.Specialist.Id, Monday, new WeekTally { ToConfirm = 1 });
            await session.Visits.CountAsync(rows.Colleague.Id, Monday, new WeekTally { ToConfirm = 1 });
            await session.Employers.CountActivityAsync(rows.Employer.Id, rows.Specialist.Id, Monday.AddDays(-700), inPerson: true);
            await session.Employers.CountActivityAsync(rows.Employer.Id, rows.Colleague.Id, Monday, inPerson: true);
            var sql = ((CrmSession)session).Sql;
            await sql.ExecuteUnrecordedAsync("delete from employer_keys where [key] = 'cafe'");
            await sql.ExecuteUnrecordedAsync("update employers set town_key = 'x'");
            await sql.ExecuteUnrecordedAsync("update employer_summaries set last_on = '2020-01-01'");
            await session.Engagement.CountAsync(rows.Employer.Id, new Evidence(Monday, EvidenceCounts.Of(EvidenceKind.Placement)));
            await session.Engagement.SaveAsync((await session.Engagement.StandingAsync(rows.Employer.Id))! with { Level = 5 });
        });
        var differences = await database.Store.RebuildAsync();
        Assert.Equal(2, differences.Count(line => line.StartsWith("weekly count", StringComparison.Ordinal)));
        Assert.Equal(2, differences.Count(line => line.StartsWith("activity", StringComparison.Ordinal)));
        Assert.Single(differences, line => line.Contains("folded", StringComparison.Ordinal));
        Assert.Single(differences, line => line.StartsWith("the list row", StringComparison.Ordinal));
        Assert.Single(differences, line => line.StartsWith("evidence about", StringComparison.Ordinal));
        Assert.Single(differences, line => line.StartsWith("the level of", StringComparison.Ordinal) && line.Contains("was 5", StringComparison.Ordinal));
        Assert.Single(differences, line => line.StartsWith("1 look-up keys", StringComparison.Ordinal));
        Assert.Empty(await database.Store.RebuildAsync());
    }

    private async Task<Rows> StoreVisitsAsync()
    {
        var rows = await Rows.StoredAsync(database.Store, database.Ids);
        await database.Store.Write(async session =>
        {
            for (var day = 0; day < 21; day++)
            {
                var visit = rows.Visit(Monday.AddDays(day)) with { Channel = (Channel)(day % 3), State = day == 20 ? VisitState.Planned : VisitState.Held };
                await session.Visits.AddAsync(visit);
                if (visit.State == VisitState.Planned)
                    continue;
                var inPerson = visit.Channel == Channel.InPerson;
                await session.Visits.CountAsync(visit.SpecialistId, Weeks.StartOf(visit.On), WeekTally.Of(visit));
                await session.Employers.CountActivityAsync(visit.EmployerId, visit.SpecialistId, visit.On, inPerson);
                await EngagementUpkeep.ApplyAsync(
                    session, new EvidenceChange(visit.EmployerId, Evidence.ByDay(Evidence.Of(visit)), LevelReason.Contact, visit.TeamId), new EngagementOptions(), Rows.Now);
            }
        });
        return rows;
    }
}

public sealed class RebuildOnSqlite() : RebuildTests(new SqliteDatabase());

public sealed class RebuildOnSqlServer() : RebuildTests(new SqlServerDatabase());
