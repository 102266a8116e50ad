using EmployerCrm.Core;
using EmployerCrm.Core.Clients;
using EmployerCrm.Core.People;
using EmployerCrm.Core.Visits;
using EmployerCrm.Store.Tests.Support;

namespace EmployerCrm.Store.Tests.Clients;

/// <summary>Whom a person works with, where they are in work, and how long nobody has been in touch.</summary>
public abstract class ClientListTests(TestDatabase database)
{
    [Fact]
    public async Task Those_longest_without_contact_come_first_and_nobody_met_counts_from_the_day_of_entry()
    {
        var desk = await Desk.OpenAsync(database);
        var (unmet, met, present) = (Client(desk, "U", -40), Client(desk, "M", -300), Client(desk, "P", -300));
        var (absent, planned) = (Client(desk, "A", -35), Client(desk, "Q", -30));
        await database.Store.Write(async session =>
        {
            foreach (var client in new[] { unmet, met, present, absent, planned, Client(desk, "C", -9) with { Status = ClientStatus.Closed } })
                await session.Clients.AddAsync(client, []);
            await session.ClientContacts.AddAsync(desk.Rows.ClientContact(desk.Today.AddDays(-90)) with { ClientId = met.Id });
            await session.ClientContacts.AddAsync(desk.Rows.ClientContact(desk.Today.AddDays(-50)) with { ClientId = met.Id, SpecialistId = desk.Rows.Colleague.Id });
            await session.ClientContacts.AddAsync(desk.Rows.ClientContact(desk.Today.AddDays(-9)) with { ClientId = present.Id });
            await session.Visits.AddAsync(Visit(desk, present, -8, present: true));
            await session.Visits.AddAsync(Visit(desk, present, -200, present: true));
            await session.Visits.AddAsync(Visit(desk, absent, -1, present: false));
            await session.Visits.AddAsync(Visit(desk, planned, 1, present: true) with { State = VisitState.Planned });
        });

        var shown = await ShowAsync(desk, desk.Rows.Actor);

        Assert.Equal(
            [(desk.Rows.Client.Id, 234), (met.Id, 50), (unmet.Id, 40), (absent.Id, 35), (planned.Id, 30), (present.Id, 8)],
            shown.Clients.Select(client => (client.Client.Id, client.DaysWithout)));
        Assert.Equal(new LastContact(desk.Today.AddDays(-50), ClientContactKind.ClientContact, Channel.Phone), shown.Clients[1].LastContact);
        Assert.Equal(new LastContact(desk.Today.AddDays(-8), ClientContactKind.Visit, Channel.InPerson), shown.Clients[5].LastContact);
        Assert.Null(shown.Clients[2].LastContact);
        Assert.Equal((false, 6, 0), (shown.OfTeam, shown.JobSearch, shown.InWork));
    }

    [Fact]
    public async Task The_jobs_of_today_and_the_next_one_stand_beside_the_client()
    {
        var desk = await Desk.OpenAsync(database);
        await database.Store.Write(async session =>
        {
            await session.Placements.AddAsync(desk.Rows.Placement(desk.Today.AddDays(-60)) with { EndsOn = desk.Today.AddDays(-9) });
            await session.Placements.AddAsync(desk.Rows.Placement(desk.Today.AddDays(-8)));
            await session.Placements.AddAsync(desk.Rows.Placement(desk.Today.AddDays(12)) with { JobTitle = "barista" });
            await session.Placements.AddAsync(desk.Rows.Placement(desk.Today.AddDays(5)) with { JobTitle = "baker" });
        });

        var client = Assert.Single((await ShowAsync(desk, desk.Rows.Actor)).Clients);

        Assert.Equal((ClientStatus.InWork, "baker", "Alex Wilber"), (client.Standing, client.Next!.JobTitle, client.OwnerName));
        var job = Assert.Single(client.Jobs);
        Assert.Equal(("Friday's Café", "kitchen porter", desk.Today.AddDays(-8)), (job.EmployerName, job.JobTitle, job.StartsOn));
    }

    [Fact]
    public async Task A_lead_sees_the_teams_clients_a_specialist_their_own_and_an_admin_none()
    {
        var (desk, other) = (await Desk.OpenAsync(database), await Rows.StoredAsync(database.Store, database.Ids));
        var leads = Client(desk, "L", -5) with { OwnerId = desk.Rows.Colleague.Id };
        await database.Store.Write(session => session.Clients.AddAsync(leads, []));

        var team = await ShowAsync(desk, desk.Lead);

        Assert.Equal((true, 2), (team.OfTeam, team.Clients.Count));
        Assert.Equal([("Alex Wilber", desk.Rows.Client.Id), ("Bronwen Ifans", leads.Id)], team.Clients.Select(client => (client.OwnerName, client.Client.Id)));
        Assert.Equal([leads.Id], (await ShowAsync(desk, desk.Lead, ownOnly: true)).Clients.Select(client => client.Client.Id));
        Assert.Equal([desk.Rows.Client.Id], (await ShowAsync(desk, desk.Rows.Actor)).Clients.Select(client => client.Client.Id));
        Assert.Equal([other.Client.Id], (await ShowAsync(desk, other.Actor)).Clients.Select(client => client.Client.Id));
        Assert.Equal(RefusalReason.NotAllowed, (await desk.MyClients.ShowAsync(desk.Admin, false, null, CancellationToken.None)).Refusal!.Reason);
    }

    private Client Client(Desk desk, string letter, int entered) =>
        desk.Rows.Client with { Id = database.Ids.New(), Reference = letter + desk.Rows.Client.Reference, EnteredOn = desk.Today.AddDays(entered) };

    private static Visit Visit(Desk desk, Client client, int days, bool present) =>
        desk.Rows.Visit(desk.Today.AddDays(days)) with { ClientId = client.Id, Facts = VisitFacts.Unknown with { ClientPresent = present } };

    private static async Task<ClientsShown> ShowAsync(Desk desk, Actor actor, bool ownOnly = false) =>
        (await desk.MyClients.ShowAsync(actor, ownOnly, null, CancellationToken.None)).Value!;
}

public sealed class ClientListOnSqlite(SqliteDatabase database) : ClientListTests(database), IClassFixture<SqliteDatabase>;

public sealed class ClientListOnSqlServer(SqlServerDatabase database) : ClientListTests(database), IClassFixture<SqlServerDatabase>;
