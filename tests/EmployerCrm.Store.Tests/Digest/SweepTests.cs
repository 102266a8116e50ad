using EmployerCrm.Core.Calendar;
using EmployerCrm.Core.Conversations;
using EmployerCrm.Core.Digest;
using EmployerCrm.Core.Jobs;
using EmployerCrm.Core.Outbox;
using EmployerCrm.Core.People;
using EmployerCrm.Core.Visits;
using EmployerCrm.Store.Migrations;
using EmployerCrm.Store.Sql;
using EmployerCrm.Store.Tests.Support;

namespace EmployerCrm.Store.Tests.Digest;

/// <summary>The jobs that put what people are told into the outbox: for whom, once, and in how many statements.</summary>
public abstract class SweepTests(TestDatabase database)
{
    private static readonly DateOnly Monday = new(2026, 11, 23);

    [Fact]
    public async Task Everybody_who_can_be_reached_has_one_digest_a_day_however_often_it_is_looked_for()
    {
        var rows = await Rows.StoredAsync(database.Store, database.Ids);
        var (left, admin, gone) = (Another(rows) with { LeftOn = Monday }, Another(rows) with { Role = Role.Admin }, Another(rows));
        await database.Store.Write(async session =>
        {
            foreach (var person in new[] { left, admin, gone })
                await session.People.AddAsync(person);
            foreach (var person in new[] { rows.Specialist, left, admin })
                await session.Conversations.SaveAsync(Chat(person));
            await session.Conversations.SaveAsync(Chat(gone) with { State = ReferenceState.Dead });
        });
        Assert.Equal(new JobResult(0, 0), await RunAsync(At(8, 29), people => new MorningDigests(people)));
        var found = await RunAsync(At(8, 30), people => new MorningDigests(people));
        Assert.Equal(found.Found, found.Done);
        var row = (await KeyedAsync($"digest:{rows.Specialist.Id:D}:2026-11-23"))!;
        Assert.Equal((OutboxKinds.Digest, Monday, OutboxState.Waiting, At(8, 30), At(18, 30)), (row.Kind, row.ForDay!.Value, row.State, row.NotBefore, row.ExpiresAt));
        foreach (var nobody in new[] { left, admin, gone, rows.Colleague })
            Assert.Null(await KeyedAsync($"digest:{nobody.Id:D}:2026-11-23"));

        Assert.Equal(new JobResult(0, 0), await RunAsync(At(8, 35), people => new MorningDigests(people)));
        Assert.Equal(new JobResult(0, 0), await RunAsync(At(7, 0), people => new MorningDigests(people)));
        Assert.True((await RunAsync(At(8, 30).AddDays(7), people => new MorningDigests(people))).Done > 0);
    }

    [Fact]
    public async Task Two_nodes_at_once_put_one_row_each_into_the_outbox_and_not_two()
    {
        var rows = await Rows.StoredAsync(database.Store, database.Ids);
        await database.Store.Write(session => session.Conversations.SaveAsync(Chat(rows.Specialist)));
        await using var other = await database.OpenAsync();
        await Task.WhenAll(RunAsync(At(9, 0), people => new MorningDigests(people)), RunAsync(At(9, 0), people => new MorningDigests(people), other));
        Assert.Equal(rows.Specialist.Id, Assert.Single(await database.Store.Read(session => session.Digests.ToldAsync(OutboxKinds.Digest, Monday)), id => id == rows.Specialist.Id));
    }

    [Fact]
    public async Task A_planned_visit_is_recalled_and_asked_about_once_and_again_when_it_was_moved()
    {
        var rows = await Rows.StoredAsync(database.Store, database.Ids);
        var visit = rows.Visit(Monday) with { State = VisitState.Planned, At = new TimeOnly(14, 0), ClientId = null, LoggedAt = Rows.Now };
        await database.Store.Write(async session =>
        {
            await session.Conversations.SaveAsync(Chat(rows.Specialist));
            await session.Visits.AddAsync(visit);
        });
        await RunAsync(At(12, 56), people => new VisitReminders(people));
        var reminder = (await KeyedAsync(VisitReminders.Key(visit.Id, Monday, new TimeOnly(14, 0))))!;
        Assert.Equal((At(13, 0), At(14, 0), visit.Id, visit.EmployerId), (reminder.NotBefore, reminder.ExpiresAt, reminder.SubjectId!.Value, reminder.EmployerId!.Value));
        Assert.Equal(0, (await RunAsync(At(13, 30), people => new VisitReminders(people))).Done);

        Assert.Null(await AskedAsync(At(14, 40), Monday));
        Assert.Equal((At(14, 45), At(18, 30)), await AskedAsync(At(14, 45), Monday));
        Assert.Equal(0, (await RunAsync(At(15, 0), people => new AskAboutVisits(people))).Found);

        var moved = visit with { On = Monday.AddDays(1), At = new TimeOnly(10, 0), Version = visit.Version + 1 };
        await database.Store.Write(session => session.Visits.SaveAsync(moved, visit.Version));
        await RunAsync(At(9, 30).AddDays(1), people => new VisitReminders(people));
        Assert.NotNull(await KeyedAsync(VisitReminders.Key(visit.Id, moved.On, moved.At!.Value)));
        Assert.Equal((At(10, 45).AddDays(1), At(18, 30).AddDays(1)), await AskedAsync(At(10, 45).AddDays(1), moved.On));

        await database.Store.Write(session => session.Visits.SaveAsync(moved with { State = VisitState.Held, Version = moved.Version + 1 }, moved.Version));
        Assert.Equal(0, (await RunAsync(At(12, 0).AddDays(1), people => new AskAboutVisits(people))).Found);

        async Task<(DateTimeOffset, DateTimeOffset)?> AskedAsync(DateTimeOffset now, DateOnly on)
        {
            await RunAsync(now, people => new AskAboutVisits(people));
            return await KeyedAsync(AskAboutVisits.Key(visit.Id, on)) is { } row ? (row.NotBefore, row.ExpiresAt) : null;
        }
    }

