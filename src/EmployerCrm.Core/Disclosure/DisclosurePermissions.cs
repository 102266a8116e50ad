using EmployerCrm.Core.Audit;
using EmployerCrm.Core.Calendar;
using EmployerCrm.Core.Clients;
using EmployerCrm.Core.Employers;
using EmployerCrm.Core.FollowUps;
using EmployerCrm.Core.Outbox;
using EmployerCrm.Core.People;
using EmployerCrm.Core.Privacy;
using EmployerCrm.Core.Schedules;
using EmployerCrm.Core.Undo;
using EmployerCrm.Core.Visits;

namespace EmployerCrm.Core.Disclosure;

/// <summary>What clients let employers know. Given, replaced or revoked, what is owed to the employer follows in the same transaction.</summary>
public sealed class DisclosurePermissions(ICrmStore store, LondonClock clock, FreeTextCheck freeText, SupportSchedules schedules)
{
    /// <summary>Records the permission in place of the one before; check-ins and the day to talk it through again are owed from now on.</summary>
    public Task<Outcome<PermissionRecorded>> GiveAsync(
        Actor actor, GivePermission give, Alongside<Outcome<PermissionRecorded>>? also, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(actor);
        ArgumentNullException.ThrowIfNull(give);
        var (now, keys) = (clock.Now, schedules.NewKeys());
        return store.WriteAsync(session => GiveAsync(SupportTurn.Begin(session, actor, now, keys), give), also, cancellationToken);
    }

    /// <summary>
    /// Ends the permission: nothing is said from now on, and everything that was owed to the employer about the client is owed no more. Where none was
    /// recorded, that nothing may be said is.
    /// </summary>
    public Task<Outcome<PermissionRecorded>> RevokeAsync(
        Actor actor, string clientReference, Guid employerId, Alongside<Outcome<PermissionRecorded>>? also, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(actor);
        var (now, keys) = (clock.Now, schedules.NewKeys());
        return store.WriteAsync(session => RevokeAsync(SupportTurn.Begin(session, actor, now, keys), clientReference, employerId), also, cancellationToken);
    }

    /// <summary>Records that it was talked through again and stays as it is.</summary>
    public Task<Outcome<PermissionRecorded>> RevisitAsync(
        Actor actor, string clientReference, Guid employerId, DateOnly? next, Alongside<Outcome<PermissionRecorded>>? also, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(actor);
        var (now, keys) = (clock.Now, schedules.NewKeys());
        return store.WriteAsync(session => RevisitAsync(SupportTurn.Begin(session, actor, now, keys), clientReference, employerId, next), also, cancellationToken);
    }

    /// <summary>What was recorded of a client's permissions, the latest first.</summary>
    public Task<Outcome<ClientPermissions>> OfClientAsync(Actor actor, string clientReference, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(actor);
        return store.ReadAsync<Outcome<ClientPermissions>>(
            async session =>
            {
                var found = await ClientChanges.OfTeamAsync(session, actor, clientReference);
                return found.Value is { } client ? new ClientPermissions(client.Reference, await session.Disclosure.OfClientAsync(client.Id)) : found.Refusal!;
            },
            cancellationToken);
    }

