using EmployerCrm.Core;
using EmployerCrm.Core.Clients;
using EmployerCrm.Core.People;
using EmployerCrm.Core.Undo;
using EmployerCrm.Store.Tests.Support;

namespace EmployerCrm.Store.Tests.Clients;

/// <summary>References are issued once and for good, and what is taken on can be taken back.</summary>
public abstract class NewClientTests(TestDatabase database)
{
    private static readonly CancellationToken None = CancellationToken.None;

    [Fact]
    public async Task A_client_is_taken_on_under_an_issued_reference()
    {
        var desk = await Desk.OpenAsync(database);
        var saved = await IssueAsync(desk, New(desk) with { Programme = "universal support", PreferredJobTypes = ["kitchen", "retail"] });

        Assert.Matches($"^[{ClientReferences.Letters}]{{2}}[{ClientReferences.Digits}]{{2}}$", saved.Client.Reference);
        Assert.Equal(
            (desk.Rows.Specialist.Id, desk.Rows.Team.Id, "Connect to Work", ClientStatus.JobSearch, false),
            (saved.Client.OwnerId, saved.Client.TeamId, saved.Client.Programme, saved.Standing, saved.Client.CheckReference));
        Assert.Equal(saved.Client, await OfTeamAsync(desk, saved));
        Assert.Equal(["Kitchen and catering", "Retail"], await database.Store.Read(session => session.Clients.PreferredJobTypesAsync(saved.Client.Id)));
        Assert.Equal("client-added", Assert.Single(await database.Store.Read(session => session.Audit.OfAsync(saved.Client.Id))).Action);
    }

    [Fact]
    public async Task References_of_a_team_are_more_than_one_slip_apart_and_no_team_gets_anothers()
    {
        var (one, other) = (await Desk.OpenAsync(database), await Desk.OpenAsync(database));
        for (var i = 0; i < 30; i++)
        {
            await IssueAsync(one, New(one));
            await IssueAsync(other, New(other));
        }

        var (ofOne, ofOther) = (await ReferencesAsync(one), await ReferencesAsync(other));
        Assert.Equal(31, ofOne.Count);
        Assert.Empty(ofOne.Intersect(ofOther));
        foreach (var team in new[] { ofOne, ofOther })
            Assert.DoesNotContain(team, first => team.Any(second => second != first && ClientReferences.AreOneSlipApart(first, second)));
    }

    [Fact]
    public async Task A_reference_that_was_taken_back_is_never_issued_again()
    {
        var desk = await Desk.OpenAsync(database);
        var saved = await IssueAsync(desk, New(desk));

        var undone = await desk.UndoAsync(null);

        Assert.Equal((UndoKind.ClientAdded, saved.Client.Reference), (undone.Kind, undone.ClientReference));
        Assert.Null(await OfTeamAsync(desk, saved));
        Assert.Equal([saved.Client.Reference], await database.Store.Read(session => session.Clients.IssuedAsync([saved.Client.Reference])));
        await Assert.ThrowsAsync<DuplicateKeyException>(() => database.Store.Write(session => session.Clients.ReserveAsync(saved.Client.Reference, Rows.Now)));
    }

    [Fact]
    public async Task References_of_others_whenever_closed_count_as_issued()
    {
        var rows = await Rows.StoredAsync(database.Store, database.Ids);
        Assert.Equal([rows.Client.Reference], await database.Store.Read(session => session.Clients.IssuedAsync([rows.Client.Reference, "AC23"])));
    }

