using EmployerCrm.Core;
using EmployerCrm.Core.Engagement;
using EmployerCrm.Core.People;
using EmployerCrm.Core.Placements;
using EmployerCrm.Core.Visits;
using EmployerCrm.Store.Tests.Support;

namespace EmployerCrm.Store.Tests.Engagement;

/// <summary>An employer's level follows what is recorded, in the turn that records it, and says why to each person what they may see.</summary>
public abstract class EmployerLevelTests(TestDatabase database)
{
    [Fact]
    public async Task A_visit_moves_a_new_employer_to_level_2_and_undo_takes_it_back()
    {
        var desk = await Desk.OpenAsync(database);
        Assert.Equal(1, (await LevelAsync(desk)).Level);

        var logged = await VisitAsync(desk, Channel.InPerson);
        var level = await LevelAsync(desk);
        Assert.Equal(2, level.Level);
        Assert.Equal([(1, 2, LevelReason.Contact)], level.History.Select(step => (step.From, step.To, step.Because!.Value)));

        desk.Later(TimeSpan.FromMinutes(1));
        await desk.UndoAsync(logged.UndoId);
        level = await LevelAsync(desk);
        Assert.Equal(1, level.Level);
        Assert.Equal([(2, 1, LevelReason.Corrected), (1, 2, LevelReason.Contact)], level.History.Select(step => (step.From, step.To, step.Because!.Value)));
        Assert.Empty(level.Why);
    }

    [Fact]
    public async Task Why_names_the_contacts_and_what_would_move_it_up()
    {
        var desk = await Desk.OpenAsync(database);
        for (var visit = 0; visit < 3; visit++)
            await VisitAsync(desk, Channel.InPerson, new StatedFacts { Reached = Reached.DecisionMaker, Purpose = visit == 0 ? Purpose.LearnNeeds : Purpose.FollowUp }, daysAgo: visit);
        await VisitAsync(desk, Channel.Phone, new StatedFacts { Reached = Reached.Nobody, Purpose = Purpose.FollowUp });

        var level = await LevelAsync(desk);

        Assert.Equal(2, level.Level);
        Assert.Equal(
            [(EvidenceKind.Visit, 3, 3), (EvidenceKind.DecisionMaker, 3, 3), (EvidenceKind.Needs, 1, 1)], level.Why.Select(line => (line.Kind, line.Count, line.Rows.Count)));
        Assert.Equal((desk.Today, "Alex Wilber"), (level.Why[0].Rows[0].On, level.Why[0].Rows[0].By));
        Assert.Equal([EvidenceKind.Opening, EvidenceKind.Placement], level.WouldMoveUp.Where(step => step.Level == 3).Select(step => Assert.Single(step.Missing).Kind).Order());
    }

    [Fact]
    public async Task Jobs_of_clients_count_for_everybody_and_are_told_to_their_team_only()
    {
        var desk = await Desk.OpenAsync(database);
        var elsewhere = await Rows.StoredAsync(database.Store, database.Ids);
        await desk.JobStarts.RecordAsync(
            desk.Rows.Actor, new RecordJobStart { ClientReference = desk.Rows.Client.Reference, EmployerId = desk.Rows.Employer.Id, StartsOn = desk.Today.AddDays(-100) }, null, Token);

        var own = await LevelAsync(desk);
        Assert.Equal((2, LevelReason.Clients), (own.Level, own.History[0].Because));
        Assert.Equal([(EvidenceKind.Placement, 1, false), (EvidenceKind.SustainedPlacement, 1, false)], own.Why.Select(line => (line.Kind, line.Count, line.Elsewhere)));
        Assert.Equal(desk.Rows.Client.Reference, Assert.Single(own.Why[0].Rows).Text);

        var theirs = (await desk.Engagement.OfAsync(elsewhere.Actor, desk.Rows.Employer.Id, Token)).Value!;
        Assert.Equal(2, theirs.Level);
        Assert.Null(theirs.History[0].Because);
        Assert.Equal([(0, true), (0, true)], theirs.Why.Select(line => (line.Count, line.Elsewhere)));
        Assert.All(theirs.Why, line => Assert.Empty(line.Rows));

        Assert.Empty((await desk.Engagement.OfAsync(desk.Admin, desk.Rows.Employer.Id, Token)).Value!.Why);
    }

