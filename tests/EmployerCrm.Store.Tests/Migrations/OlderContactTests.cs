using EmployerCrm.Core;
using EmployerCrm.Core.Visits;
using EmployerCrm.Store.Migrations;
using EmployerCrm.Store.Tests.Support;

namespace EmployerCrm.Store.Tests.Migrations;

/// <summary>Contacts that were logged before purpose and the rest were kept get assumed values, and their weeks are counted by them.</summary>
public abstract class OlderContactTests(TestDatabase database) : IAsyncLifetime
{
    private static readonly DateOnly Monday = new(2026, 11, 16);

    public async ValueTask InitializeAsync()
    {
        database.SkipUnlessAvailable();
        await database.CreateAsync();
    }

    public async ValueTask DisposeAsync()
    {
        await database.DisposeAsync();
        GC.SuppressFinalize(this);
    }

    [Fact]
    public async Task Older_contacts_get_what_a_proposal_would_have_assumed()
    {
        await using var store = await database.OpenAsync(migrate: true, Before);
        var rows = await Rows.StoredAsync(store, database.Ids);
        var first = rows.Visit(Monday) with { ClientId = null };
        Visit[] later =
        [
            rows.Visit(Monday.AddDays(1)) with { ContactId = null, ClientId = null },
            rows.Visit(Monday.AddDays(2)) with { ClientId = rows.Client.Id },
            rows.Visit(Monday.AddDays(9)) with { ClientId = rows.Client.Id },
            rows.Visit(Monday.AddDays(3)) with { ClientId = null, Channel = Channel.Phone },
            rows.Visit(Monday.AddDays(6)) with { ClientId = null, State = VisitState.Planned },
        ];
        await store.Write(async session =>
        {
            await session.Placements.AddAsync(rows.Placement(Monday.AddDays(7)));
            foreach (var visit in later.Prepend(first))
                await AddAsOnceAsync(session, visit);
            await CountAsOnceAsync(session, rows, Monday, inPerson: 3, all: 4);
            await CountAsOnceAsync(session, rows, Monday.AddDays(7), inPerson: 1, all: 1);
        });

        await using var after = await database.OpenAsync();

        Assert.Equal(
            [Purpose.Introduce, Purpose.FollowUp, Purpose.PresentCandidate, Purpose.InWorkSupport, Purpose.FollowUp, Purpose.FollowUp],
            await FactsAsync(after, later.Prepend(first), facts => facts.Purpose));
        Assert.Equal([false, false, true, true, false, false], await FactsAsync(after, later.Prepend(first), facts => facts.ClientSpecific));
        Assert.Equal(VisitFields.All, (await FactsAsync(after, [first], facts => facts.Assumed))[0]);
        Assert.Equal(VisitFields.All & ~VisitFields.ClientSpecific, (await FactsAsync(after, [later[1]], facts => facts.Assumed))[0]);
        Assert.Equal(
            new WeekTally { InPerson = 3, All = 4, Counted = 3, ToConfirm = 1, ClientSpecific = 1, DecisionMakersToConfirm = 3 },
            await after.Read(session => session.Visits.WeekTallyAsync(rows.Specialist.Id, Monday)));
        Assert.DoesNotContain(await after.RebuildAsync(), line => line.StartsWith("weekly count", StringComparison.Ordinal));
    }

    private static IReadOnlyList<Migration> Before(StoreProvider provider) =>
        [.. Migration.Embedded(provider).Where(migration => !migration.Name.EndsWith("what_a_contact_holds", StringComparison.Ordinal) && !migration.Name.EndsWith("what_older_contacts_held", StringComparison.Ordinal))];

    private static async Task<List<T>> FactsAsync<T>(CrmStore store, IEnumerable<Visit> visits, Func<VisitFacts, T> fact)
    {
        var facts = new List<T>();
        foreach (var visit in visits)
            facts.Add(fact((await store.Read(session => session.Visits.VisitAsync(visit.Id)))!.Facts));
        return facts;
    }

    private static Task AddAsOnceAsync(ICrmSession session, Visit visit) => ((CrmSession)session).Sql.ExecuteUnrecordedAsync(
        """
        insert into visits (id, employer_id, specialist_id, team_id, contact_id, client_id, state, channel, visited_on, logged_at, version)
        values (@Id, @EmployerId, @SpecialistId, @TeamId, @ContactId, @ClientId, @State, @Channel, @On, @LoggedAt, @Version)
        """,
        new { visit.Id, visit.EmployerId, visit.SpecialistId, visit.TeamId, visit.ContactId, visit.ClientId, visit.State, visit.Channel, visit.On, visit.LoggedAt, visit.Version });

    private static Task CountAsOnceAsync(ICrmSession session, Rows rows, DateOnly week, int inPerson, int all) => ((CrmSession)session).Sql.ExecuteUnrecordedAsync(
        "insert into weekly_counts (specialist_id, week_start, in_person, all_contacts) values (@SpecialistId, @Week, @InPerson, @All)",
        new { SpecialistId = rows.Specialist.Id, Week = week, InPerson = inPerson, All = all });
}

public sealed class OlderContactOnSqlite() : OlderContactTests(new SqliteDatabase());

public sealed class OlderContactOnSqlServer() : OlderContactTests(new SqlServerDatabase());