    [Fact]
    public async Task A_part_timers_week_ends_on_their_last_day_and_only_a_lead_has_the_teams()
    {
        var rows = await Rows.StoredAsync(database.Store, database.Ids);
        await database.Store.Write(async session =>
        {
            await session.Conversations.SaveAsync(Chat(rows.Specialist));
            await session.Conversations.SaveAsync(Chat(rows.Colleague));
            await session.Settings.SaveAsync(PersonSettings.UsualOf(rows.Specialist.Id) with { WorkingDays = WorkingDays.Monday | WorkingDays.Tuesday, Version = 1 }, 0);
        });
        await RunAsync(At(15, 30).AddDays(1), people => new WeekWrapUps(people));
        Assert.NotNull(await KeyedAsync($"wrap-up:{rows.Specialist.Id:D}:2026-11-23"));
        Assert.Null(await KeyedAsync($"wrap-up:{rows.Colleague.Id:D}:2026-11-23"));
        await RunAsync(At(15, 30).AddDays(4), people => new WeekWrapUps(people));
        Assert.NotNull(await KeyedAsync($"wrap-up:{rows.Colleague.Id:D}:2026-11-23"));

        await RunAsync(At(9, 0), people => new LeadSummaries(people));
        Assert.NotNull(await KeyedAsync($"lead-summary:{rows.Colleague.Id:D}:2026-11-23"));
        Assert.Null(await KeyedAsync($"lead-summary:{rows.Specialist.Id:D}:2026-11-23"));
    }

    [Fact]
    public async Task A_look_takes_as_many_statements_for_sixty_people_as_for_three()
    {
        var rows = await Rows.StoredAsync(database.Store, database.Ids);
        await database.Store.Write(async session =>
        {
            foreach (var person in new[] { rows.Specialist, rows.Colleague })
                await session.Conversations.SaveAsync(Chat(person));
        });
        await using var store = await database.OpenAsync(migrate: false, Migration.Embedded, Counter);
        var few = await CountAsync(At(9, 0).AddDays(28));
        await database.Store.Write(async session =>
        {
            for (var number = 0; number < 60; number++)
            {
                var person = Another(rows);
                await session.People.AddAsync(person);
                await session.Conversations.SaveAsync(Chat(person));
            }
        });
        Assert.Equal(few, await CountAsync(At(9, 0).AddDays(35)));

        async Task<int> CountAsync(DateTimeOffset now)
        {
            Counter.Reads = 0;
            await RunAsync(now, people => new MorningDigests(people), store);
            await RunAsync(now, people => new WeekWrapUps(people), store);
            await RunAsync(now, people => new AskAboutVisits(people), store);
            await RunAsync(now, people => new VisitReminders(people), store);
            await RunAsync(now, people => new LeadSummaries(people), store);
            return Counter.Reads;
        }
    }

    private CountingRecorder Counter { get; } = new();

    private static DateTimeOffset At(int hour, int minute) => new(2026, 11, 23, hour, minute, 0, TimeSpan.Zero);

    private Specialist Another(Rows rows)
    {
        var id = database.Ids.New();
        return new Specialist { Id = id, ObjectId = id.ToString(), Name = "Somebody Else", TeamId = rows.Team.Id, Role = Role.Specialist, WeeklyTarget = 6 };
    }

    private static StoredConversation Chat(Specialist person) => new()
    {
        ChannelId = "msteams", ConversationId = $"a:{person.Id:D}", SpecialistId = person.Id, IsPersonal = true, Reference = "{}", State = ReferenceState.Live,
        WelcomedAt = Rows.Now, UpdatedAt = Rows.Now,
    };

    private Task<OutboxRow?> KeyedAsync(string key) => database.Store.Read(session => session.Outbox.OfKeyAsync(key));

    private Task<JobResult> RunAsync(DateTimeOffset now, Func<PeopleSwept, IJob> job, CrmStore? store = null)
    {
        var people = new PeopleSwept(store ?? database.Store, new LondonClock(new StandingClock(now)), database.Ids, BankHolidays.ByRule);
        return job(people).RunAsync(new JobRunContext(now), TestContext.Current.CancellationToken);
    }

    private sealed class CountingRecorder : IStatementRecorder
    {
        public int Reads { get; set; }

        public void Record(string sql, string transactSql)
        {
            // Rows are written so many at a time; what is looked at must not grow with the people.
            if (sql.TrimStart().StartsWith("select", StringComparison.Ordinal) && !sql.Contains("idempotency_key in", StringComparison.Ordinal))
                Reads++;
        }
    }
}

public sealed class SweepOnSqlite(SqliteDatabase database) : SweepTests(database), IClassFixture<SqliteDatabase>;

public sealed class SweepOnSqlServer(SqlServerDatabase database) : SweepTests(database), IClassFixture<SqlServerDatabase>;
