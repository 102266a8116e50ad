using EmployerCrm.Core;
using EmployerCrm.Core.Calendar;
using EmployerCrm.Core.Fidelity;
using EmployerCrm.Core.FollowUps;
using EmployerCrm.Core.People;
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

    public FollowUpActions FollowUps => new(_store, _clock, _ids);

    public static async Task<Desk> OpenAsync(TestDatabase database) => new(database.Store, await Rows.StoredAsync(database.Store, database.Ids));

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
