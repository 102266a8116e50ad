using EmployerCrm.Core;
using EmployerCrm.Core.Calendar;
using EmployerCrm.Core.Clients;
using EmployerCrm.Core.Fidelity;
using EmployerCrm.Core.FollowUps;
using EmployerCrm.Core.People;
using EmployerCrm.Core.Placements;
using EmployerCrm.Core.Undo;

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

    public Reminders Reminders => new(_store, _clock, _ids);

    public NewClients NewClients => new(_store, _clock, _ids, ClientLists.Default);

    public ClientChanges Changes => new(_store, _clock, _ids, ClientLists.Default);

    public ClientClosing Closing => new(_store, _clock, _ids);

    public ClientContacts Contacts => new(_store, _clock, _ids);

    public MyClients MyClients => new(_store, _clock);

    public JobStarts JobStarts => new(_store, _clock, _ids);

    public JobEnds JobEnds => new(_store, _clock, _ids);

    public FollowUpActions FollowUps => new(_store, _clock, _ids);

    public static async Task<Desk> OpenAsync(TestDatabase database) => new(database.Store, await Rows.StoredAsync(database.Store, database.Ids));

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
        new Undoing(_store, _clock, _ids, new FidelityOptions()).UndoAsync(actor ?? Rows.Actor, step, null, null, TestContext.Current.CancellationToken);

    private sealed class StandingClock(DateTimeOffset now) : TimeProvider
    {
        public DateTimeOffset Now { get; set; } = now;

        public override DateTimeOffset GetUtcNow() => Now;
    }
}
