using EmployerCrm.Core.Audit;
using EmployerCrm.Core.Conversations;
using EmployerCrm.Core.FollowUps;
using EmployerCrm.Core.Visits;
using EmployerCrm.Store.Tests.Support;

namespace EmployerCrm.Store.Tests.Records;

/// <summary>What is stored comes back as it was, text and times included.</summary>
public abstract class RoundTripTests(TestDatabase database)
{
    private static readonly string Odd = "Zoë's “Café” 👩🏽‍🍳 \u00A0 '; DROP TABLE visits;-- \t\r\n % _ [x] \\ \u202E " + new string('é', 3_900);

    [Fact]
    public async Task People_clients_and_employers_come_back_as_stored()
    {
        var rows = await Rows.StoredAsync(database.Store, database.Ids);
        await database.Store.Read(async session =>
        {
            Assert.Equal(rows.Specialist, await session.People.SpecialistAsync(rows.Specialist.Id));
            Assert.Equal(rows.Colleague, await session.People.SpecialistWithObjectIdAsync(rows.Colleague.ObjectId));
            Assert.Contains(rows.Colleague, await session.People.SpecialistsAsync());
            Assert.Contains(rows.Team, await session.People.TeamsAsync());
            Assert.Equal(rows.Client, await session.Clients.OfTeamAsync(rows.Team.Id, rows.Client.Reference));
            Assert.Null(await session.Clients.OfTeamAsync(database.Ids.New(), rows.Client.Reference));
            Assert.Equal([rows.Client.Reference], await session.Clients.ReferencesOfTeamAsync(rows.Team.Id));
            Assert.Equal(["retail", "kitchen"], await session.Clients.PreferredJobTypesAsync(rows.Client.Id));
            Assert.Equal(rows.Employer, await session.Employers.EmployerAsync(rows.Employer.Id));
            Assert.Equal(rows.Contact, await session.Employers.ContactAsync(rows.Contact.Id));
            Assert.Equal([rows.Contact], await session.Employers.ContactsAsync(rows.Employer.Id));
            return true;
        });
    }

    [Fact]
    public async Task A_person_who_left_and_an_object_id_that_is_no_guid_come_back()
    {
        var rows = await Rows.StoredAsync(database.Store, database.Ids);
        var left = rows.Person("Cai", Core.People.Role.Admin) with { ObjectId = $"0000-{rows.Team.Id}", LeftOn = new DateOnly(2026, 12, 31) };
        await database.Store.Write(session => session.People.AddAsync(left));
        Assert.Equal(left, await database.Store.Read(session => session.People.SpecialistWithObjectIdAsync(left.ObjectId)));
        Assert.Null(await database.Store.Read(session => session.People.SpecialistWithObjectIdAsync(left.ObjectId.ToUpperInvariant() + " ")));
    }

    [Fact]
    public async Task A_visit_with_odd_text_comes_back_as_stored()
    {
        var rows = await Rows.StoredAsync(database.Store, database.Ids);
        var visit = rows.Visit() with { Notes = Odd };
        await database.Store.Write(session => session.Visits.AddAsync(visit));
        Assert.Equal(visit, await database.Store.Read(session => session.Visits.VisitAsync(visit.Id)));
    }

    [Fact]
    public async Task A_visit_without_what_may_be_missing_comes_back_as_stored()
    {
        var rows = await Rows.StoredAsync(database.Store, database.Ids);
        var visit = rows.Visit() with { ContactId = null, ClientId = null, At = null, Notes = null, State = VisitState.Planned, Channel = Channel.Email };
        await database.Store.Write(session => session.Visits.AddAsync(visit));
        Assert.Equal(visit, await database.Store.Read(session => session.Visits.VisitAsync(visit.Id)));
    }

    [Fact]
    public async Task What_a_contact_holds_comes_back_as_stored_with_what_was_assumed()
    {
        var rows = await Rows.StoredAsync(database.Store, database.Ids);
        Visit[] visits =
        [
            .. Enumerable.Range(0, (int)VisitFields.All + 1).Select(assumed => rows.Visit() with
            {
                Facts = new VisitFacts
                {
                    Purpose = (Purpose)(assumed % 6), Reached = (Reached)(assumed % 3), ClientPresent = assumed % 2 == 0, ClientSpecific = assumed % 4 == 0,
                    MatchesPreferences = (assumed % 3) switch { 0 => null, 1 => true, _ => false }, Assumed = (VisitFields)assumed,
                },
                State = (VisitState)(assumed % 3), CancelledBecause = assumed % 3 == 2 ? Odd : null, NothingNext = assumed % 5 == 0,
            }),
        ];
        foreach (var visit in visits)
        {
            await database.Store.Write(session => session.Visits.AddAsync(visit));
            Assert.Equal(visit, await database.Store.Read(session => session.Visits.VisitAsync(visit.Id)));
            var changed = visit with { Facts = VisitFacts.Unknown, NothingNext = !visit.NothingNext, CancelledBecause = null, Version = 2 };
            Assert.True(await database.Store.Write(session => session.Visits.SaveAsync(changed, 1)));
            Assert.Equal(changed, await database.Store.Read(session => session.Visits.VisitAsync(visit.Id)));
        }
    }