    [Fact]
    public async Task A_job_that_never_began_is_no_evidence()
    {
        var desk = await Desk.OpenAsync(database);
        var client = desk.Rows.Client.Reference;
        await desk.JobStarts.RecordAsync(desk.Rows.Actor, new RecordJobStart { ClientReference = client, EmployerId = desk.Rows.Employer.Id, StartsOn = desk.Today.AddDays(-3) }, null, Token);
        Assert.Equal(2, (await LevelAsync(desk)).Level);
        await desk.JobEnds.RecordAsync(desk.Rows.Actor, new RecordJobEnd { ClientReference = client, EndedOn = desk.Today.AddDays(-3) }, null, Token);
        Assert.Equal(1, (await LevelAsync(desk)).Level);
    }

    [Fact]
    public async Task Time_lowers_a_level_once_at_night_and_a_second_run_finds_nothing()
    {
        var desk = await Desk.OpenAsync(database);
        await VisitAsync(desk, Channel.InPerson);
        desk.Later(TimeSpan.FromDays(190));
        Assert.Equal(2, await KeptAsync(desk));
        Assert.Equal(1, (await LevelAsync(desk)).Level);

        Assert.NotEqual(0, await desk.Decay.RunAsync(Token));
        Assert.Equal(1, await KeptAsync(desk));
        Assert.Equal(LevelReason.Time, (await LevelAsync(desk)).History[0].Because);
        Assert.Equal(0, await desk.Decay.RunAsync(Token));
        Assert.Equal([], await RebuiltAsync(desk));
    }

    [Fact]
    public async Task The_lead_of_the_employers_team_sets_a_level_and_it_ends_by_itself()
    {
        var desk = await Desk.OpenAsync(database);
        await VisitAsync(desk, Channel.InPerson);
        var set = Set(desk) with { EndsOn = desk.Today.AddDays(30) };

        var level = (await desk.Engagement.OverrideAsync(desk.Lead, set, Token)).Value!;
        Assert.Equal((4, 2, true), (level.Level, level.ComputedLevel, level.Overridden));
        Assert.Equal((set.Reason, "Bronwen Ifans", set.EndsOn), (level.Set!.Reason, level.Set.By, level.Set.EndsOn));
        Assert.Equal(LevelReason.Set, level.History[0].Because);
        Assert.Equal(4, await KeptAsync(desk));

        desk.Later(TimeSpan.FromDays(31));
        level = await LevelAsync(desk);
        Assert.Equal((2, false), (level.Level, level.Overridden));
        await desk.Decay.RunAsync(Token);
        Assert.Equal(2, await KeptAsync(desk));
        Assert.Equal(LevelReason.SetEnded, (await LevelAsync(desk)).History[0].Because);
    }

    [Fact]
    public async Task What_was_set_stays_while_evidence_comes_in_and_can_be_ended_before_its_day()
    {
        var desk = await Desk.OpenAsync(database);
        var version = (await desk.Engagement.OverrideAsync(desk.Lead, Set(desk), Token)).Value!.Set!.Version;
        desk.Later(TimeSpan.FromMinutes(1));
        await VisitAsync(desk, Channel.InPerson);
        Assert.Equal((4, 2), ((await LevelAsync(desk)).Level, (await LevelAsync(desk)).ComputedLevel));

        Assert.Equal(RefusalReason.ChangedMeanwhile, (await desk.Engagement.EndOverrideAsync(desk.Lead, desk.Rows.Employer.Id, version + 1, Token)).Refusal!.Reason);
        Assert.Equal(2, (await desk.Engagement.EndOverrideAsync(desk.Lead, desk.Rows.Employer.Id, version, Token)).Value!.Level);
        Assert.Equal([], await RebuiltAsync(desk));
    }

    [Fact]
    public async Task Two_leads_who_set_a_level_at_once_do_not_overwrite_each_other()
    {
        var desk = await Desk.OpenAsync(database);
        await desk.Engagement.OverrideAsync(desk.Lead, Set(desk), Token);
        var second = await desk.Engagement.OverrideAsync(desk.Lead, Set(desk) with { Level = 5 }, Token);
        Assert.Equal((RefusalReason.ChangedMeanwhile, "Bronwen Ifans"), (second.Refusal!.Reason, second.Refusal.By));
        Assert.Equal(5, (await desk.Engagement.OverrideAsync(desk.Lead, Set(desk) with { Level = 5, ExpectedVersion = 1 }, Token)).Value!.Level);
    }

