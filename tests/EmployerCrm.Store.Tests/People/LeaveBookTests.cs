using EmployerCrm.Core.Calendar;
using EmployerCrm.Core.Clients;
using EmployerCrm.Core.Fidelity;
using EmployerCrm.Core.People;
using EmployerCrm.Core.Schedules;
using EmployerCrm.Core.Undo;
using EmployerCrm.Core;
using EmployerCrm.Store.Tests.Support;

namespace EmployerCrm.Store.Tests.People;

/// <summary>Who may set whose leave and settings, what is refused, what the audit keeps, and what undo does when others came first.</summary>
public abstract class LeaveBookTests(TestDatabase database)
{
    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Everybody_sets_their_own_leave_and_the_lead_that_of_the_team()
    {
        var scene = await OpenAsync();
        var (own, lead) = (scene.Rows.Actor, Actor.For(scene.Lead, Via.Web));
        var other = Actor.For(scene.Outsider, Via.Web);

        Assert.Null((await scene.Book.AddAsync(own, scene.Leave(10, 12), null, Token)).Refusal);
        Assert.Null((await scene.Book.AddAsync(lead, scene.Leave(20, 22, scene.Lead.Id), null, Token)).Refusal);
        Assert.Equal(RefusalReason.NotAllowed, (await scene.Book.AddAsync(other, scene.Leave(30, 32), null, Token)).Refusal?.Reason);
        Assert.Equal(RefusalReason.NotAllowed, (await scene.Book.AddAsync(Actor.For(scene.OutsideLead, Via.Web), scene.Leave(30, 32), null, Token)).Refusal?.Reason);
        Assert.Equal(RefusalReason.NotAllowed, (await scene.Book.AddAsync(Actor.For(scene.Rows.Person("Admin", Role.Admin), Via.Web), scene.Leave(30, 32), null, Token)).Refusal?.Reason);
        Assert.Equal(RefusalReason.NotAllowed, (await scene.Book.AddAsync(own, scene.Leave(30, 32) with { SpecialistId = scene.Lead.Id }, null, Token)).Refusal?.Reason);

        var rows = await database.Store.Read(session => session.Settings.LeaveAsync(scene.Rows.Specialist.Id, scene.Today));
        Assert.Equal(2, rows.Count);
        var audit = (await database.Store.Read(session => session.Audit.OfAsync(rows[1].Id)))[^1];
        Assert.Equal(("leave-added", lead.SpecialistId), (audit.Action, audit.SpecialistId));
        Assert.Equal(["cover", "first-day", "last-day"], (await database.Store.Read(session => session.Audit.ValuesAsync(audit.Id))).Select(value => value.Field).Order());
    }

    [Fact]
    public async Task Days_that_make_no_sense_and_covers_that_cannot_are_refused()
    {
        var scene = await OpenAsync();
        await scene.Book.AddAsync(scene.Rows.Actor, scene.Leave(10, 12), null, Token);

        Assert.Equal(RefusalReason.LeaveEndsFirst, await ReasonAsync(scene.Leave(5, 4)));
        Assert.Equal(RefusalReason.LeaveInThePast, await ReasonAsync(scene.Leave(-9, -1)));
        Assert.Equal(RefusalReason.LeaveTooLong, await ReasonAsync(scene.Leave(1, 1 + LeaveRules.Longest)));
        Assert.Equal(RefusalReason.DayUnlikely, await ReasonAsync(scene.Leave(4000, 4001)));
        Assert.Equal(RefusalReason.LeaveOverlaps, await ReasonAsync(scene.Leave(12, 15)));
        Assert.Equal(RefusalReason.CoverUnknown, await ReasonAsync(scene.Leave(20, 21, scene.Rows.Specialist.Id)));
        Assert.Equal(RefusalReason.CoverUnknown, await ReasonAsync(scene.Leave(20, 21, scene.Outsider.Id)));
        Assert.Equal(RefusalReason.CoverUnknown, await ReasonAsync(scene.Leave(20, 21, database.Ids.New())));
        await scene.Book.AddAsync(Actor.For(scene.Lead, Via.Web), scene.Leave(21, 30) with { SpecialistId = scene.Lead.Id }, null, Token);
        var away = await scene.Book.AddAsync(scene.Rows.Actor, scene.Leave(20, 21, scene.Lead.Id), null, Token);
        Assert.Equal((RefusalReason.CoverAway, scene.Lead.Name, (scene.Today.AddDays(21), scene.Today.AddDays(30))), (away.Refusal!.Reason, away.Refusal.Names[0], away.Refusal.Days!.Value));
        Assert.Equal(RefusalReason.NotAway, (await scene.Book.BackAsync(scene.Rows.Actor, scene.Today, null, Token)).Refusal?.Reason);

        async Task<RefusalReason?> ReasonAsync(AddLeave add) => (await scene.Book.AddAsync(scene.Rows.Actor, add, null, Token)).Refusal?.Reason;
    }