    [Theory]
    [InlineData("2026-03-29T00:59:59.999+00:00", "2026-03-29", "00:00:00")]
    [InlineData("2026-03-29T02:00:00.000+01:00", "2026-03-29", "02:00:00")]
    [InlineData("2026-10-25T01:30:00.001+01:00", "2026-10-25", "01:30:00")]
    [InlineData("2026-10-25T01:30:00.001+00:00", "2026-10-25", "01:30:00")]
    [InlineData("2026-12-31T23:59:59.999+00:00", "2026-12-31", "23:59:59")]
    [InlineData("2028-02-29T00:00:00.000+00:00", "2028-02-29", "00:00:00")]
    public async Task Midnight_and_both_clock_changes_come_back_as_stored(string instant, string day, string time)
    {
        var rows = await Rows.StoredAsync(database.Store, database.Ids);
        var visit = rows.Visit(DateOnly.Parse(day)) with { At = TimeOnly.Parse(time), LoggedAt = DateTimeOffset.Parse(instant) };
        await database.Store.Write(session => session.Visits.AddAsync(visit));
        var stored = await database.Store.Read(session => session.Visits.VisitAsync(visit.Id));
        Assert.Equal(visit, stored);
        Assert.Equal(TimeSpan.Zero, stored!.LoggedAt.Offset);
    }

    [Fact]
    public async Task What_is_finer_than_a_millisecond_is_cut_off()
    {
        var rows = await Rows.StoredAsync(database.Store, database.Ids);
        var visit = rows.Visit() with { LoggedAt = Rows.Now.AddTicks(9_999) };
        await database.Store.Write(session => session.Visits.AddAsync(visit));
        Assert.Equal(Rows.Now, (await database.Store.Read(session => session.Visits.VisitAsync(visit.Id)))!.LoggedAt);
    }

    [Fact]
    public async Task A_follow_up_comes_back_as_stored_with_who_did_it()
    {
        var rows = await Rows.StoredAsync(database.Store, database.Ids);
        var visit = rows.Visit();
        var followUp = rows.FollowUp(new DateOnly(2026, 11, 24)) with { VisitId = visit.Id, Title = Odd[..3_000] };
        await database.Store.Write(async session =>
        {
            await session.Visits.AddAsync(visit);
            await session.FollowUps.AddAsync(followUp);
        });
        Assert.Equal(followUp, await database.Store.Read(session => session.FollowUps.FollowUpAsync(followUp.Id)));
        Assert.Equal([followUp], await database.Store.Read(session => session.FollowUps.OfVisitAsync(visit.Id)));

        var done = followUp with { State = FollowUpState.Done, DoneAt = Rows.Now, DoneById = rows.Colleague.Id, DoneThroughId = rows.Colleague.Id, Version = 2 };
        Assert.True(await database.Store.Write(session => session.FollowUps.SaveAsync(done, expectedVersion: 1)));
        Assert.False(await database.Store.Write(session => session.FollowUps.SaveAsync(done, expectedVersion: 1)));
        Assert.Equal(done, await database.Store.Read(session => session.FollowUps.FollowUpAsync(followUp.Id)));
        Assert.Empty(await database.Store.Read(session => session.FollowUps.OfVisitAsync(visit.Id)));
        var summary = Assert.Single(await database.Store.Read(session => session.FollowUps.SummariesAsync([followUp.Id, database.Ids.New()])));
        Assert.Equal(("Friday's Café", "Bronwen Ifans", Rows.Now), (summary.EmployerName, summary.DoneByName, summary.DoneAt!.Value));
    }

    [Fact]
    public async Task A_reminder_without_an_employer_comes_back_as_stored()
    {
        var rows = await Rows.StoredAsync(database.Store, database.Ids);
        var reminder = rows.FollowUp(new DateOnly(2026, 11, 24)) with { EmployerId = null, ClientId = null, DueAt = new TimeOnly(15, 30) };
        await database.Store.Write(session => session.FollowUps.AddAsync(reminder));
        Assert.Equal(reminder, await database.Store.Read(session => session.FollowUps.FollowUpAsync(reminder.Id)));
        var summary = Assert.Single(await database.Store.Read(session => session.FollowUps.SummariesAsync([reminder.Id])));
        Assert.Equal((null, null, new TimeOnly(15, 30), rows.Team.Id), (summary.EmployerId, summary.EmployerName, summary.DueAt!.Value, summary.TeamId));
    }

