using EmployerCrm.Core;
using EmployerCrm.Core.FollowUps;
using EmployerCrm.Core.People;
using EmployerCrm.Core.Placements;
using EmployerCrm.Core.Schedules;
using EmployerCrm.Core.Visits;
using EmployerCrm.Store.Tests.Support;

namespace EmployerCrm.Store.Tests.FollowUps;

/// <summary>What the pages of follow-ups and schedules ask for.</summary>
public abstract class FollowUpPageTests(TestDatabase database)
{
    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_person_sees_their_own_and_the_lead_everybodys_of_the_team()
    {
        var desk = await Desk.OpenAsync(database);
        await OweAsync(desk, desk.Rows.Specialist, "without a day", null);
        await OweAsync(desk, desk.Rows.Specialist, "late", desk.Today.AddDays(-1));
        await OweAsync(desk, desk.Rows.Colleague, "today", desk.Today);
        var foreign = await Rows.StoredAsync(database.Store, database.Ids);
        await OweAsync(desk, foreign.Specialist, "of another team", desk.Today);

        Assert.Equal(["late", "without a day"], Titles(await ListAsync(desk, desk.Rows.Actor, desk.Rows.Specialist.Id)));
        Assert.Equal(["late", "today", "without a day"], Titles(await ListAsync(desk, desk.Lead, null)));
        Assert.Equal(["late", "without a day"], Titles(await ListAsync(desk, desk.Lead, desk.Rows.Specialist.Id)));
        foreach (var (actor, person) in new[] { (desk.Rows.Actor, (Guid?)null), (desk.Rows.Actor, desk.Rows.Colleague.Id), (desk.Lead, foreign.Specialist.Id), (desk.Admin, desk.Rows.Specialist.Id) })
            Assert.Equal(RefusalReason.NotAllowed, (await desk.FollowUpList.PageAsync(actor, person, FollowUpFilter.None, 1, 20, Token)).Refusal!.Reason);
    }

    [Fact]
    public async Task The_list_is_narrowed_counted_and_paged()
    {
        var desk = await Desk.OpenAsync(database);
        for (var day = -3; day <= 3; day++)
            await OweAsync(desk, desk.Rows.Specialist, $"thing {day}", desk.Today.AddDays(day));
        await OweAsync(desk, desk.Rows.Specialist, "reminder", desk.Today, FollowUpKind.Reminder, employer: false);

        var late = (await ListAsync(desk, desk.Rows.Actor, desk.Rows.Specialist.Id, new FollowUpFilter(null, desk.Rows.Employer.Id, DueBucket.Overdue)));
        Assert.Equal(["thing -3", "thing -2", "thing -1"], Titles(late));
        Assert.Equal((3, 1), (late.Buckets[DueBucket.Overdue], late.Buckets[DueBucket.Today]));
        Assert.Equal([FollowUpKind.Promise, FollowUpKind.Reminder], late.Kinds);
        Assert.Equal([desk.Rows.Employer.Name], late.Employers.Select(employer => employer.Name));

        Assert.Equal(["reminder"], Titles(await ListAsync(desk, desk.Rows.Actor, desk.Rows.Specialist.Id, new FollowUpFilter(FollowUpKind.Reminder, null, null))));
        var last = (await desk.FollowUpList.PageAsync(desk.Rows.Actor, desk.Rows.Specialist.Id, FollowUpFilter.None, 99, 3, Token)).Value!;
        Assert.Equal((6, 8, 2), (last.Page.From, last.Page.Total, last.Items.Count));
    }

