using EmployerCrm.Core.Clients;
using EmployerCrm.Core.FollowUps;
using EmployerCrm.Core.Placements;

namespace EmployerCrm.Core.Schedules;

/// <summary>What schedules owe, kept as the facts are: always inside the transaction of what changed the facts.</summary>
public sealed partial class SupportSchedules(ScheduleBook book, Ids ids)
{
    public ScheduleBook Book => book;

    /// <summary>Keys for the rows of one transaction.</summary>
    public RowKeys NewKeys() => new(ids);

    /// <summary>Makes what is owed for a job what its facts say: the first day, the end, whether support goes on, what may be said to the employer.</summary>
    internal async Task SyncAsync(SupportTurn turn, Placement placement, Client client)
    {
        var plan = await book.OfAsync(turn.Session, placement, client);
        var rows = await turn.Session.FollowUps.OfPlacementAsync(placement.Id);
        var holding = await turn.Session.Disclosure.HoldingAsync(client.Id, placement.EmployerId);
        var facts = new ScheduleFacts(
            placement.StartsOn, turn.Today, placement.EndsOn, IsSupported(client), holding?.IsLive == true);
        var change = Reanchoring.Of(
            [.. rows.Where(row => row.StepKey is not null).Select(row => new CreatedStep(row.Id, row.StepKey!, row.AnchoredOn!.Value, row.Occurrence!.Value, row.OpensOn!.Value, row.DueOn!.Value, row.State))],
            plan,
            facts);
        var byId = rows.ToDictionary(row => row.Id);
        foreach (var open in change.Cancel)
            await CancelAsync(turn, byId[open.FollowUpId]);
        foreach (var (created, to) in change.Move)
        {
            var before = byId[created.FollowUpId];
            var after = before with
            {
                State = FollowUpState.Open, DoneAt = null, DoneById = null, DoneThroughId = null, OwnerId = client.OwnerId, AnchoredOn = placement.StartsOn, Occurrence = to.Occurrence,
                OpensOn = to.Opens, DueOn = to.Due, SnoozedTimes = 0,
            };
            await turn.Owed.ChangeAsync(turn.Session, before, after);
        }

        foreach (var step in change.Add)
            await turn.Owed.AddAsync(turn.Session, Row(turn, placement, client, placement.StartsOn, step));
        await SettleNewAsync(turn, client);
    }

    /// <summary>The same for every job of the client that is not over.</summary>
    internal async Task SyncAsync(SupportTurn turn, Client client, Guid? employerId = null)
    {
        foreach (var job in await turn.Session.Placements.OfClientAsync(client.Id))
        {
            if (!(job.EndsOn <= turn.Today) && (employerId is null || job.EmployerId == employerId))
                await SyncAsync(turn, (await turn.Session.Placements.PlacementAsync(job.Id))!, client);
        }
    }

    /// <summary>Adds what is owed once because a job changed or because the service heard that it ended; what is there for that day is not added again.</summary>
    internal async Task OweAsync(SupportTurn turn, Placement placement, Client client, ScheduleAnchor anchor, DateOnly on)
    {
        var plan = await book.OfAsync(turn.Session, placement, client);
        var there = await turn.Session.FollowUps.OfPlacementAsync(placement.Id);
        foreach (var step in plan.Of(anchor, on, on).Where(step => !there.Any(row => row.StepKey == step.Step.Key && row.AnchoredOn == on)))
            await turn.Owed.AddAsync(turn.Session, Row(turn, placement, client, on, step));
        await SettleNewAsync(turn, client);
    }

    /// <summary>Cancels what is open of these kinds about a client.</summary>
    internal static async Task CancelAsync(SupportTurn turn, Client client, Func<FollowUp, bool> which)
    {
        foreach (var open in (await turn.Session.FollowUps.OpenStepsOfClientAsync(client.Id)).Where(which))
            await CancelAsync(turn, open);
    }

    /// <summary>What in-work support owes, whatever was promised beside it.</summary>
    internal static bool IsOfSupport(FollowUp row) => row.Kind is FollowUpKind.ClientContact or FollowUpKind.EmployerCheckIn or FollowUpKind.CareTeamUpdate;

    private static bool IsSupported(Client client) => client.Status is not (ClientStatus.SteppedDown or ClientStatus.Closed);

    private static Task CancelAsync(SupportTurn turn, FollowUp open) =>
        turn.Owed.ChangeAsync(turn.Session, open, open with { State = FollowUpState.Cancelled, DoneAt = turn.Now, DoneById = turn.Actor.SpecialistId });

    private static FollowUp Row(SupportTurn turn, Placement placement, Client client, DateOnly anchor, PlannedStep step) => new()
    {
        Id = turn.Keys.Next(), EmployerId = step.Step.Kind == StepKind.EmployerCheckIn ? placement.EmployerId : null, ClientId = client.Id, OwnerId = client.OwnerId,
        TeamId = client.TeamId, Title = step.Step.Title, DueOn = step.Due, State = FollowUpState.Open, CreatedAt = turn.Now, Kind = KindOf(step.Step.Kind),
        PlacementId = placement.Id, StepKey = step.Step.Key, AnchoredOn = anchor, Occurrence = step.Occurrence, OpensOn = step.Opens, InPerson = step.Step.InPerson, Version = 1,
    };

    private static FollowUpKind KindOf(StepKind kind) => kind switch
    {
        StepKind.EmployerCheckIn => FollowUpKind.EmployerCheckIn,
        StepKind.CareTeamUpdate => FollowUpKind.CareTeamUpdate,
        _ => FollowUpKind.ClientContact,
    };
}
