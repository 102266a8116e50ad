using EmployerCrm.Core;
using EmployerCrm.Core.Placements;
using EmployerCrm.Core.Visits;
using EmployerCrm.Store.Tests.Support;

namespace EmployerCrm.Store.Tests.Visits;

internal enum VisitAct
{
    Log,
    Plan,
    State,
    Confirm,
    Edit,
    Happen,
    LogPlanned,
    Move,
    Cancel,
    NextStep,
    NothingNext,
    StartJob,
}

/// <summary>One thing that a specialist does with visits; the numbers choose which one and how.</summary>
internal sealed record VisitStep(VisitAct Act, int Which, int How)
{
    private const int Days = 9;

    /// <summary>Does it; refusals are part of the game.</summary>
    public async Task DoAsync(Desk desk, IReadOnlyList<Guid> employers, List<Guid> visits)
    {
        var visit = visits.Count == 0 ? null : await desk.VisitAsync(visits[Which % visits.Count]);
        var (id, version) = (visit?.Id ?? Guid.Empty, visit?.Version ?? 0);
        var outcome = Act switch
        {
            VisitAct.Log => await desk.LogAsync(Contact(desk, employers)),
            VisitAct.Plan => await desk.LogAsync(Contact(desk, employers) with { State = VisitState.Planned, On = desk.Today.AddDays(How % Days) }),
            VisitAct.State => await desk.SetAsync(new SetFacts { VisitId = id, ExpectedVersion = version, Stated = Stated() }),
            VisitAct.Confirm => await desk.SetAsync(new SetFacts { VisitId = id, ExpectedVersion = version, Confirmed = (VisitFields)How & VisitFields.All }),
            VisitAct.Edit => await desk.EditAsync(Edit(desk, employers, id, version)),
            VisitAct.Happen => await desk.HappenedAsync(new VisitHappened { VisitId = id, ExpectedVersion = version, On = How % 2 == 0 ? desk.Today.AddDays(-How % Days) : null, Stated = Stated() }),
            VisitAct.LogPlanned => await desk.LogAsync(Contact(desk, employers) with { PlannedVisitId = id, EmployerId = visit?.EmployerId ?? employers[0] }),
            VisitAct.Move => await desk.MoveAsync(new MoveVisit { VisitId = id, ExpectedVersion = version, On = desk.Today.AddDays(How % Days) }),
            VisitAct.Cancel => await desk.CancelAsync(new CancelVisit { VisitId = id, ExpectedVersion = version }),
            VisitAct.NextStep => await desk.NextAsync(new AddNextStep { VisitId = id, ExpectedVersion = version, Step = new PromisedStep("Thank-you", desk.Today.AddDays(1)) }),
            VisitAct.NothingNext => await desk.NextAsync(new AddNextStep { VisitId = id, ExpectedVersion = version }),
            _ => await StartJobAsync(desk, employers),
        };
        if (outcome?.Value is { } logged && !visits.Contains(logged.View.Visit.Id))
            visits.Add(logged.View.Visit.Id);
    }

    private LogVisit Contact(Desk desk, IReadOnlyList<Guid> employers) => new()
    {
        EmployerId = employers[Which % employers.Count],
        ContactName = How % 3 == 0 ? $"Person {How}" : null,
        ClientReference = How % 2 == 0 ? desk.Rows.Client.Reference : null,
        Channel = How % 4 == 0 ? Channel.Phone : Channel.InPerson,
        On = desk.Today.AddDays(-How % Days),
        Stated = How % 5 == 0 ? Stated() : StatedFacts.Nothing,
        Next = How % 7 == 0 ? new PromisedStep("Send CV", null) : null,
    };

    private StatedFacts Stated() => new()
    {
        Purpose = Which % 2 == 0 ? (Purpose)(How % 6) : null,
        Reached = Which % 3 == 0 ? (Reached)(How % 3) : null,
        ClientPresent = Which % 5 == 0 ? How % 2 == 0 : null,
        ClientSpecific = How % 3 == 0 ? How % 2 == 0 : null,
        MatchesPreferences = How % 5 == 0 ? How % 2 == 0 : null,
    };

    private ChangeVisit Edit(Desk desk, IReadOnlyList<Guid> employers, Guid id, int version) => new()
    {
        VisitId = id,
        ExpectedVersion = version,
        EmployerId = How % 2 == 0 ? employers[How % employers.Count] : null,
        ClientReference = (How % 3) switch { 0 => null, 1 => "", _ => desk.Rows.Client.Reference },
        Channel = How % 4 == 0 ? Channel.Email : Channel.InPerson,
        On = desk.Today.AddDays(-How % Days),
        ContactName = How % 3 == 0 ? null : $"Person {How}",
        Next = How % 2 == 0 ? null : new PromisedStep("Send CV", desk.Today.AddDays(How)),
        Stated = Stated(),
    };

    private async Task<Outcome<VisitLogged>?> StartJobAsync(Desk desk, IReadOnlyList<Guid> employers)
    {
        var start = new RecordJobStart { ClientReference = desk.Rows.Client.Reference, EmployerId = employers[Which % employers.Count], StartsOn = desk.Today.AddDays(How - Days) };
        await desk.JobStarts.RecordAsync(desk.Rows.Actor, start, null, CancellationToken.None);
        return null;
    }
}
