using EmployerCrm.Core.Audit;
using EmployerCrm.Core.Calendar;
using EmployerCrm.Core.People;
using EmployerCrm.Core.Undo;

namespace EmployerCrm.Core.Clients;

/// <summary>Taking on a client: a reference is issued, to be written into the clinical record, which alone links it to a person.</summary>
public sealed class NewClients(ICrmStore store, LondonClock clock, Ids ids, ClientLists lists)
{
    /// <summary>References of clients closed longer ago than this no longer keep others away.</summary>
    public static readonly int KeptApartDays = 730;

    private const int TriedAtOnce = 16;

    /// <summary>Adds the client to the actor's caseload under a reference that nobody has or had, with the audit and the step that undoes it.</summary>
    public Task<Outcome<ClientSaved>> IssueAsync(Actor actor, NewClient client, Alongside<Outcome<ClientSaved>>? also, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(actor);
        ArgumentNullException.ThrowIfNull(client);
        var now = clock.Now;
        var keys = new Keys(client.Id ?? ids.New(), ids.New(), ids.New(), ids.NewSeed());
        return store.WriteAsync(session => IssueAsync(session, actor, client, now, keys), also, cancellationToken);
    }

    private async Task<Outcome<ClientSaved>> IssueAsync(ICrmSession session, Actor actor, NewClient wanted, DateTimeOffset now, Keys keys)
    {
        if (actor is not { SpecialistId: { } specialistId, TeamId: { } teamId, Role: Role.Specialist or Role.TeamLead })
            return RefusalReason.NotAllowed;
        var today = DateOnly.FromDateTime(LondonClock.ToLocal(now));
        var (programme, programmeRefusal) = ClientRules.Programme(lists, wanted.Programme);
        var (jobTypes, jobTypesRefusal) = ClientRules.JobTypes(lists, wanted.PreferredJobTypes);
        if ((programmeRefusal ?? jobTypesRefusal ?? ClientRules.CheckEntry(wanted.EnteredOn, today)) is { } refusal)
            return refusal;
        if (await IsFinishedAsync(session, wanted))
            return RefusalReason.LineFinished;
        if (await ReserveAsync(session, teamId, today, now, keys.Seed) is not { } reference)
            return RefusalReason.NoReferenceLeft;

        var client = new Client
        {
            Id = keys.Client, Reference = reference, OwnerId = specialistId, TeamId = teamId, Programme = programme!, EnteredOn = wanted.EnteredOn,
            Status = ClientStatus.JobSearch, CheckReference = false,
        };
        await session.Clients.AddAsync(client, jobTypes);
        await session.Audit.AddAsync(AuditEntry.Of(keys.Audit, now, actor, "client-added", "client", client.Id), []);
        var step = new UndoRows { Client = new RowVersion(client.Id, client.Version) }.Step(keys.Undo, specialistId, UndoKind.ClientAdded, client.Id, now);
        await session.Undo.AddAsync(step);
        if (wanted.DraftId is { } draftId)
            await session.Conversations.RemoveDraftAsync(draftId);
        return new ClientSaved(client, jobTypes, ClientStatus.JobSearch, step.Id);
    }

    /// <summary>A reference that was never issued to anybody, and as far as there is room none of the team's with a slip in it. Null when none is left.</summary>
    private static async Task<string?> ReserveAsync(ICrmSession session, Guid teamId, DateOnly today, DateTimeOffset now, int seed)
    {
        var others = await session.Clients.ReferencesInUseAsync(teamId, today.AddDays(-KeptApartDays));
        foreach (var some in ClientReferences.Candidates(new Random(seed), others).Chunk(TriedAtOnce))
        {
            var issued = await session.Clients.IssuedAsync(some);
            foreach (var reference in some.Where(reference => !issued.Contains(reference)))
            {
                try
                {
                    await session.Clients.ReserveAsync(reference, now);
                    return reference;
                }
                catch (DuplicateKeyException)
                {
                    // Another node issued it just now.
                }
            }
        }

        return null;
    }

    private static async Task<bool> IsFinishedAsync(ICrmSession session, NewClient wanted) =>
        (wanted.DraftId is { } draftId && await session.Conversations.DraftAsync(draftId) is null)
        || (wanted.Id is { } id && await session.Clients.ClientAsync(id) is not null);

    private sealed record Keys(Guid Client, Guid Undo, Guid Audit, int Seed);
}
