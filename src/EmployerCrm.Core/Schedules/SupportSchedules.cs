using EmployerCrm.Core.Clients;
using EmployerCrm.Core.FollowUps;
using EmployerCrm.Core.Placements;

namespace EmployerCrm.Core.Schedules;

/// <summary>What schedules owe, kept as the facts are: always inside the transaction of what changed the facts.</summary>
public sealed class SupportSchedules(ScheduleBook book, Ids ids)
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
                State = FollowUpState.Open, DoneAt = null, DoneById = null, OwnerId = client.OwnerId, AnchoredOn = placement.StartsOn, Occurrence = to.Occurrence,
                OpensOn = to.Opens, DueOn = to.Due, SnoozedTimes = 0,
            };
            await turn.Owed.ChangeAsync(turn.Session, before, after);
        }

        foreach (var step in change.Add)
            await turn.Owed.AddAsync(turn.Session, Row(turn, placement, client, placement.StartsOn, step));
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
    }

    /// <summary>
    /// Closes every step that the contact does: that may be done on its day, and needs no meeting in person unless it was one. Late ones too; the dates tell
    /// that it was late. Of what has no end the next time is owed.
    /// </summary>
    internal async Task FulfilAsync(SupportTurn turn, Client client, ContactMade made)
    {
        foreach (var open in await turn.Session.FollowUps.OpenStepsOfClientAsync(client.Id))
        {
            var does = open.Kind switch
            {
                FollowUpKind.ClientContact => made.WithClient,
                FollowUpKind.EmployerCheckIn => made.EmployerId == open.EmployerId,
                _ => false,
            };
            if (!does || open.OpensOn > made.On)
                continue;
            if (open.InPerson && !made.InPerson)
                turn.Owed.LeftOpen(open);
            else
                await DoneAsync(turn, open, client, made.On);
        }
    }

    /// <summary>Marks a step as done on a day, and owes its next time.</summary>
    internal async Task DoneAsync(SupportTurn turn, FollowUp open, Client client, DateOnly on)
    {
        var at = on == turn.Today ? turn.Now : Calendar.LondonClock.ToInstant(on.ToDateTime(new TimeOnly(12, 0)));
        await turn.Owed.ChangeAsync(turn.Session, open, open with { State = FollowUpState.Done, DoneAt = at, DoneById = turn.Actor.SpecialistId });
        await NextAsync(turn, open, client, on);
    }

    /// <summary>The next time of a step that was done, where it has one.</summary>
    internal async Task NextAsync(SupportTurn turn, FollowUp done, Client client, DateOnly on)
    {
        if (!IsSupported(client) || done is not { PlacementId: { } placementId, StepKey: { } key, AnchoredOn: { } anchor, Occurrence: { } occurrence }
            || await turn.Session.Placements.PlacementAsync(placementId) is not { } placement)
            return;
        var plan = await book.OfAsync(turn.Session, placement, client);
        if (plan.Step(key) is not { IsEndless: true } step || plan.After(step, anchor, occurrence, on) is not { } next || placement.EndsOn <= next.Opens)
            return;
        var there = (await turn.Session.FollowUps.OfPlacementAsync(placementId)).FirstOrDefault(row => row.StepKey == key && row.AnchoredOn == anchor && row.Occurrence == next.Occurrence);
        if (there is null)
            await turn.Owed.AddAsync(turn.Session, Row(turn, placement, client, anchor, next));
        else if (there.State == FollowUpState.Cancelled)
            await turn.Owed.ChangeAsync(turn.Session, there, there with { State = FollowUpState.Open, DoneAt = null, DoneById = null });
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
