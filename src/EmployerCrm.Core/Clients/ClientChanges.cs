using EmployerCrm.Core.Audit;
using EmployerCrm.Core.Calendar;
using EmployerCrm.Core.People;
using EmployerCrm.Core.Undo;

namespace EmployerCrm.Core.Clients;

/// <summary>What is to be changed of a client; what is null stays.</summary>
public sealed record ChangeClient
{
    /// <summary>As issued, "JS12"; must be a client of the actor's team.</summary>
    public required string ClientReference { get; init; }

    /// <summary>The version the person saw; null when they saw none, as with a typed line.</summary>
    public int? ExpectedVersion { get; init; }

    /// <summary>As a person types it; found in the service's list.</summary>
    public string? Programme { get; init; }

    /// <summary>All of them, as a person types them; found in the service's list.</summary>
    public IReadOnlyList<string>? PreferredJobTypes { get; init; }

    /// <summary>The draft that this completes; it is removed in the same transaction.</summary>
    public Guid? DraftId { get; init; }
}

/// <summary>Looking a client up, and changing the programme and the preferred job types.</summary>
public sealed class ClientChanges(ICrmStore store, LondonClock clock, Ids ids, ClientLists lists)
{
    public Task<Outcome<ClientSaved>> ShowAsync(Actor actor, string clientReference, Alongside<Outcome<ClientSaved>>? also, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(actor);
        var today = clock.Today;
        return store.WriteAsync(Body, also, cancellationToken);

        async Task<Outcome<ClientSaved>> Body(ICrmSession session)
        {
            var found = await OfTeamAsync(session, actor, clientReference);
            return found.Value is { } client ? await SavedAsync(session, client, today, null) : found.Refusal!;
        }
    }

    /// <summary>Saves what is new with the audit and the step that undoes it, in one transaction; a version that moved on is refused.</summary>
    public Task<Outcome<ClientSaved>> ChangeAsync(Actor actor, ChangeClient change, Alongside<Outcome<ClientSaved>>? also, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(actor);
        ArgumentNullException.ThrowIfNull(change);
        var now = clock.Now;
        var (undoId, auditId) = (ids.New(), ids.New());
        return store.WriteAsync(session => ChangeAsync(session, actor, change, now, undoId, auditId), also, cancellationToken);
    }

    /// <summary>The client, or why the actor does not get it. A client of another team is as unknown as one that does not exist.</summary>
    internal static async Task<Outcome<Client>> OfTeamAsync(ICrmSession session, Actor actor, string clientReference)
    {
        if (actor is not { TeamId: { } teamId, Role: Role.Specialist or Role.TeamLead })
            return RefusalReason.NotAllowed;
        return await session.Clients.OfTeamAsync(teamId, clientReference) is { } client ? client : RefusalReason.ClientUnknown;
    }

    private async Task<Outcome<ClientSaved>> ChangeAsync(
        ICrmSession session, Actor actor, ChangeClient change, DateTimeOffset now, Guid undoId, Guid auditId)
    {
        var found = await OfTeamAsync(session, actor, change.ClientReference);
        if (found.Value is not { } before)
            return found.Refusal!;
        var today = DateOnly.FromDateTime(LondonClock.ToLocal(now));
        if (before.Status == ClientStatus.Closed)
            return new Refusal(RefusalReason.ClientClosed) { Names = [before.Reference] };
        if (change.ExpectedVersion is { } seen && seen != before.Version)
            return await LatestChange.RefusalAsync(session, before.Id);
        if (change.DraftId is { } draft && await session.Conversations.DraftAsync(draft) is null)
            return RefusalReason.LineFinished;
        var typesBefore = await session.Clients.PreferredJobTypesAsync(before.Id);
        var (programme, programmeRefusal) = change.Programme is { } typed ? ClientRules.Programme(lists, typed) : (before.Programme, null);
        var (types, typesRefusal) = change.PreferredJobTypes is { } typedTypes ? ClientRules.JobTypes(lists, typedTypes) : (typesBefore, null);
        if ((programmeRefusal ?? typesRefusal) is { } refusal)
            return refusal;
        if (change.DraftId is { } finished)
            await session.Conversations.RemoveDraftAsync(finished);
        if (programme == before.Programme && types.SequenceEqual(typesBefore, StringComparer.Ordinal))
            return await SavedAsync(session, before, today, null);

        var after = before with { Programme = programme!, Version = before.Version + 1 };
        if (!await session.Clients.SaveAsync(after, types, before.Version))
            return await LatestChange.RefusalAsync(session, before.Id);
        var rows = new UndoRows { Client = new RowVersion(after.Id, after.Version), ClientBefore = before, JobTypesBefore = typesBefore };
        await session.Undo.AddAsync(rows.Step(undoId, actor.SpecialistId!.Value, UndoKind.ClientChanged, after.Id, now));
        await session.Audit.AddAsync(
            AuditEntry.Of(auditId, now, actor, "client-changed", "client", after.Id),
            Changes(auditId, (before.Programme, after.Programme), (string.Join("; ", typesBefore), string.Join("; ", types))));
        return await SavedAsync(session, after, today, undoId);
    }

    private static async Task<Outcome<ClientSaved>> SavedAsync(ICrmSession session, Client client, DateOnly today, Guid? undoId) => new ClientSaved(
        client, await session.Clients.PreferredJobTypesAsync(client.Id), await ClientStanding.OfAsync(session, client, today), undoId);

    private static List<AuditValue> Changes(Guid auditId, (string Old, string New) programme, (string Old, string New) jobTypes)
    {
        (string Field, (string Old, string New) Values)[] fields = [("programme", programme), ("preferred-job-types", jobTypes)];
        return [.. fields.Where(field => field.Values.Old != field.Values.New)
            .Select(field => new AuditValue { AuditId = auditId, Field = field.Field, OldValue = field.Values.Old, NewValue = field.Values.New })];
    }
}