    [Fact]
    public async Task What_the_conversation_remembers_comes_back_as_stored()
    {
        var rows = await Rows.StoredAsync(database.Store, database.Ids);
        var (received, conversation, draft, card) = (rows.Received() with { Answer = Odd }, rows.Conversation(), rows.Draft() with { Text = Odd }, rows.Card(rows.Employer.Id));
        var list = new ShownList { SpecialistId = rows.Specialist.Id, ShownAt = Rows.Now, ItemIds = $"{rows.Team.Id},{rows.Client.Id}" };
        await database.Store.Write(async session =>
        {
            await session.Conversations.AddAsync(received);
            await session.Conversations.SaveAsync(conversation);
            await session.Conversations.AddAsync(draft);
            await session.Conversations.SaveAsync(list);
            await session.Conversations.SaveAsync(card);
        });
        await database.Store.Read(async session =>
        {
            Assert.Equal(received, await session.Conversations.ReceivedAsync(received.ActivityKey));
            Assert.Equal(conversation, await session.Conversations.ConversationAsync("msteams", conversation.ConversationId));
            Assert.Equal(draft, await session.Conversations.DraftAsync(draft.Id));
            Assert.Equal([draft], await session.Conversations.DraftsOfAsync(rows.Specialist.Id, Rows.Now));
            Assert.Empty(await session.Conversations.DraftsOfAsync(rows.Specialist.Id, draft.ExpiresAt));
            Assert.Equal([rows.Team.Id, rows.Client.Id], (await session.Conversations.ShownListAsync(rows.Specialist.Id))!.Items);
            Assert.Equal([card], await session.Conversations.CardsOfAsync(rows.Employer.Id));
            return true;
        });
    }

    [Fact]
    public async Task Saving_again_replaces_what_has_one_row()
    {
        var rows = await Rows.StoredAsync(database.Store, database.Ids);
        var conversation = rows.Conversation();
        var dead = conversation with { State = ReferenceState.Dead, DeadReason = "403 BotNotInConversationRoster", WelcomedAt = Rows.Now };
        var card = rows.Card(rows.Employer.Id);
        var list = new ShownList { SpecialistId = rows.Specialist.Id, ShownAt = Rows.Now, ItemIds = $"{rows.Team.Id}" };
        await database.Store.Write(async session =>
        {
            await session.Conversations.SaveAsync(conversation);
            await session.Conversations.SaveAsync(dead);
            await session.Conversations.SaveAsync(card);
            await session.Conversations.SaveAsync(card with { Kind = "due list" });
            await session.Conversations.SaveAsync(list);
            await session.Conversations.SaveAsync(list with { ItemIds = string.Empty });
        });
        await database.Store.Read(async session =>
        {
            Assert.Equal(dead, await session.Conversations.ConversationAsync("msteams", conversation.ConversationId));
            Assert.Equal("due list", Assert.Single(await session.Conversations.CardsOfAsync(rows.Employer.Id)).Kind);
            Assert.Empty((await session.Conversations.ShownListAsync(rows.Specialist.Id))!.Items);
            return true;
        });
    }

    [Fact]
    public async Task Audit_and_undo_come_back_as_stored()
    {
        var rows = await Rows.StoredAsync(database.Store, database.Ids);
        var entry = rows.Entry(rows.Employer.Id);
        AuditValue[] values = [new() { AuditId = entry.Id, Field = "name", OldValue = null, NewValue = Odd }, new() { AuditId = entry.Id, Field = "town", OldValue = "a", NewValue = null }];
        var system = rows.Entry(rows.Employer.Id) with { SpecialistId = null, At = Rows.Now.AddMilliseconds(1) };
        var step = rows.Step(rows.Employer.Id) with { Rows = Odd };
        var later = rows.Step(rows.Employer.Id) with { CreatedAt = Rows.Now.AddMilliseconds(1) };
        await database.Store.Write(async session =>
        {
            await session.Audit.AddAsync(system, []);
            await session.Audit.AddAsync(entry, values);
            await session.Undo.AddAsync(step);
            await session.Undo.AddAsync(later);
        });
        Assert.Equal([entry, system], await database.Store.Read(session => session.Audit.OfAsync(rows.Employer.Id)));
        Assert.Equal(values, await database.Store.Read(session => session.Audit.ValuesAsync(entry.Id)));
        Assert.Equal(step, await database.Store.Read(session => session.Undo.StepAsync(step.Id)));
        Assert.Equal(later, await database.Store.Read(session => session.Undo.LatestAsync(rows.Specialist.Id, Rows.Now.AddDays(-1))));
        Assert.True(await database.Store.Write(session => session.Undo.UndoneAsync(later.Id, Rows.Now)));
        Assert.False(await database.Store.Write(session => session.Undo.UndoneAsync(later.Id, Rows.Now)));
        Assert.Equal(step, await database.Store.Read(session => session.Undo.LatestAsync(rows.Specialist.Id, Rows.Now.AddDays(-1))));
        Assert.Null(await database.Store.Read(session => session.Undo.LatestAsync(rows.Specialist.Id, Rows.Now)));
    }
}

public sealed class RoundTripOnSqlite(SqliteDatabase database) : RoundTripTests(database), IClassFixture<SqliteDatabase>;

public sealed class RoundTripOnSqlServer(SqlServerDatabase database) : RoundTripTests(database), IClassFixture<SqlServerDatabase>;
