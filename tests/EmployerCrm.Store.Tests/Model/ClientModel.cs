using EmployerCrm.Core;
using EmployerCrm.Core.Clients;
using EmployerCrm.Core.Placements;
using EmployerCrm.Core.Visits;
using EmployerCrm.Store.Tests.Support;

namespace EmployerCrm.Store.Tests.Model;

/// <summary>The steps about the run's client: the client itself, its jobs and the contacts with it.</summary>
internal sealed class ClientModel(Rows rows, Ids ids)
{
    private static readonly DateOnly Day = new(2026, 3, 27);

    private readonly Guid[] _ids = [.. Enumerable.Range(0, ModelRun.Slots * 2).Select(_ => ids.New())];

    public async Task<ModelState> StepAsync(ICrmSession session, ModelState state, ModelStep step)
    {
        switch (step.Kind)
        {
            case StepKind.SaveClient:
                var stored = state.Client ?? rows.Client;
                var client = stored with { Status = (ClientStatus)(step.Slot % 2), Programme = $"P{step.Number}", Version = step.Number + 1 };
                var current = stored.Version == step.Number;
                Assert.Equal(current, await session.Clients.SaveAsync(client, [$"type {step.Slot}"], step.Number));
                return current ? state with { Client = client } : state;
            case StepKind.AddClientContact:
                var contact = rows.ClientContact(Day.AddDays(step.Number)) with { Id = ContactId(step.Slot) };
                var isNew = !state.Contacts.ContainsKey(step.Slot) && state.Contacts.Values.All(other => other.On != contact.On);
                return await ModelRun.AddedAsync(session.ClientContacts.AddAsync(contact), isNew) ? state with { Contacts = state.Contacts.Add(step.Slot, contact) } : state;
            case StepKind.RemoveClientContact:
                var kept = state.Contacts.GetValueOrDefault(step.Slot)?.Version == step.Number;
                Assert.Equal(kept, await session.ClientContacts.RemoveAsync(ContactId(step.Slot), step.Number));
                return kept ? state with { Contacts = state.Contacts.Remove(step.Slot) } : state;
            default:
                return await JobStepAsync(session, state, step);
        }
    }

    public async Task CompareAsync(ICrmSession session, ModelState state)
    {
        for (var slot = 0; slot < ModelRun.Slots; slot++)
        {
            Assert.Equal(state.Jobs.GetValueOrDefault(slot), await session.Placements.PlacementAsync(JobId(slot)));
            Assert.Equal(state.Contacts.GetValueOrDefault(slot), await session.ClientContacts.ContactAsync(ContactId(slot)));
        }

        var listing = Assert.Single(await session.Clients.OpenAsync(rows.Team.Id, rows.Specialist.Id));
        Assert.Equal(state.Client ?? rows.Client, listing.Client);
        Assert.Equal(state.Jobs.Values.OrderByDescending(job => job.StartsOn).Select(job => (job.Id, job.EndsOn, job.EndReason)), listing.Jobs.Select(job => (job.Id, job.EndsOn, job.EndReason)));
        Assert.Equal(Last(state), listing.LastContact is { } last ? (last.On, last.Kind) : null);
        Assert.Equal(ClientStanding.Of(listing.Client.Status, state.Jobs.Values.Select(job => new JobSpan(job.StartsOn, job.EndsOn)), Day) == ClientStatus.JobSearch ? 1 : 0,
            await session.Clients.JobSeekersOfOwnerAsync(rows.Specialist.Id, Day));
    }

    private static (DateOnly On, ClientContactKind Kind)? Last(ModelState state)
    {
        var visits = state.Visits.Values.Where(visit => visit.State == VisitState.Held && visit.Facts.ClientPresent).Select(visit => (visit.On, ClientContactKind.Visit));
        var all = visits.Concat(state.Contacts.Values.Select(contact => (contact.On, ClientContactKind.ClientContact))).ToList();
        return all.Count == 0 ? null : all.Max();
    }

    private async Task<ModelState> JobStepAsync(ICrmSession session, ModelState state, ModelStep step)
    {
        var stored = state.Jobs.GetValueOrDefault(step.Slot);
        var hit = stored?.Version == step.Number;
        switch (step.Kind)
        {
            case StepKind.AddPlacement:
                var job = rows.Placement(Day.AddDays(step.Number - 2)) with { Id = JobId(step.Slot) };
                var isNew = stored is null && state.Jobs.Values.All(other => other.StartsOn != job.StartsOn);
                return await ModelRun.AddedAsync(session.Placements.AddAsync(job), isNew) ? state with { Jobs = state.Jobs.Add(step.Slot, job) } : state;
            case StepKind.SavePlacement:
                var ended = (stored ?? rows.Placement() with { Id = JobId(step.Slot) }) with
                {
                    EndsOn = step.Slot == 3 ? null : Day.AddDays(step.Slot), EndReason = step.Slot == 1 ? JobEndReason.MovedOnToBetter : null, Version = step.Number + 1,
                };
                Assert.Equal(hit, await session.Placements.SaveAsync(ended, step.Number));
                return hit ? state with { Jobs = state.Jobs.SetItem(step.Slot, ended) } : state;
            default:
                Assert.Equal(hit, await session.Placements.RemoveAsync(JobId(step.Slot), step.Number));
                return hit ? state with { Jobs = state.Jobs.Remove(step.Slot) } : state;
        }
    }

    private Guid JobId(int slot) => _ids[slot];

    private Guid ContactId(int slot) => _ids[ModelRun.Slots + slot];
}