    [Fact]
    public async Task A_follow_up_tells_why_it_is_owed_and_what_happened_to_it()
    {
        var desk = await Desk.OpenAsync(database);
        await desk.JobStarts.RecordAsync(desk.Rows.Actor, new RecordJobStart { ClientReference = desk.Rows.Client.Reference, EmployerId = desk.Rows.Employer.Id, StartsOn = desk.Today.AddDays(7) }, null, Token);
        var step = (await database.Store.Read(session => session.FollowUps.OpenStepsOfClientAsync(desk.Rows.Client.Id))).First(row => row.StepKey == "before-start");
        await desk.FollowUps.SnoozeAsync(desk.Rows.Actor, step.Id, desk.Today.AddDays(3), DueScope.All, null, Token);
        desk.Later(TimeSpan.FromMinutes(1));
        await desk.Sharing.GiveAsync(desk.Rows.Actor, step.Id, desk.Rows.Colleague.Id, null, Token);

        var shown = (await desk.FollowUpOverviews.ShowAsync(desk.Rows.Actor, step.Id, Token)).Value!;

        Assert.Equal(("IPS", "Meet before the job starts", desk.Rows.Employer.Name), (shown.Step!.Schedule, shown.Step.Step!.Title, shown.Step.EmployerName));
        Assert.Equal([("follow-up-snoozed", null, desk.Today.AddDays(3)), ("follow-up-given", desk.Rows.Colleague.Name, (DateOnly?)null)], shown.Entries.Select(entry => (entry.Action, entry.Text, entry.Until)));
        Assert.DoesNotContain(shown.Colleagues, person => person.Id == desk.Rows.Colleague.Id);
        Assert.Equal(RefusalReason.NotAllowed, (await desk.FollowUpOverviews.ShowAsync(desk.Admin, step.Id, Token)).Refusal!.Reason);
        var visit = await desk.LogAsync(new LogVisit { EmployerId = desk.Rows.Employer.Id, Channel = Channel.InPerson, On = desk.Today, Next = new PromisedStep("send CV", desk.Today.AddDays(2)) });
        var promised = (await desk.FollowUpOverviews.ShowAsync(desk.Rows.Actor, visit.Value!.View.Next!.Id, Token)).Value!;
        Assert.Equal((desk.Today, Channel.InPerson, desk.Rows.Specialist.Name), (promised.Visit!.On, promised.Visit.Channel, promised.Visit.ByName));
    }

    [Fact]
    public async Task What_would_be_given_is_what_is_given()
    {
        var desk = await Desk.OpenAsync(database);
        var (mine, theirs) = (desk.Rows.Specialist.Id, desk.Rows.Colleague.Id);
        await OweAsync(desk, desk.Rows.Specialist, "without a day", null);
        await OweAsync(desk, desk.Rows.Specialist, "soon", desk.Today.AddDays(2));
        await OweAsync(desk, desk.Rows.Specialist, "much later", desk.Today.AddDays(40));

        var preview = (await desk.Sharing.PreviewAllAsync(desk.Lead, mine, desk.Today.AddDays(14), Token)).Value!;
        Assert.Equal(["soon"], preview.Items.Select(item => item.Title));
        Assert.Equal([theirs], preview.Colleagues.Select(person => person.Id));
        Assert.Equal(1, (await desk.Sharing.GiveAllAsync(desk.Lead, mine, theirs, desk.Today.AddDays(14), null, Token)).Value!.Count);
        Assert.Equal(2, (await desk.Sharing.PreviewAllAsync(desk.Rows.Actor, mine, null, Token)).Value!.Items.Count);
        Assert.Equal(RefusalReason.NotAllowed, (await desk.Sharing.PreviewAllAsync(desk.Rows.Actor, theirs, null, Token)).Refusal!.Reason);
        Assert.Equal(RefusalReason.NotAllowed, (await desk.Sharing.PreviewAllAsync(desk.Admin, mine, null, Token)).Refusal!.Reason);
    }

    [Fact]
    public async Task A_team_sees_every_version_of_its_schedules_and_which_programmes_go_by_them()
    {
        var desk = await Desk.OpenAsync(database);
        IReadOnlyList<ScheduleStep> steps = [new("weekly", "Weekly contact", ScheduleAnchor.JobStart, StepKind.ClientContact, Distance.Days(0), Distance.Weeks(1)) { Every = Distance.Weeks(1) }];
        await desk.TeamSchedules.SaveAsync(desk.Lead, "IPS", steps, 0, Token);
        await desk.TeamSchedules.SaveAsync(desk.Lead, "IPS", ScheduleTemplate.Ips.Steps, 1, Token);

        var shown = (await desk.TeamSchedules.AllAsync(desk.Rows.Actor, Token)).Value!;

        var ips = shown.Schedules.Single(schedule => schedule.Name == "IPS");
        Assert.Equal([(2, "Bronwen Ifans"), (1, "Bronwen Ifans"), (0, null)], ips.Versions.Select(version => (version.Number, version.SavedByName)));
        Assert.Equal(ScheduleTemplate.Ips.Steps, ips.Current.Template.Steps);
        Assert.Contains("IPS in secondary care", ips.Programmes.Select(programme => programme.Name));
        Assert.Equal([0], shown.Schedules.Single(schedule => schedule.Name == "Lighter").Versions.Select(version => version.Number));
        Assert.Equal(RefusalReason.NotAllowed, (await desk.TeamSchedules.AllAsync(desk.Admin, Token)).Refusal!.Reason);
    }

