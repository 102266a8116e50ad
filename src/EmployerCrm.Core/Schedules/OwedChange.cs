using EmployerCrm.Core.FollowUps;
using EmployerCrm.Core.Outbox;
using EmployerCrm.Core.Undo;

namespace EmployerCrm.Core.Schedules;

/// <summary>A follow-up before and after.</summary>
public sealed record ChangedFollowUp(FollowUp Before, FollowUp After);

/// <summary>What a turn changed of what schedules owe.</summary>
public sealed class OwedChange
{
    private readonly List<FollowUp> _added = [];
    private readonly List<ChangedFollowUp> _changed = [];
    private readonly List<FollowUp> _notMet = [];

    /// <summary>What is owed from now on.</summary>
    public IReadOnlyList<FollowUp> Added => [.. _added.Where(row => row.State == FollowUpState.Open)];

    public IReadOnlyList<ChangedFollowUp> Changed => _changed;

    /// <summary>What was open, or came to be owed just now, and is done by what was recorded.</summary>
    public IEnumerable<FollowUp> Closed => _changed.Where(change => change is { Before.State: not FollowUpState.Done, After.State: FollowUpState.Done }).Select(change => change.After)
        .Concat(_added.Where(row => row.State == FollowUpState.Done));

    /// <summary>What is owed no more, though nobody did it.</summary>
    public IEnumerable<FollowUp> Cancelled => _changed.Where(change => change is { Before.State: FollowUpState.Open, After.State: FollowUpState.Cancelled }).Select(change => change.After);

    /// <summary>What is owed on another day than before, or again after it was cancelled.</summary>
    public IEnumerable<FollowUp> Moved => Shifted.Select(change => change.After);

    /// <summary>The same, with what it was before.</summary>
    public IEnumerable<ChangedFollowUp> Shifted => _changed.Where(change =>
        change.After.State == FollowUpState.Open && (change.Before.State == FollowUpState.Cancelled || (change.Before.State == FollowUpState.Open && change.Before.DueOn != change.After.DueOn)));

    /// <summary>What was done, and is owed again because what did it turned out otherwise.</summary>
    public IEnumerable<FollowUp> Reopened => _changed.Where(change => change is { Before.State: FollowUpState.Done, After.State: FollowUpState.Open }).Select(change => change.After);

    public bool IsEmpty => _added.Count == 0 && _changed.Count == 0;

    /// <summary>Open steps that what was recorded does not do, for they need a meeting in person.</summary>
    public IReadOnlyList<FollowUp> NotMet => _notMet;

    internal async Task AddAsync(ICrmSession session, FollowUp followUp)
    {
        await session.FollowUps.AddAsync(followUp);
        _added.Add(followUp);
    }

    /// <summary>Saves a follow-up that was read in this transaction. One that was added or changed in it before is one change still.</summary>
    internal async Task ChangeAsync(ICrmSession session, FollowUp before, FollowUp after)
    {
        var saved = after with { Version = before.Version + 1 };
        await session.FollowUps.SaveAsync(saved, before.Version);
        if (saved.DoneAt is { } at)
            await Recall.FollowUpAsync(session, before, saved, at);
        if (_added.FindIndex(row => row.Id == saved.Id) is >= 0 and var added)
            _added[added] = saved;
        else if (_changed.FindIndex(change => change.After.Id == saved.Id) is >= 0 and var changed)
            _changed[changed] = _changed[changed] with { After = saved };
        else
            _changed.Add(new ChangedFollowUp(before, saved));
    }

    internal void LeftOpen(FollowUp followUp) => _notMet.Add(followUp);

    /// <summary>The rows that undo a use case, with these.</summary>
    internal UndoRows In(UndoRows rows) => rows with
    {
        AddedFollowUps = [.. rows.AddedFollowUps, .. _added.Select(row => new RowVersion(row.Id, row.Version))],
        MovedFollowUps = [.. rows.MovedFollowUps, .. _changed.Select(change => new MovedFollowUp(new RowVersion(change.After.Id, change.After.Version), change.Before))],
    };
}
