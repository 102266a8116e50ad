using EmployerCrm.Core;
using EmployerCrm.Core.Clients;
using EmployerCrm.Core.People;
using EmployerCrm.Core.Undo;
using EmployerCrm.Core.Visits;
using EmployerCrm.Store.Tests.Support;

namespace EmployerCrm.Store.Tests.Clients;

/// <summary>That clients were seen or rung: the day and the way, several at once, each once.</summary>
public abstract class ClientContactTests(TestDatabase database)
{
    private static readonly CancellationToken None = CancellationToken.None;

    [Fact]
    public async Task Several_contacts_are_recorded_at_once_and_taken_back_at_once()
    {
        var desk = await Desk.OpenAsync(database);
        var second = await AddClientAsync(desk);
        var recorded = await RecordAsync(desk, desk.Today, desk.Rows.Client, second, second);

        Assert.Equal([(desk.Rows.Client.Reference, false), (second.Reference, false)], recorded.Contacts.Select(contact => (contact.Reference, contact.Known)));
        var stored = Assert.Single(await OfAsync(second));
        Assert.Equal(recorded.Contacts[1].Contact, stored);
        Assert.Equal((desk.Today, Channel.InPerson, desk.Rows.Specialist.Id, desk.Rows.Team.Id), (stored.On, stored.Way, stored.SpecialistId, stored.TeamId));
        Assert.Equal("client-contact-recorded", Assert.Single(await database.Store.Read(session => session.Audit.OfAsync(stored.Id))).Action);

        var undone = await desk.UndoAsync(null);

        Assert.Equal((UndoKind.ClientContactsRecorded, $"{desk.Rows.Client.Reference}, {second.Reference}"), (undone.Kind, undone.ClientReference));
        Assert.Empty(await OfAsync(desk.Rows.Client));
        Assert.Empty(await OfAsync(second));
    }

    [Fact]
    public async Task The_same_contact_again_comes_back_as_recorded_and_undo_takes_the_new_ones_only()
    {
        var desk = await Desk.OpenAsync(database);
        var second = await AddClientAsync(desk);
        var first = await RecordAsync(desk, desk.Today, desk.Rows.Client);
        desk.Later(TimeSpan.FromMinutes(1));

        var again = await RecordAsync(desk, desk.Today, desk.Rows.Client);
        var both = await RecordAsync(desk, desk.Today, desk.Rows.Client, second);
        await desk.UndoAsync(both.UndoId);

        Assert.Null(again.UndoId);
        Assert.Equal((true, first.Contacts[0].Contact), (again.Contacts[0].Known, again.Contacts[0].Contact));
        Assert.Equal([true, false], both.Contacts.Select(contact => contact.Known));
        Assert.Single(await OfAsync(desk.Rows.Client));
        Assert.Empty(await OfAsync(second));
    }

    [Fact]
    public async Task Another_day_way_or_colleague_is_another_contact()
    {
        var desk = await Desk.OpenAsync(database);
        var contacts = new RecordClientContacts { References = [desk.Rows.Client.Reference], On = desk.Today, Way = Channel.Text };
        await desk.Contacts.RecordAsync(desk.Rows.Actor, contacts, null, None);
        await desk.Contacts.RecordAsync(desk.Rows.Actor, contacts with { On = desk.Today.AddDays(-1) }, null, None);
        await desk.Contacts.RecordAsync(desk.Rows.Actor, contacts with { Way = Channel.Video }, null, None);
        await desk.Contacts.RecordAsync(desk.Lead, contacts, null, None);

        Assert.Equal([desk.Today, desk.Today, desk.Today, desk.Today.AddDays(-1)], (await OfAsync(desk.Rows.Client)).Select(contact => contact.On));
    }

    [Fact]
    public async Task One_unknown_reference_refuses_all_and_says_which()
    {
        var desk = await Desk.OpenAsync(database);
        var foreign = await Rows.StoredAsync(database.Store, database.Ids);

        var refusal = (await desk.Contacts.RecordAsync(desk.Rows.Actor, Wanted(desk.Today, desk.Rows.Client, foreign.Client), null, None)).Refusal!;

        Assert.Equal(RefusalReason.ClientUnknown, refusal.Reason);
        Assert.Equal([foreign.Client.Reference], refusal.Names);
        Assert.Empty(await OfAsync(desk.Rows.Client));
        Assert.Empty(await OfAsync(foreign.Client));
    }

    [Fact]
    public async Task What_cannot_be_is_refused()
    {
        var desk = await Desk.OpenAsync(database);
        var tooMany = Wanted(desk.Today) with { References = [.. Enumerable.Range(0, ClientContacts.MostAtOnce + 1).Select(number => $"AC{number}")] };

        Assert.Equal(RefusalReason.FutureDate, await RefusedAsync(desk, Wanted(desk.Today.AddDays(1), desk.Rows.Client)));
        Assert.Equal(RefusalReason.TooLongAgo, await RefusedAsync(desk, Wanted(desk.Today.AddDays(-731), desk.Rows.Client)));
        Assert.Equal(RefusalReason.TooManyAtOnce, await RefusedAsync(desk, tooMany));
        Assert.Equal(RefusalReason.LineFinished, await RefusedAsync(desk, Wanted(desk.Today, desk.Rows.Client) with { DraftId = database.Ids.New() }));
        Assert.Equal(RefusalReason.NotAllowed, await RefusedAsync(desk, Wanted(desk.Today, desk.Rows.Client), desk.Admin));
    }

    private async Task<Client> AddClientAsync(Desk desk)
    {
        var client = desk.Rows.Client with { Id = database.Ids.New(), Reference = "Z" + desk.Rows.Client.Reference };
        await database.Store.Write(session => session.Clients.AddAsync(client, []));
        return client;
    }

    private static RecordClientContacts Wanted(DateOnly on, params Client[] clients) =>
        new() { References = [.. clients.Select(client => client.Reference)], On = on, Way = Channel.InPerson };

    private static async Task<ClientContactsRecorded> RecordAsync(Desk desk, DateOnly on, params Client[] clients)
    {
        var outcome = await desk.Contacts.RecordAsync(desk.Rows.Actor, Wanted(on, clients), null, None);
        Assert.Null(outcome.Refusal);
        return outcome.Value!;
    }

    private static async Task<RefusalReason?> RefusedAsync(Desk desk, RecordClientContacts contacts, Actor? actor = null) =>
        (await desk.Contacts.RecordAsync(actor ?? desk.Rows.Actor, contacts, null, None)).Refusal?.Reason;

    private Task<IReadOnlyList<ClientContact>> OfAsync(Client client) => database.Store.Read(session => session.ClientContacts.OfClientAsync(client.Id));
}

public sealed class ClientContactsOnSqlite(SqliteDatabase database) : ClientContactTests(database), IClassFixture<SqliteDatabase>;

public sealed class ClientContactsOnSqlServer(SqlServerDatabase database) : ClientContactTests(database), IClassFixture<SqlServerDatabase>;