    [Fact]
    public async Task A_preview_names_the_bank_holidays_that_moved_a_day_and_goes_on_where_there_is_no_end()
    {
        var desk = await Desk.OpenAsync(database);

        var preview = (await desk.TeamSchedules.PreviewAsync(desk.Lead, ScheduleTemplate.Ips.Steps, new DateOnly(2026, 12, 7), Token)).Value!;

        var third = preview.Times.Single(time => time.Time is { Step.Key: "first-month", Occurrence: 3 });
        Assert.Equal((new DateOnly(2026, 12, 24), new DateOnly(2026, 12, 28), true), (third.Time.Due, third.Time.Ends, third.Weekend));
        Assert.Equal([new DateOnly(2026, 12, 25), new DateOnly(2026, 12, 28)], third.BankHolidays);
        var before = preview.Times.Single(time => time.Time.Step.Key == "before-start");
        Assert.Equal((new DateOnly(2026, 12, 4), true, 0), (before.Time.Due, before.Weekend, before.BankHolidays.Count));
        Assert.Equal([new DateOnly(2027, 3, 5), new DateOnly(2027, 4, 7)], preview.Times.Single(time => time.Time.Step.Key == "monthly").Then);
        Assert.Equal(RefusalReason.TooFarAhead, (await desk.TeamSchedules.PreviewAsync(desk.Lead, ScheduleTemplate.Ips.Steps, DateOnly.MaxValue, Token)).Refusal!.Reason);
    }

    [Fact]
    public async Task The_leads_list_tells_by_how_many_working_days_and_who_could_take_over()
    {
        var desk = await Desk.OpenAsync(database);
        await OweAsync(desk, desk.Rows.Specialist, "late", desk.Today.AddDays(-14));
        await OweAsync(desk, desk.Rows.Specialist, "not yet", desk.Today.AddDays(-1));

        var late = (await desk.Escalations.OfTeamAsync(desk.Lead, Token)).Value!;

        Assert.Equal([("late", 10)], late.Late.Select(item => (item.Item.Title, item.WorkingDays)));
        Assert.Equal(2, late.Colleagues.Count);
    }

    private static IEnumerable<string> Titles(FollowUpsListed listed) => listed.Items.Select(item => item.Title);

    private static async Task<FollowUpsListed> ListAsync(Desk desk, Actor actor, Guid? person, FollowUpFilter? filter = null) =>
        (await desk.FollowUpList.PageAsync(actor, person, filter ?? FollowUpFilter.None, 1, 20, Token)).Value!;

    private Task OweAsync(Desk desk, Specialist owner, string title, DateOnly? due, FollowUpKind kind = FollowUpKind.Promise, bool employer = true) => desk.WriteAsync(session => session.FollowUps.AddAsync(new FollowUp
    {
        Id = database.Ids.New(), EmployerId = employer ? desk.Rows.Employer.Id : null, OwnerId = owner.Id, TeamId = owner.TeamId, Title = title, DueOn = due, State = FollowUpState.Open,
        CreatedAt = desk.Now, Kind = kind, Version = 1,
    }));
}

public sealed class FollowUpPagesOnSqlite(SqliteDatabase database) : FollowUpPageTests(database), IClassFixture<SqliteDatabase>;

public sealed class FollowUpPagesOnSqlServer(SqlServerDatabase database) : FollowUpPageTests(database), IClassFixture<SqlServerDatabase>;
