using EmployerCrm.Core.Calendar;
using EmployerCrm.Core.Clients;
using EmployerCrm.Core.FollowUps;

namespace EmployerCrm.Core.Schedules;

/// <summary>
/// What contacts do of what is owed. A step is done exactly when a contact that is recorded does it, in whichever order things are typed, changed and
/// taken back; what a person marked as done is left alone.
/// </summary>
public sealed partial class SupportSchedules
{
    /// <summary>Closes every step that a contact which was just recorded does, and tells which it does not do because they need a meeting in person.</summary>
    internal async Task FulfilAsync(SupportTurn turn, Client client, ContactMade made)
    {
        foreach (var open in (await turn.Session.FollowUps.OpenStepsOfClientAsync(client.Id)).Where(made.IsFor))
        {
            if (made.Does(open))
                await DoneAsync(turn, open, client, made);
            else
                turn.Owed.LeftOpen(open);
        }

        await SettleNewAsync(turn, client);
    }

    /// <summary>
    /// After a contact was changed or taken away: what it did and no longer does is owed again, unless another contact does it, and what it does now is done.
    /// </summary>
    /// <param name="now">The contact as it is stored now; null when there is none any more.</param>
    /// <param name="clients">Whom it was about, before and now.</param>
    internal async Task ReconcileAsync(SupportTurn turn, Guid contactId, ContactMade? now, IEnumerable<Guid> clients)
    {
        var lost = (await turn.Session.FollowUps.DoneThroughAsync(contactId)).Where(row => now?.Does(row) != true || DoneOn(row) != now.On).ToList();
        var touched = new Dictionary<Guid, Client>();
        foreach (var id in clients.Concat(lost.Select(row => row.ClientId!.Value)))
            touched[id] = (await turn.Session.Clients.ClientAsync(id))!;
        foreach (var row in lost)
        {
            var open = row with { State = FollowUpState.Open, DoneAt = null, DoneById = null, DoneThroughId = null };
            if (IsSupported(touched[row.ClientId!.Value]))
                await turn.Owed.ChangeAsync(turn.Session, row, open);
            else
                await turn.Owed.ChangeAsync(turn.Session, row, open with { State = FollowUpState.Cancelled, DoneAt = turn.Now, DoneById = turn.Actor.SpecialistId });
        }

        foreach (var placementId in lost.Select(row => row.PlacementId).OfType<Guid>().Distinct())
        {
            if (await turn.Session.Placements.PlacementAsync(placementId) is { } placement)
                await SyncAsync(turn, placement, touched[placement.ClientId]);
        }

        foreach (var client in touched.Values)
            await SettleAsync(turn, client);
    }

    /// <summary>Marks a step as done by a person on a day, and owes its next time.</summary>
    internal Task DoneAsync(SupportTurn turn, FollowUp open, Client client, DateOnly on) => DoneAsync(turn, open, client, on, turn.Actor.SpecialistId, null);

    /// <summary>The next time of a step that was done, where it has one: the first that nobody has done.</summary>
    internal async Task NextAsync(SupportTurn turn, FollowUp done, Client client, DateOnly on)
    {
        if (!IsSupported(client) || done is not { PlacementId: { } placementId, StepKey: { } key, AnchoredOn: { } anchor, Occurrence: { } occurrence }
            || await turn.Session.Placements.PlacementAsync(placementId) is not { } placement)
            return;
        var plan = await book.OfAsync(turn.Session, placement, client);
        if (plan.Step(key) is not { IsEndless: true } step)
            return;
        var there = (await turn.Session.FollowUps.OfPlacementAsync(placementId)).Where(row => row.StepKey == key && row.AnchoredOn == anchor).ToDictionary(row => row.Occurrence!.Value);
        var next = plan.After(step, anchor, occurrence, on);
        while (next is not null && there.GetValueOrDefault(next.Occurrence)?.State == FollowUpState.Done)
            next = plan.After(step, anchor, next.Occurrence, next.Due);
        if (next is null || placement.EndsOn <= next.Opens)
            return;
        if (!there.TryGetValue(next.Occurrence, out var row))
            await turn.Owed.AddAsync(turn.Session, Row(turn, placement, client, anchor, next));
        else if (row.State == FollowUpState.Cancelled)
            await turn.Owed.ChangeAsync(turn.Session, row, row with { State = FollowUpState.Open, DoneAt = null, DoneById = null });
    }