    [Fact]
    public async Task A_change_counts_once_and_undo_is_refused_when_the_lead_came_after()
    {
        var scene = await OpenAsync();
        var lead = Actor.For(scene.Lead, Via.Web);
        var added = (await scene.Book.AddAsync(scene.Rows.Actor, scene.Leave(10, 12), null, Token)).Value!;
        var id = added.Leave.Leave.Id;
        var change = new ChangeLeave { LeaveId = id, ExpectedVersion = 1, From = scene.Today.AddDays(10), To = scene.Today.AddDays(14), CoverId = scene.Lead.Id };
        var changed = (await scene.Book.ChangeAsync(lead, change, null, Token)).Value!;

        Assert.Equal(RefusalReason.ChangedMeanwhile, (await scene.Book.ChangeAsync(scene.Rows.Actor, change, null, Token)).Refusal?.Reason);
        Assert.Equal(scene.Lead.Name, (await scene.Book.RemoveAsync(scene.Rows.Actor, id, 1, null, Token)).Refusal?.By);
        Assert.Equal(RefusalReason.ChangedMeanwhile, (await scene.UndoAsync(scene.Rows.Actor, added.UndoId)).Refusal?.Reason);
        Assert.Null((await scene.UndoAsync(lead, changed.UndoId)).Refusal);
        Assert.Null((await scene.UndoAsync(scene.Rows.Actor, added.UndoId)).Refusal);
        Assert.Null(await database.Store.Read(session => session.Settings.LeaveAsync(id)));
    }

    [Fact]
    public async Task Leave_that_was_removed_does_not_come_back_over_other_leave()
    {
        var scene = await OpenAsync();
        var added = (await scene.Book.AddAsync(scene.Rows.Actor, scene.Leave(10, 12), null, Token)).Value!;
        var removed = (await scene.Book.RemoveAsync(scene.Rows.Actor, added.Leave.Leave.Id, null, null, Token)).Value!;
        await scene.Book.AddAsync(scene.Rows.Actor, scene.Leave(11, 11), null, Token);
        Assert.Equal(RefusalReason.ChangedMeanwhile, (await scene.UndoAsync(scene.Rows.Actor, removed.UndoId)).Refusal?.Reason);
    }

    [Fact]
    public async Task Settings_are_ones_own_kept_with_their_audit_and_a_second_writer_is_told()
    {
        var scene = await OpenAsync();
        var saved = (await scene.Settings.ChangeAsync(scene.Rows.Actor, new ChangeSettings { ExpectedVersion = 0, Language = "cy", DigestAt = new TimeOnly(9, 0) }, null, Token)).Value!;
        Assert.Equal(("cy", 1), (saved.After.Language, saved.After.Version));
        Assert.Equal(RefusalReason.ChangedMeanwhile, (await scene.Settings.ChangeAsync(scene.Rows.Actor, new ChangeSettings { ExpectedVersion = 0, Language = "en" }, null, Token)).Refusal?.Reason);
        Assert.Null((await scene.Settings.ShowAsync(Actor.For(scene.Lead, Via.Web), null, Token)).Value!.Settings.Language);
        Assert.Equal(RefusalReason.NotAllowed, (await scene.Settings.ChangeAsync(Actor.System(Via.Job), new ChangeSettings { Language = "cy" }, null, Token)).Refusal?.Reason);
        Assert.Equal(RefusalReason.LanguageUnknown, (await scene.Settings.ChangeAsync(scene.Rows.Actor, new ChangeSettings { Language = "fr" }, null, Token)).Refusal?.Reason);
        Assert.Equal(RefusalReason.TimeZoneUnknown, (await scene.Settings.ChangeAsync(scene.Rows.Actor, new ChangeSettings { TimeZone = "Atlantis" }, null, Token)).Refusal?.Reason);
        var back = await scene.Settings.ChangeAsync(scene.Rows.Actor, new ChangeSettings { Language = "" }, null, Token);
        Assert.Null(back.Value!.After.Language);
        var audit = (await database.Store.Read(session => session.Audit.OfAsync(scene.Rows.Specialist.Id)))[^1];
        Assert.Equal([("language", "cy", null)], (await database.Store.Read(session => session.Audit.ValuesAsync(audit.Id))).Select(value => (value.Field, value.OldValue, value.NewValue)));
    }