    [Fact]
    public async Task Only_clients_closed_long_ago_let_similar_references_in_again()
    {
        var rows = await Rows.StoredAsync(database.Store, database.Ids);
        var day = new DateOnly(2025, 1, 1);
        await database.Store.Write(async session =>
        {
            foreach (var (letter, closedOn) in new (string, DateOnly?)[] { ("O", day.AddDays(-1)), ("L", day), ("U", null) })
            {
                var closed = rows.Client with
                {
                    Id = database.Ids.New(), Reference = letter + rows.Client.Reference, Status = ClientStatus.Closed, ClosedOn = closedOn,
                    ClosingReason = ClosingReason.ProgrammeEnded,
                };
                await session.Clients.AddAsync(closed, []);
                Assert.Equal(closed, await session.Clients.ClientAsync(closed.Id));
            }
        });

        Assert.Equal(
            new[] { rows.Client.Reference, "L" + rows.Client.Reference, "U" + rows.Client.Reference }.Order(StringComparer.Ordinal),
            (await database.Store.Read(session => session.Clients.ReferencesInUseAsync(rows.Team.Id, day))).Order(StringComparer.Ordinal));
    }

    [Fact]
    public async Task Somebody_about_whom_something_was_recorded_is_not_taken_back()
    {
        var desk = await Desk.OpenAsync(database);
        var saved = await IssueAsync(desk, New(desk));
        await database.Store.Write(session => session.ClientContacts.AddAsync(desk.Rows.ClientContact() with { ClientId = saved.Client.Id }));

        Assert.Equal(RefusalReason.ChangedMeanwhile, (await desk.TryUndoAsync(saved.UndoId)).Refusal!.Reason);
        Assert.NotNull(await OfTeamAsync(desk, saved));
    }

    [Fact]
    public async Task The_same_form_saved_twice_adds_one_client()
    {
        var desk = await Desk.OpenAsync(database);
        var form = New(desk) with { Id = database.Ids.New() };
        await IssueAsync(desk, form);

        Assert.Equal(RefusalReason.LineFinished, await RefusedAsync(desk, form));
        Assert.Equal(2, (await ReferencesAsync(desk)).Count);
    }

    [Fact]
    public async Task What_cannot_be_is_refused_and_nothing_is_stored()
    {
        var desk = await Desk.OpenAsync(database);

        Assert.Equal(RefusalReason.ProgrammeUnknown, await RefusedAsync(desk, New(desk) with { Programme = "New Deal" }));
        Assert.Equal(RefusalReason.JobTypeUnknown, await RefusedAsync(desk, New(desk) with { PreferredJobTypes = ["astronaut"] }));
        Assert.Equal(RefusalReason.FutureDate, await RefusedAsync(desk, New(desk) with { EnteredOn = desk.Today.AddDays(1) }));
        Assert.Equal(RefusalReason.NotAllowed, await RefusedAsync(desk, New(desk), desk.Admin));
        Assert.Equal([desk.Rows.Client.Reference], await ReferencesAsync(desk));
    }

    private static NewClient New(Desk desk) => new() { Programme = "WorkWell", EnteredOn = desk.Today };

    private static async Task<ClientSaved> IssueAsync(Desk desk, NewClient client)
    {
        var outcome = await desk.NewClients.IssueAsync(desk.Rows.Actor, client, null, None);
        Assert.Null(outcome.Refusal);
        return outcome.Value!;
    }

    private static async Task<RefusalReason?> RefusedAsync(Desk desk, NewClient client, Actor? actor = null) =>
        (await desk.NewClients.IssueAsync(actor ?? desk.Rows.Actor, client, null, None)).Refusal?.Reason;

    private Task<Client?> OfTeamAsync(Desk desk, ClientSaved saved) =>
        database.Store.Read(session => session.Clients.OfTeamAsync(desk.Rows.Team.Id, saved.Client.Reference));

    private Task<IReadOnlyList<string>> ReferencesAsync(Desk desk) => database.Store.Read(session => session.Clients.ReferencesOfTeamAsync(desk.Rows.Team.Id));
}

public sealed class NewClientsOnSqlite(SqliteDatabase database) : NewClientTests(database), IClassFixture<SqliteDatabase>;

public sealed class NewClientsOnSqlServer(SqlServerDatabase database) : NewClientTests(database), IClassFixture<SqlServerDatabase>;
