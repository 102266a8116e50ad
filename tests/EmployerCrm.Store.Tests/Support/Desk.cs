using EmployerCrm.Core;
using EmployerCrm.Core.Calendar;
using EmployerCrm.Core.CareTeam;
using EmployerCrm.Core.Clients;
using EmployerCrm.Core.Conversations;
using EmployerCrm.Core.Disclosure;
using EmployerCrm.Core.Employers;
using EmployerCrm.Core.Engagement;
using EmployerCrm.Core.Fidelity;
using EmployerCrm.Core.FollowUps;
using EmployerCrm.Core.People;
using EmployerCrm.Core.Placements;
using EmployerCrm.Core.Privacy;
using EmployerCrm.Core.Schedules;
using EmployerCrm.Core.Undo;
using EmployerCrm.Core.Visits;

namespace EmployerCrm.Store.Tests.Support;

/// <summary>Use cases as the host gives them out, on a store of the tests and a clock that stands until it is moved.</summary>
internal sealed class Desk
{
    private readonly CrmStore _store;
    private readonly StandingClock _time = new(Rows.Now);
    private readonly LondonClock _clock;
    private readonly Ids _ids;

    private Desk(CrmStore store, Rows rows)
    {
        (_store, Rows) = (store, rows);
        _clock = new LondonClock(_time);
        _ids = new Ids(_time);
    }

    public Rows Rows { get; }

    public DateOnly Today => _clock.Today;

    public DateTimeOffset Now => _clock.Now;

    public SupportSchedules Schedules => new(new ScheduleBook(BankHolidays.ByRule, ClientLists.Default), _ids);

    public FollowUpOptions FollowUpOptions { get; set; } = new();

    public DisclosurePermissions Permissions => new(_store, _clock, FreeText, Schedules);

    public PermissionOverviews PermissionOverviews => new(_store, _clock);

    public CareTeamHistories CareTeamHistories => new(_store, _clock);

    public Milestones Milestones => new(_store, _clock, ClientLists.Default);

    public OpenQuestions OpenQuestions => new(_store, _clock, FreeText);

    public Handovers Handovers => new(_store, _clock, _ids);

    public JobChanges JobChanges => new(_store, _clock, FreeText, Schedules, Fidelity.Engagement);

    public FollowUpSharing Sharing => new(_store, _clock, _ids, FreeText, Schedules);

    public FollowUpList FollowUpList => new(_store, _clock);

    public FollowUpOverviews FollowUpOverviews => new(_store, _clock, Schedules.Book);

    public Escalations Escalations => new(_store, _clock, Schedules.Book, FollowUpOptions);

    public Caseloads Caseloads => new(_store, _clock, ClientLists.Default);

    public CareTeamUpdates CareTeam => new(_store, _clock, FreeText, Schedules);

    public ContactsForRecord ForRecord => new(_store, _clock);

    public ScheduleExtension Extension => new(_store, _clock, _ids, Schedules);

    public TeamSchedules TeamSchedules => new(_store, _clock, _ids, Schedules.Book);

    public Reminders Reminders => new(_store, _clock, _ids, FreeText);

    public NewClients NewClients => new(_store, _clock, _ids, ClientLists.Default);

    public ClientChanges Changes => new(_store, _clock, _ids, ClientLists.Default);

    public ClientClosing Closing => new(_store, _clock, _ids);

    public SteppingDown SteppingDown => new(_store, _clock, _ids);

    public ClientReopening Reopening => new(_store, _clock, _ids, Schedules);

    public ClientContacts Contacts => new(_store, _clock, _ids, Schedules);

    public MyClients MyClients => new(_store, _clock);

    public JobStarts JobStarts => new(_store, _clock, _ids, FreeText, Schedules, Fidelity.Engagement);

    public EmployerEditing EmployerEditing => new(_store, _clock, _ids, Fidelity.Engagement, FreeText);

    public ContactEditing ContactEditing => new(_store, _clock, _ids, FreeText);

    public Openings Openings => new(_store, _clock, _ids, ClientLists.Default, Fidelity.Engagement, FreeText);

    public EmployerOverviews Overviews => new(_store, _clock);

    public LikelyDoubles LikelyDoubles => new(_store, _clock);

    public JobEnds JobEnds => new(_store, _clock, _ids, Schedules, Fidelity.Engagement);

    public EmployerSearching Searching => new(_store);

    public EmployerList List => new(_store, _clock, Fidelity.Engagement);

