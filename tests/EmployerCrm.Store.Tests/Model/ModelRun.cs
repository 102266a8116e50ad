using EmployerCrm.Core;
using EmployerCrm.Core.Conversations;
using EmployerCrm.Core.FollowUps;
using EmployerCrm.Core.Visits;
using EmployerCrm.Store.Tests.Support;

namespace EmployerCrm.Store.Tests.Model;

/// <summary>Applies each step to the store and to the model, and compares what both say of it.</summary>
internal sealed class ModelRun(CrmStore store, Rows rows, Ids ids, DateTimeOffset start)
{
    public const int Slots = 4;

    private static readonly DateOnly Day = new(2026, 3, 27);

    private readonly Guid[] _ids = [.. Enumerable.Range(0, Slots * 4).Select(_ => ids.New())];

    /// <summary>A word that stands in the names of this run's employers.</summary>
    public string Word { get; } = $"tamarack{start.DayOfYear}q";

    public ClientModel Client { get; } = new(rows, ids);

    public ModelState State { get; private set; } = new();

    public async Task ApplyAsync(ModelUseCase useCase)
    {
        var after = State;
        try
        {
            await store.WriteAsync(
                async session =>
                {
                    after = State;
                    foreach (var step in useCase.Steps)
                        after = await StepAsync(session, after, step);
                    return useCase.Throws ? throw new ThrownOnPurposeException() : true;
                },
                CancellationToken.None);
            State = after;
        }
        catch (ThrownOnPurposeException)
        {
            // The store must be as it was before, as the model is.
        }
    }

    public Guid VisitId(int slot) => _ids[slot];

    public Guid FollowUpId(int slot) => _ids[Slots + slot];

    public Guid EmployerId(int slot) => _ids[(2 * Slots) + slot];

    public Guid DraftId(int slot) => _ids[(3 * Slots) + slot];

    public string ActivityKey(int slot) => $"{rows.Team.Id}|{slot}";

    public string ConversationId(int slot) => $"{rows.Team.Id}|{slot}";

    private Task<ModelState> StepAsync(ICrmSession session, ModelState state, ModelStep step) => step.Kind switch
    {
        StepKind.AddVisit or StepKind.SaveVisit or StepKind.RemoveVisit => VisitStepAsync(session, state, step),
        StepKind.AddFollowUp or StepKind.SaveFollowUp or StepKind.RemoveFollowUp => FollowUpStepAsync(session, state, step),
        StepKind.AddReceived or StepKind.Deliver or StepKind.Claim => ReceivedStepAsync(session, state, step),
        StepKind.AddDraft or StepKind.SaveDraft or StepKind.RemoveDraft => DraftStepAsync(session, state, step),
        >= StepKind.SaveClient => Client.StepAsync(session, state, step),
        _ => OtherStepAsync(session, state, step),
    };

    private async Task<ModelState> VisitStepAsync(ICrmSession session, ModelState state, ModelStep step)
    {
        var stored = state.Visits.GetValueOrDefault(step.Slot);
        var hit = stored?.Version == step.Number;
        var visit = rows.Visit(Day.AddDays(step.Number)) with
        {
            Id = VisitId(step.Slot),
            EmployerId = state.Employers.GetValueOrDefault(step.Number)?.Id ?? rows.Employer.Id,
            Channel = (Channel)step.Number,
            State = step.Slot == 0 ? VisitState.Planned : VisitState.Held,
            At = step.Number == 0 ? null : new TimeOnly(step.Number, step.Slot),
            Facts = Facts(step),
            ContactId = step.Number == 3 ? null : rows.Contact.Id,
        };
        switch (step.Kind)
        {
            case StepKind.AddVisit:
                return await AddedAsync(session.Visits.AddAsync(visit), stored is null) ? state with { Visits = state.Visits.Add(step.Slot, visit) } : state;
            case StepKind.SaveVisit:
                var changed = visit with { Version = step.Number + 1, Notes = $"changed {step.Number}" };
                Assert.Equal(hit, await session.Visits.SaveAsync(changed, step.Number));
                return hit ? state with { Visits = state.Visits.SetItem(step.Slot, changed) } : state;
            default:
                Assert.Equal(hit, await session.Visits.RemoveAsync(visit.Id, step.Number));
                return hit ? state with { Visits = state.Visits.Remove(step.Slot) } : state;
        }
    }