    private async Task<Outcome<PermissionRecorded>> GiveAsync(SupportTurn turn, GivePermission give)
    {
        var found = await FoundAsync(turn, give.ClientReference, give.EmployerId);
        if (found.Value is not { } about)
            return found.Refusal!;
        var givenOn = give.GivenOn ?? turn.Today;
        if ((Check(give, givenOn, turn.Today) ?? await freeText.RefusalAsync(turn.Session, turn.Actor, give.Typed, give.Guard)) is { } refusal)
            return refusal;

        var before = await turn.Session.Disclosure.HoldingAsync(about.Client.Id, about.Employer.Id);
        if (give.SeenId is { } seen && (before?.Id ?? Guid.Empty, before?.Version) != (seen, seen == Guid.Empty ? null : give.SeenVersion))
            return before is null ? RefusalReason.ChangedMeanwhile : await LatestChange.RefusalAsync(turn.Session, before.Id);
        var live = give.Level != DisclosureLevel.Nothing;
        var permission = new DisclosurePermission
        {
            Id = turn.Keys.Next(), ClientId = about.Client.Id, EmployerId = about.Employer.Id, TeamId = about.Client.TeamId, Level = give.Level,
            WhoMayBeTold = Text.OrNull(give.WhoMayBeTold), How = Text.OrNull(give.How), Wording = Text.OrNull(give.Wording), Adjustments = Text.OrNull(give.Adjustments),
            ConsentGiven = give.ConsentGiven, GivenOn = givenOn, RevisitOn = live ? give.RevisitOn ?? await PermissionRevisits.NextAsync(turn, schedules.Book, about.Client.TeamId, givenOn) : null,
            NotACondition = give.NotACondition, ProsAndCons = give.ProsAndCons, WordingAgreed = give.WordingAgreed,
            RevisitedOn = before is null ? null : turn.Today, RecordedById = turn.Actor.SpecialistId!.Value, RecordedAt = turn.Now, Version = 1,
        };
        if (before is not null && SaysTheSame(before, permission) && (give.RevisitOn ?? before.RevisitOn) == before.RevisitOn && (give.GivenOn ?? before.GivenOn) == before.GivenOn)
            return new PermissionRecorded(before, about.Client.Reference, about.Employer.Name, Known: true, turn.Owed, 0, turn.Today, null);
        if (before is not null)
            await turn.Session.Disclosure.SaveAsync(Ended(before, turn, PermissionEnd.Replaced), before.Version);
        await turn.Session.Disclosure.AddAsync(permission);
        var undo = new UndoRows { Permission = new RowVersion(permission.Id, permission.Version), EndedPermission = before };
        return await OwedAsync(turn, about, permission, undo, UndoKind.PermissionGiven, "permission-given", GuardDecision.Values(give.Guard, turn.Keys.Next()));
    }

    private async Task<Outcome<PermissionRecorded>> RevokeAsync(SupportTurn turn, string clientReference, Guid employerId)
    {
        var found = await FoundAsync(turn, clientReference, employerId);
        if (found.Value is not { } about)
            return found.Refusal!;
        if (await turn.Session.Disclosure.HoldingAsync(about.Client.Id, about.Employer.Id) is not { } before)
            return await GiveAsync(turn, new GivePermission { ClientReference = clientReference, EmployerId = employerId, Level = DisclosureLevel.Nothing });
        if (!before.IsLive)
            return new PermissionRecorded(before, about.Client.Reference, about.Employer.Name, Known: true, turn.Owed, 0, turn.Today, null);
        var ended = Ended(before, turn, PermissionEnd.Revoked);
        await turn.Session.Disclosure.SaveAsync(ended, before.Version);
        var undo = new UndoRows { Permission = new RowVersion(ended.Id, ended.Version), PermissionBefore = before };
        return await OwedAsync(turn, about, ended, undo, UndoKind.PermissionRevoked, "permission-revoked", []);
    }

    private async Task<Outcome<PermissionRecorded>> RevisitAsync(SupportTurn turn, string clientReference, Guid employerId, DateOnly? next)
    {
        var found = await FoundAsync(turn, clientReference, employerId);
        if (found.Value is not { } about)
            return found.Refusal!;
        if (await turn.Session.Disclosure.HoldingAsync(about.Client.Id, about.Employer.Id) is not { IsLive: true } before)
            return RefusalReason.NoPermission;
        if (next is { } day && VisitRules.CheckDay(VisitState.Planned, day, turn.Today) is { } refusal)
            return refusal;
        var after = before with { RevisitedOn = turn.Today, RevisitOn = next ?? await PermissionRevisits.NextAsync(turn, schedules.Book, about.Client.TeamId, turn.Today), Version = before.Version + 1 };
        await turn.Session.Disclosure.SaveAsync(after, before.Version);
        foreach (var open in (await turn.Session.FollowUps.OpenStepsOfClientAsync(about.Client.Id)).Where(row => PermissionRevisits.Is(row, about.Employer.Id)))
            await schedules.DoneAsync(turn, open, about.Client, turn.Today);
        var undo = new UndoRows { Permission = new RowVersion(after.Id, after.Version), PermissionBefore = before };
        return await OwedAsync(turn, about, after, undo, UndoKind.PermissionGiven, "permission-revisited", []);
    }

