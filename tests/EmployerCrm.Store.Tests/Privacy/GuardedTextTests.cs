using EmployerCrm.Core;
using EmployerCrm.Core.FollowUps;
using EmployerCrm.Core.Placements;
using EmployerCrm.Core.Privacy;
using EmployerCrm.Core.Visits;
using EmployerCrm.Store.Tests.Support;

namespace EmployerCrm.Store.Tests.Privacy;

/// <summary>No way of recording something stores what tells of a person before its author has answered.</summary>
public abstract class GuardedTextTests(TestDatabase database)
{
    private const string Telling = "he has bipolar";

    private static readonly CancellationToken None = CancellationToken.None;

    [Fact]
    public async Task A_visit_whose_notes_or_next_step_tell_of_a_person_is_not_stored()
    {
        var desk = await Desk.OpenAsync(database);
        var visit = Visit(desk);

        await RefusedAsync(desk.LogAsync(visit with { Notes = Telling }));
        await RefusedAsync(desk.LogAsync(visit with { Next = new PromisedStep("ring, " + Telling, null) }));

        Assert.Empty(await desk.ReadAsync(session => session.Visits.OfSpecialistAsync(desk.Rows.Specialist.Id, desk.Today, desk.Today)));
    }

    [Fact]
    public async Task What_its_author_keeps_is_stored_and_the_audit_tells_kinds_and_not_words()
    {
        var desk = await Desk.OpenAsync(database);
        var visit = Visit(desk) with { Notes = Telling };
        var found = await desk.ReadAsync(session => Desk.FreeText.CheckAsync(session, desk.Rows.Actor, visit.Typed));

        var logged = (await desk.LogAsync(visit with { Guard = found.Decided(GuardChoice.Kept) })).Value!;

        Assert.Equal(Telling, logged.View.Visit.Notes);
        var entry = Assert.Single(await desk.ReadAsync(session => session.Audit.OfAsync(logged.View.Visit.Id)));
        var value = Assert.Single(await desk.ReadAsync(session => session.Audit.ValuesAsync(entry.Id)));
        Assert.Equal(("free-text-guard", $"Kept Health:1 (words {found.WordsVersion})"), (value.Field, value.NewValue));
        Assert.Null((await desk.EditAsync(Change(logged) with { Notes = Telling, Channel = Channel.Phone })).Refusal);
    }

    [Fact]
    public async Task An_edit_that_brings_it_in_is_refused_in_notes_and_in_the_next_step()
    {
        var desk = await Desk.OpenAsync(database);
        var logged = (await desk.LogAsync(Visit(desk) with { Notes = "keen" })).Value!;

        await RefusedAsync(desk.EditAsync(Change(logged) with { Notes = "keen, " + Telling }));
        await RefusedAsync(desk.EditAsync(Change(logged) with { Notes = "keen", Next = new PromisedStep(Telling, null) }));
        await RefusedAsync(desk.NextAsync(new AddNextStep { VisitId = logged.View.Visit.Id, ExpectedVersion = 1, Step = new PromisedStep(Telling, null) }));

        Assert.Equal(logged.View.Visit, await desk.VisitAsync(logged.View.Visit.Id));
    }

    [Fact]
    public async Task What_becomes_of_a_planned_visit_is_guarded_too()
    {
        var desk = await Desk.OpenAsync(database);
        var planned = (await desk.LogAsync(Visit(desk) with { State = VisitState.Planned })).Value!.View.Visit;

        await RefusedAsync(desk.HappenedAsync(new VisitHappened { VisitId = planned.Id, ExpectedVersion = 1, Notes = Telling }));
        await RefusedAsync(desk.CancelAsync(new CancelVisit { VisitId = planned.Id, ExpectedVersion = 1, Because = Telling }));

        Assert.Equal(planned, await desk.VisitAsync(planned.Id));
    }

    [Fact]
    public async Task Reminders_and_job_titles_are_guarded_too()
    {
        var desk = await Desk.OpenAsync(database);
        var start = new RecordJobStart { ClientReference = desk.Rows.Client.Reference, EmployerId = desk.Rows.Employer.Id, StartsOn = desk.Today, JobTitle = "ward nurse" };

        Assert.Equal(RefusalReason.FreeTextNeedsAnswer, (await desk.Reminders.AddAsync(desk.Rows.Actor, new AddReminder { Title = "ask, " + Telling }, null, None)).Refusal?.Reason);
        Assert.Equal(RefusalReason.FreeTextNeedsAnswer, (await desk.JobStarts.RecordAsync(desk.Rows.Actor, start with { JobTitle = "porter, " + Telling }, null, None)).Refusal?.Reason);
        Assert.Null((await desk.JobStarts.RecordAsync(desk.Rows.Actor, start, null, None)).Refusal);
    }

    [Fact]
    public async Task The_employers_people_and_the_author_may_be_named_beside_a_client()
    {
        var desk = await Desk.OpenAsync(database);
        var visit = Visit(desk) with { ClientReference = desk.Rows.Client.Reference };
        var reference = desk.Rows.Client.Reference;

        Assert.Null((await desk.LogAsync(visit with { Notes = $"Siân {reference} get on, Alex {reference} too" })).Refusal);
        await RefusedAsync(desk.LogAsync(visit with { Notes = $"{reference} (Darren) gets on" }));
    }

    private static LogVisit Visit(Desk desk) => new() { EmployerId = desk.Rows.Employer.Id, Channel = Channel.InPerson, On = desk.Today };

    private static ChangeVisit Change(VisitLogged shown) => new()
    {
        VisitId = shown.View.Visit.Id, ExpectedVersion = shown.View.Visit.Version, Channel = shown.View.Visit.Channel, On = shown.View.Visit.On,
    };

    private static async Task RefusedAsync(Task<Outcome<VisitLogged>> doing) => Assert.Equal(RefusalReason.FreeTextNeedsAnswer, (await doing).Refusal?.Reason);
}

public sealed class GuardedTextOnSqlite(SqliteDatabase database) : GuardedTextTests(database), IClassFixture<SqliteDatabase>;

public sealed class GuardedTextOnSqlServer(SqlServerDatabase database) : GuardedTextTests(database), IClassFixture<SqlServerDatabase>;