    private Task DoneAsync(SupportTurn turn, FollowUp open, Client client, ContactMade made) => DoneAsync(turn, open, client, made.On, made.ById, made.Id);

    private async Task DoneAsync(SupportTurn turn, FollowUp open, Client client, DateOnly on, Guid? byId, Guid? throughId)
    {
        var at = on == turn.Today ? turn.Now : LondonClock.ToInstant(on.ToDateTime(new TimeOnly(12, 0)));
        await turn.Owed.ChangeAsync(turn.Session, open, open with { State = FollowUpState.Done, DoneAt = at, DoneById = byId, DoneThroughId = throughId });
        await NextAsync(turn, open, client, on);
    }

    /// <summary>What came to be owed in this turn may have been done before it: contacts are looked up only where that can be.</summary>
    private Task SettleNewAsync(SupportTurn turn, Client client) =>
        turn.Owed.Added.Concat(turn.Owed.Moved).Any(row => row.ClientId == client.Id && row.OpensOn <= turn.Today && row.Kind != FollowUpKind.CareTeamUpdate)
            ? SettleAsync(turn, client)
            : Task.CompletedTask;

    /// <summary>Closes what contacts that are recorded already do, the earliest contact first; until nothing open is left that one does.</summary>
    private async Task SettleAsync(SupportTurn turn, Client client)
    {
        IReadOnlyList<ContactMade>? contacts = null;
        while (true)
        {
            var open = (await turn.Session.FollowUps.OpenStepsOfClientAsync(client.Id))
                .Where(row => row is { PlacementId: not null, StepKey: not null, Kind: FollowUpKind.ClientContact or FollowUpKind.EmployerCheckIn } && row.OpensOn <= turn.Today).ToList();
            if (open.Count == 0)
                return;
            contacts ??= await ContactMade.SinceAsync(turn.Session, client.Id, open.Min(row => row.OpensOn!.Value));
            if (contacts.Count == 0 || await FirstDoneAsync(turn, client, open, contacts) is not var (step, made))
                return;
            await DoneAsync(turn, step, client, made);
        }
    }

    private async Task<(FollowUp Step, ContactMade Made)?> FirstDoneAsync(SupportTurn turn, Client client, List<FollowUp> open, IReadOnlyList<ContactMade> contacts)
    {
        foreach (var row in open)
        {
            var doing = contacts.Where(made => made.Does(row)).ToList();
            if (doing.Count == 0)
                continue;
            var step = (await book.OfAsync(turn.Session, (await turn.Session.Placements.PlacementAsync(row.PlacementId!.Value))!, client)).Step(row.StepKey!);
            foreach (var made in doing)
            {
                if (!IsBefore(made, row, step) && !(step?.IsEndless == true && await HasDoneAnotherAsync(turn, row, made)))
                    return (row, made);
            }
        }

        return null;
    }

    /// <summary>Who hears of a job's end has the three days before them: a contact that was recorded earlier that day is none of it.</summary>
    private static bool IsBefore(ContactMade made, FollowUp row, ScheduleStep? step) =>
        step?.Anchor is not (null or ScheduleAnchor.JobStart) && made.On <= row.AnchoredOn && made.LoggedAt < row.CreatedAt;

    /// <summary>Of what has no end a contact does one time only; of what ends it does all that are late.</summary>
    private static async Task<bool> HasDoneAnotherAsync(SupportTurn turn, FollowUp row, ContactMade made) =>
        (await turn.Session.FollowUps.DoneThroughAsync(made.Id)).Any(done => done.PlacementId == row.PlacementId && done.StepKey == row.StepKey && done.Id != row.Id);

    private static DateOnly DoneOn(FollowUp done) => DateOnly.FromDateTime(LondonClock.ToLocal(done.DoneAt!.Value));
}