    public EmployerTimeline Timeline => new(_store);

    public EmployersNear Near => new(_store, _clock, Fidelity.Engagement);

    public EmployerEngagement Engagement => new(_store, _clock, _ids, Fidelity.Engagement, FreeText);

    public EngagementDecay Decay => new(_store, _clock, Fidelity.Engagement);

    public FidelityOptions Fidelity { get; set; } = new();

    /// <summary>With the words that come with the service.</summary>
    public static FreeTextCheck FreeText { get; } = new(new FreeTextGuard(GuardWordsReader.WithDefaults().ToWords()));

    public VisitLog Visits => new(_store, _clock, _ids, Fidelity, FreeText, Schedules);

    public VisitEditing Editing => new(_store, _clock, _ids, Fidelity, FreeText, Schedules);

    public FactChanges Facts => new(_store, _clock, _ids, Fidelity, Schedules);

    public PlannedVisits Planned => new(_store, _clock, _ids, Fidelity, FreeText, Schedules);

    public PlanInstead PlanInstead => new(_store, _clock, _ids, Fidelity, Schedules);

    public NextSteps NextSteps => new(_store, _clock, _ids, Fidelity, FreeText, Schedules);

    public SameLines SameLines => new(_store, _clock);

    public FollowUpContacts FollowUpContacts => new(_store, _clock);

    public MyWeek MyWeek => new(_store, _clock, Fidelity);

    public FollowUpActions FollowUps => new(_store, _clock, _ids, Schedules, FollowUpOptions);

    public static async Task<Desk> OpenAsync(TestDatabase database, Nation nation = Nation.EnglandAndWales) =>
        new(database.Store, await Rows.StoredAsync(database.Store, database.Ids, nation));

    /// <summary>The colleague, who leads the team.</summary>
    public Actor Lead => Actor.For(Rows.Colleague, Via.Chat);

    /// <summary>Somebody who keeps the system running.</summary>
    public Actor Admin => Actor.For(Rows.Person("Admin", Role.Admin), Via.Chat);

    public void Later(TimeSpan by) => _time.Now += by;

    public async Task<Undone> UndoAsync(Guid? step, Actor? actor = null)
    {
        var outcome = await TryUndoAsync(step, actor);
        Assert.Null(outcome.Refusal);
        return outcome.Value!;
    }

    public Task<Outcome<Undone>> TryUndoAsync(Guid? step, Actor? actor = null) =>
        new Undoing(_store, _clock, _ids, Fidelity, Schedules).UndoAsync(actor ?? Rows.Actor, step, null, null, TestContext.Current.CancellationToken);

    public Task<T> ReadAsync<T>(Func<ICrmSession, Task<T>> body) => _store.Read(body);

    public Task<T> WriteAsync<T>(Func<ICrmSession, Task<T>> body) => _store.Write(body);

    public Task WriteAsync(Func<ICrmSession, Task> body) => _store.Write(body);

    public Task<Visit?> VisitAsync(Guid id) => ReadAsync(session => session.Visits.VisitAsync(id));

    public Task<Outcome<VisitLogged>> LogAsync(LogVisit visit, Actor? actor = null) => Visits.LogAsync(actor ?? Rows.Actor, visit, null, TestContext.Current.CancellationToken);

    public Task<Outcome<VisitLogged>> EditAsync(ChangeVisit change) => Editing.ChangeAsync(Rows.Actor, change, null, TestContext.Current.CancellationToken);

    public Task<Outcome<VisitLogged>> SetAsync(SetFacts facts, Actor? actor = null) => Facts.SetAsync(actor ?? Rows.Actor, facts, null, TestContext.Current.CancellationToken);

    public Task<Outcome<VisitLogged>> HappenedAsync(VisitHappened happened, Actor? actor = null) =>
        Planned.HappenedAsync(actor ?? Rows.Actor, happened, null, TestContext.Current.CancellationToken);

    public Task<Outcome<VisitLogged>> MoveAsync(MoveVisit move) => Planned.MoveAsync(Rows.Actor, move, null, TestContext.Current.CancellationToken);

    public Task<Outcome<VisitLogged>> CancelAsync(CancelVisit cancel) => Planned.CancelAsync(Rows.Actor, cancel, null, TestContext.Current.CancellationToken);

    public Task<Outcome<VisitLogged>> NextAsync(AddNextStep next) => NextSteps.AddAsync(Rows.Actor, next, null, TestContext.Current.CancellationToken);
}