    /// <summary>What follows from a permission as it is now: the schedule's check-ins, the day to talk it through, and nothing to the employer without it.</summary>
    private async Task<Outcome<PermissionRecorded>> OwedAsync(
        SupportTurn turn, About about, DisclosurePermission permission, UndoRows undo, UndoKind kind, string action, IReadOnlyList<AuditValue> values)
    {
        // A check-in may be left of a job that is over, too.
        await SupportSchedules.CancelAsync(
            turn, about.Client, row => PermissionRevisits.Is(row, about.Employer.Id) || (!permission.IsLive && row.Kind == FollowUpKind.EmployerCheckIn && row.EmployerId == about.Employer.Id));
        if (!permission.IsLive)
        {
            await CancelToldAsync(turn, about);
            await turn.Session.Outbox.CancelAsync(new Unsent.OfClientAt(about.Client.Id, about.Employer.Id), OutboxReasons.PermissionRevoked, turn.Now);
        }

        await schedules.SyncAsync(turn, about.Client, about.Employer.Id);
        await PermissionRevisits.OweAsync(turn, permission, about.Client);
        var planned = permission.IsLive ? 0 : (await turn.Session.Visits.PlannedAtAsync(about.Client.OwnerId, about.Employer.Id)).Count(visit => visit.ClientReference == about.Client.Reference);
        var (stepId, auditId) = (turn.Keys.Next(), turn.Keys.Next());
        await turn.Session.Undo.AddAsync(turn.Owed.In(undo).Step(stepId, turn.Actor.SpecialistId!.Value, kind, permission.Id, turn.Now));
        await turn.Session.Audit.AddAsync(
            AuditEntry.Of(auditId, turn.Now, turn.Actor, action, "disclosure-permission", permission.Id), [.. values.Select(value => value with { AuditId = auditId })]);
        return new PermissionRecorded(permission, about.Client.Reference, about.Employer.Name, Known: false, turn.Owed, planned, turn.Today, stepId);
    }

    /// <summary>What was promised to the employer about the client, by whomever.</summary>
    private static async Task CancelToldAsync(SupportTurn turn, About about)
    {
        foreach (var summary in await turn.Session.FollowUps.OpenOfClientAsync(about.Client.Id))
        {
            if (summary.EmployerId == about.Employer.Id && summary.Kind is FollowUpKind.Promise or FollowUpKind.Reminder && await turn.Session.FollowUps.FollowUpAsync(summary.Id) is { } open)
                await turn.Owed.ChangeAsync(turn.Session, open, open with { State = FollowUpState.Cancelled, DoneAt = turn.Now, DoneById = turn.Actor.SpecialistId });
        }
    }

    private static async Task<Outcome<About>> FoundAsync(SupportTurn turn, string clientReference, Guid employerId)
    {
        var found = await ClientChanges.OfTeamAsync(turn.Session, turn.Actor, clientReference);
        if (found.Value is not { } client)
            return found.Refusal!;
        if (client.Status == ClientStatus.Closed)
            return new Refusal(RefusalReason.ClientClosed) { Names = [client.Reference] };
        return await turn.Session.Employers.EmployerAsync(employerId) is { } employer ? new About(client, employer) : RefusalReason.NotFound;
    }

    private static Refusal? Check(GivePermission give, DateOnly givenOn, DateOnly today)
    {
        if (PermissionField.Missing(give) is { Count: > 0 } missing)
            return new Refusal(RefusalReason.FieldsWrong) { Problems = missing };
        if (give.WhoMayBeTold?.Length > Limits.Title || give.How?.Length > Limits.Title || give.Wording?.Length > Limits.Notes || give.Adjustments?.Length > Limits.Notes)
            return new Refusal(RefusalReason.TextTooLong);
        return VisitRules.CheckDay(VisitState.Held, givenOn, today) ?? (give.RevisitOn is { } revisit ? VisitRules.CheckDay(VisitState.Planned, revisit, today) : null);
    }

    private static bool SaysTheSame(DisclosurePermission before, DisclosurePermission after) => before == after with
    {
        Id = before.Id, GivenOn = before.GivenOn, RevisitOn = before.RevisitOn, RevisitedOn = before.RevisitedOn, RecordedById = before.RecordedById, RecordedAt = before.RecordedAt,
        Version = before.Version,
    };

    private static DisclosurePermission Ended(DisclosurePermission before, SupportTurn turn, PermissionEnd how) =>
        before with { EndedOn = turn.Today, EndedAs = how, EndedById = turn.Actor.SpecialistId, Version = before.Version + 1 };

    private sealed record About(Client Client, Employer Employer);
}

/// <summary>What was recorded of a client's permissions, ended ones too.</summary>
public sealed record ClientPermissions(string ClientReference, IReadOnlyList<DisclosurePermission> Permissions);