    private static VisitFacts Facts(ModelStep step) => new()
    {
        Purpose = (Purpose)((step.Slot + step.Number) % 6),
        Reached = (Reached)((step.Slot + (2 * step.Number)) % 3),
        ClientPresent = step.Number % 2 == 1,
        ClientSpecific = step.Slot % 2 == 1,
        MatchesPreferences = step.Number == 2 ? null : step.Number == 3,
        Assumed = (VisitFields)((step.Slot * 5) + (step.Number * 3)) & VisitFields.All,
    };

    private async Task<ModelState> FollowUpStepAsync(ICrmSession session, ModelState state, ModelStep step)
    {
        var stored = state.FollowUps.GetValueOrDefault(step.Slot);
        var hit = stored?.Version == step.Number;
        var followUp = rows.FollowUp(step.Number == 0 ? null : Day.AddDays(step.Number)) with
        {
            Id = FollowUpId(step.Slot),
            EmployerId = step.Slot == 1 ? null : rows.Employer.Id,
            DueAt = step.Number == 0 || step.Slot == 2 ? null : new TimeOnly(9 + ((step.Slot + step.Number) % 3), 30),
            CreatedAt = start.AddSeconds(step.Slot),
        };
        switch (step.Kind)
        {
            case StepKind.AddFollowUp:
                return await AddedAsync(session.FollowUps.AddAsync(followUp), stored is null) ? state with { FollowUps = state.FollowUps.Add(step.Slot, followUp) } : state;
            case StepKind.SaveFollowUp:
                var changed = followUp with { Version = step.Number + 1, State = step.Number == 2 ? FollowUpState.Done : FollowUpState.Open };
                Assert.Equal(hit, await session.FollowUps.SaveAsync(changed, step.Number));
                return hit ? state with { FollowUps = state.FollowUps.SetItem(step.Slot, changed) } : state;
            default:
                Assert.Equal(hit, await session.FollowUps.RemoveAsync(followUp.Id, step.Number));
                return hit ? state with { FollowUps = state.FollowUps.Remove(step.Slot) } : state;
        }
    }

    private async Task<ModelState> ReceivedStepAsync(ICrmSession session, ModelState state, ModelStep step)
    {
        var stored = state.Received.GetValueOrDefault(step.Slot);
        var (now, leaseUntil) = (start.AddSeconds(10 * (step.Number + 1)), start.AddSeconds(10 * (step.Number + 2)));
        switch (step.Kind)
        {
            case StepKind.AddReceived:
                var activity = rows.Received(ActivityKey(step.Slot), start.AddSeconds(step.Number));
                return await AddedAsync(session.Conversations.AddAsync(activity), stored is null) ? state with { Received = state.Received.Add(step.Slot, activity) } : state;
            case StepKind.Deliver:
                await session.Conversations.DeliveredAsync(ActivityKey(step.Slot));
                return stored is null ? state : state with { Received = state.Received.SetItem(step.Slot, rows.Received(stored.ActivityKey, stored.ReceivedAt) with { IsDelivered = true }) };
            default:
                var claimed = await session.Conversations.ClaimUndeliveredAsync(start.AddMilliseconds(-1), now, leaseUntil, Slots);
                var free = state.Received.Where(pair => !pair.Value.IsDelivered && pair.Value.LeaseUntil <= now)
                    .Select(pair => KeyValuePair.Create(pair.Key, pair.Value with { LeaseUntil = leaseUntil, Attempts = pair.Value.Attempts + 1 })).ToList();
                Assert.Equal(free.Select(pair => pair.Value).ToHashSet(), claimed.ToHashSet());
                return state with { Received = state.Received.SetItems(free) };
        }
    }