    [Fact]
    public async Task The_lead_sees_who_of_the_team_is_away_and_who_covers_and_nobody_else_does()
    {
        var scene = await OpenAsync();
        await scene.Book.AddAsync(scene.Rows.Actor, scene.Leave(3, 5, scene.Lead.Id), null, Token);
        var shown = (await scene.Team.ShowAsync(Actor.For(scene.Lead, Via.Web), scene.Today, scene.Today.AddDays(27), Token)).Value!;

        Assert.DoesNotContain(shown.People, person => person.Person.TeamId != scene.Rows.Team.Id);
        var away = shown.People.Single(person => person.Person.Id == scene.Rows.Specialist.Id);
        Assert.Equal(scene.Lead.Name, Assert.Single(away.Leave).CoverName);
        foreach (var role in new[] { Role.Specialist, Role.Admin })
            Assert.Equal(RefusalReason.NotAllowed, (await scene.Team.ShowAsync(Actor.For(scene.Rows.Person("X", role), Via.Web), scene.Today, scene.Today, Token)).Refusal?.Reason);
        Assert.Equal(RefusalReason.DayUnlikely, (await scene.Team.ShowAsync(Actor.For(scene.Lead, Via.Web), scene.Today, scene.Today.AddYears(2), Token)).Refusal?.Reason);
    }

    private async Task<Scene> OpenAsync()
    {
        database.SkipUnlessAvailable();
        var rows = await Rows.StoredAsync(database.Store, database.Ids);
        var other = await Rows.StoredAsync(database.Store, database.Ids);
        var (lead, outsideLead) = (rows.Person("Lea Lead", Role.TeamLead), other.Person("Olga Lead", Role.TeamLead));
        await database.Store.Write(async session =>
        {
            await session.People.AddAsync(lead);
            await session.People.AddAsync(outsideLead);
        });
        return new Scene(database, rows, lead, other.Specialist, outsideLead);
    }

    private sealed record Scene(TestDatabase Database, Rows Rows, Specialist Lead, Specialist Outsider, Specialist OutsideLead)
    {
        private readonly LondonClock _clock = new(new StandingClock(Rows.Now));

        public DateOnly Today => _clock.Today;

        public LeaveBook Book => new(Database.Store, _clock, Database.Ids);

        public OwnSettings Settings => new(Database.Store, _clock, Database.Ids);

        public TeamLeave Team => new(Database.Store, _clock, new FidelityOptions());

        public AddLeave Leave(int from, int to, Guid? cover = null) => new() { SpecialistId = Rows.Specialist.Id, From = Today.AddDays(from), To = Today.AddDays(to), CoverId = cover };

        public Task<Outcome<Undone>> UndoAsync(Actor actor, Guid? step)
        {
            var schedules = new SupportSchedules(new ScheduleBook(BankHolidays.ByRule, ClientLists.Default), Database.Ids);
            return new Undoing(Database.Store, _clock, Database.Ids, new FidelityOptions(), schedules).UndoAsync(actor, step, null, null, Token);
        }
    }
}

public sealed class LeaveBookOnSqlite(SqliteDatabase database) : LeaveBookTests(database), IClassFixture<SqliteDatabase>;

public sealed class LeaveBookOnSqlServer(SqlServerDatabase database) : LeaveBookTests(database), IClassFixture<SqlServerDatabase>;