    [Fact]
    public async Task Nobody_else_sets_a_level()
    {
        var desk = await Desk.OpenAsync(database);
        var elsewhere = await Rows.StoredAsync(database.Store, database.Ids);
        foreach (var actor in new[] { desk.Rows.Actor, desk.Admin, Actor.For(elsewhere.Colleague, Via.Web), Actor.System(Via.Job) })
            Assert.Equal(RefusalReason.NotAllowed, (await desk.Engagement.OverrideAsync(actor, Set(desk), Token)).Refusal!.Reason);
        Assert.Equal(RefusalReason.NotFound, (await desk.Engagement.OverrideAsync(desk.Lead, Set(desk) with { EmployerId = database.Ids.New() }, Token)).Refusal!.Reason);
    }

    [Fact]
    public async Task A_level_without_words_a_day_or_a_number_that_fits_is_refused()
    {
        var desk = await Desk.OpenAsync(database);
        var set = Set(desk);
        (SetLevelByHand Set, RefusalReason Reason)[] wrong =
        [
            (set with { Level = 0 }, RefusalReason.LevelUnknown), (set with { Level = 6 }, RefusalReason.LevelUnknown), (set with { Reason = " " }, RefusalReason.ReasonMissing),
            (set with { Reason = new string('x', 401) }, RefusalReason.TextTooLong), (set with { EndsOn = desk.Today.AddDays(-1) }, RefusalReason.DateInThePast),
            (set with { EndsOn = desk.Today.AddMonths(13) }, RefusalReason.TooFarAhead),
        ];
        foreach (var (refused, reason) in wrong)
            Assert.Equal(reason, (await desk.Engagement.OverrideAsync(desk.Lead, refused, Token)).Refusal!.Reason);
        Assert.Equal(1, (await LevelAsync(desk)).Level);
    }

    [Fact]
    public async Task A_reason_about_somebodys_health_is_asked_about_and_not_stored()
    {
        var desk = await Desk.OpenAsync(database);
        var outcome = await desk.Engagement.OverrideAsync(desk.Lead, Set(desk) with { Reason = "Ask for Tom, he has bipolar" }, Token);
        Assert.Equal(RefusalReason.FreeTextNeedsAnswer, outcome.Refusal!.Reason);
        Assert.False((await LevelAsync(desk)).Overridden);
    }

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    private static SetLevelByHand Set(Desk desk) => new() { EmployerId = desk.Rows.Employer.Id, Level = 4, Reason = "They answer every time.", EndsOn = desk.Today.AddDays(30) };

    private static async Task<EngagementLevel> LevelAsync(Desk desk) => (await desk.Engagement.OfAsync(desk.Rows.Actor, desk.Rows.Employer.Id, Token)).Value!;

    private static async Task<int> KeptAsync(Desk desk) => (await desk.ReadAsync(session => session.Engagement.StandingAsync(desk.Rows.Employer.Id)))!.Level;

    private static Task<IReadOnlyList<string>> RebuiltAsync(Desk desk) => desk.WriteAsync(
        session => new Store.Rebuild.LevelRebuild((CrmSession)session, new(desk.Fidelity.Engagement, desk.Now)).RunAsync([desk.Rows.Employer.Id]));

    private static async Task<VisitLogged> VisitAsync(Desk desk, Channel channel, StatedFacts? stated = null, int daysAgo = 0) => (await desk.LogAsync(new LogVisit
    {
        EmployerId = desk.Rows.Employer.Id, Channel = channel, On = desk.Today.AddDays(-daysAgo), Stated = stated ?? StatedFacts.Nothing,
    })).Value!;
}

public sealed class EmployerLevelOnSqlite(SqliteDatabase database) : EmployerLevelTests(database), IClassFixture<SqliteDatabase>;

public sealed class EmployerLevelOnSqlServer(SqlServerDatabase database) : EmployerLevelTests(database), IClassFixture<SqlServerDatabase>;