    private async Task<ModelState> DraftStepAsync(ICrmSession session, ModelState state, ModelStep step)
    {
        var stored = state.Drafts.GetValueOrDefault(step.Slot);
        var draft = rows.Draft() with { Id = DraftId(step.Slot), TypedAt = start.AddSeconds(step.Slot) };
        switch (step.Kind)
        {
            case StepKind.AddDraft:
                return await AddedAsync(session.Conversations.AddAsync(draft), stored is null) ? state with { Drafts = state.Drafts.Add(step.Slot, draft) } : state;
            case StepKind.SaveDraft:
                var (hit, changed) = (stored?.Version == step.Number, draft with { Version = step.Number + 1, Answers = $"{step.Number}" });
                Assert.Equal(hit, await session.Conversations.SaveAsync(changed, step.Number));
                return hit ? state with { Drafts = state.Drafts.SetItem(step.Slot, changed) } : state;
            default:
                await session.Conversations.RemoveDraftAsync(draft.Id);
                return state with { Drafts = state.Drafts.Remove(step.Slot) };
        }
    }

    private async Task<ModelState> OtherStepAsync(ICrmSession session, ModelState state, ModelStep step)
    {
        switch (step.Kind)
        {
            case StepKind.Count:
                var week = Day.AddDays(7 * step.Slot);
                var change = new WeekTally { InPerson = step.Number - 1, All = 1, Counted = -step.Number, DecisionMakersToConfirm = step.Number };
                await session.Visits.CountAsync(rows.Specialist.Id, week, change);
                return state with { Counts = state.Counts.SetItem(week, state.Counts.GetValueOrDefault(week, WeekTally.None) + change) };
            case StepKind.AddEmployer:
                var employer = rows.EmployerNamed($"{Word} {(char)('p' + step.Slot)}almyra") with { Id = EmployerId(step.Slot), CreatedAt = start };
                return await AddedAsync(session.Employers.AddAsync(employer), !state.Employers.ContainsKey(step.Slot))
                    ? state with { Employers = state.Employers.Add(step.Slot, employer) }
                    : state;
            case StepKind.RemoveEmployer:
                return await RemoveEmployerAsync(session, state, step);
            case StepKind.SaveConversation:
                var conversation = rows.Conversation() with { ConversationId = ConversationId(step.Slot), State = (ReferenceState)(step.Number % 2), UpdatedAt = start.AddSeconds(step.Number) };
                await session.Conversations.SaveAsync(conversation);
                return state with { Conversations = state.Conversations.SetItem(step.Slot, conversation) };
            default:
                var id = state.Employers.GetValueOrDefault(step.Slot)?.Id ?? rows.Employer.Id;
                await session.Employers.RecountActivityAsync(id, rows.Specialist.Id);
                Assert.Equal(state.ActivityOf(id, rows.Specialist.Id), (await session.Employers.ActivityAsync(id)).SingleOrDefault());
                return state;
        }
    }

    private async Task<ModelState> RemoveEmployerAsync(ICrmSession session, ModelState state, ModelStep step)
    {
        var id = EmployerId(step.Slot);
        await session.Employers.RecountActivityAsync(state.Employers.ContainsKey(step.Slot) ? id : rows.Employer.Id, rows.Specialist.Id);
        var removable = state.Employers.ContainsKey(step.Slot) && step.Number == 1 && state.Visits.Values.All(visit => visit.EmployerId != id);
        Assert.Equal(removable, await session.Employers.RemoveEmployerIfUnusedAsync(id, step.Number));
        return removable ? state with { Employers = state.Employers.Remove(step.Slot) } : state;
    }

    internal static async Task<bool> AddedAsync(Task adding, bool expected)
    {
        if (expected)
            await adding;
        else
            await Assert.ThrowsAsync<DuplicateKeyException>(() => adding);
        return expected;
    }

    private sealed class ThrownOnPurposeException : Exception;
}
