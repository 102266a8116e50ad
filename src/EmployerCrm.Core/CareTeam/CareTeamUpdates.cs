using EmployerCrm.Core.Audit;
using EmployerCrm.Core.Calendar;
using EmployerCrm.Core.Clients;
using EmployerCrm.Core.Disclosure;
using EmployerCrm.Core.FollowUps;
using EmployerCrm.Core.People;
using EmployerCrm.Core.Placements;
using EmployerCrm.Core.Privacy;
using EmployerCrm.Core.Schedules;
using EmployerCrm.Core.Undo;
using EmployerCrm.Core.Visits;

namespace EmployerCrm.Core.CareTeam;

/// <summary>What a text for the care team is made of: recorded facts, and no notes. What shows it writes the sentences.</summary>
/// <param name="Adjustments">What was agreed to help at work, where a live permission holds it.</param>
/// <param name="NextContact">The next contact with the client that is owed.</param>
public sealed record CareTeamFacts(
    string ClientReference, ClientStatus Standing, IReadOnlyList<PlacementSummary> Jobs, PlacementSummary? Next, PlacementSummary? Ended, IReadOnlyList<string> Adjustments,
    DateOnly? NextContact, DateOnly Today);

/// <summary>A text that was shared with the care team, as its specialist edited it.</summary>
public sealed record ShareUpdate
{
    /// <summary>As issued, "JS12"; must be a client of the actor's team.</summary>
    public required string ClientReference { get; init; }

    public required string Text { get; init; }

    /// <summary>A role or a place: "care coordinator", "clinical record".</summary>
    public required string SharedWith { get; init; }

    /// <summary>The day in London; today when null.</summary>
    public DateOnly? SharedOn { get; init; }

    public GuardDecision? Guard { get; init; }

    /// <summary>What the guard looks at.</summary>
    public TypedTexts Typed => new() { ClientReference = ClientReference, Texts = [Text, SharedWith] };
}

/// <summary>An update that was recorded as shared.</summary>
/// <param name="Owed">What it did of what was owed, and what is owed next.</param>
/// <param name="UndoId">The step that takes it back.</param>
public sealed record UpdateShared(string ClientReference, CareTeamUpdate Update, OwedChange Owed, DateOnly Today, Guid UndoId);

/// <summary>That somebody of the care team said something back.</summary>
public sealed record RecordLiaison
{
    public required string ClientReference { get; init; }

    public required DateOnly On { get; init; }

    public required Channel Way { get; init; }

    public required string WithWhom { get; init; }

    public string? AboutWork { get; init; }

    public GuardDecision? Guard { get; init; }

    public TypedTexts Typed => new() { ClientReference = ClientReference, Texts = [CareTeamRoles.Has(WithWhom) ? null : WithWhom, AboutWork] };
}

/// <summary>Telling the care team how work goes, and what they said back.</summary>
public sealed class CareTeamUpdates(ICrmStore store, LondonClock clock, FreeTextCheck freeText, SupportSchedules schedules)
{
    /// <summary>The facts of a draft; nothing is saved.</summary>
    public Task<Outcome<CareTeamFacts>> DraftAsync(Actor actor, string clientReference, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(actor);
        var today = clock.Today;
        return store.ReadAsync<Outcome<CareTeamFacts>>(
            async session =>
            {
                var found = await ClientChanges.OfTeamAsync(session, actor, clientReference);
                return found.Value is { } client ? await FactsAsync(session, client, today) : found.Refusal!;
            },
            cancellationToken);
    }

    /// <summary>Records the text as shared; open care-team steps are done by it.</summary>
    public Task<Outcome<UpdateShared>> ShareAsync(Actor actor, ShareUpdate share, Alongside<Outcome<UpdateShared>>? also, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(actor);
        ArgumentNullException.ThrowIfNull(share);
        var (now, keys) = (clock.Now, schedules.NewKeys());
        return store.WriteAsync(session => ShareAsync(SupportTurn.Begin(session, actor, now, keys), share), also, cancellationToken);
    }

    /// <summary>Records what was heard back.</summary>
    public Task<Outcome<LiaisonContact>> LiaiseAsync(Actor actor, RecordLiaison liaison, Alongside<Outcome<LiaisonContact>>? also, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(actor);
        ArgumentNullException.ThrowIfNull(liaison);
        var (now, keys) = (clock.Now, schedules.NewKeys());
        return store.WriteAsync(session => LiaiseAsync(SupportTurn.Begin(session, actor, now, keys), liaison), also, cancellationToken);
    }

    private async Task<Outcome<UpdateShared>> ShareAsync(SupportTurn turn, ShareUpdate share)
    {
        var found = await ClientChanges.OfTeamAsync(turn.Session, turn.Actor, share.ClientReference);
        if (found.Value is not { } client)
            return found.Refusal!;
        var on = share.SharedOn ?? turn.Today;
        if ((Check(share.Text, share.SharedWith, on, turn.Today) ?? await freeText.RefusalAsync(turn.Session, turn.Actor, share.Typed, share.Guard)) is { } refusal)
            return refusal;
        var open = (await turn.Session.FollowUps.OpenStepsOfClientAsync(client.Id)).Where(row => row.Kind == FollowUpKind.CareTeamUpdate && !(row.OpensOn > on)).ToList();
        var update = new CareTeamUpdate
        {
            Id = turn.Keys.Next(), ClientId = client.Id, TeamId = client.TeamId, FollowUpId = open.Count > 0 ? open[0].Id : null, Text = share.Text.Trim(),
            SharedWith = share.SharedWith.Trim(), SharedOn = on, RecordedById = turn.Actor.SpecialistId!.Value, RecordedAt = turn.Now, Version = 1,
        };
        await turn.Session.CareTeam.AddAsync(update);
        foreach (var row in open)
            await schedules.DoneAsync(turn, row, client, on);
        var (stepId, auditId) = (turn.Keys.Next(), turn.Keys.Next());
        var undo = turn.Owed.In(new UndoRows { CareTeamUpdate = new RowVersion(update.Id, update.Version), AboutClientId = client.Id });
        await turn.Session.Undo.AddAsync(undo.Step(stepId, turn.Actor.SpecialistId.Value, UndoKind.CareTeamTold, update.Id, turn.Now));
        await turn.Session.Audit.AddAsync(AuditEntry.Of(auditId, turn.Now, turn.Actor, "care-team-told", "care-team-update", update.Id), GuardDecision.Values(share.Guard, auditId));
        return new UpdateShared(client.Reference, update, turn.Owed, turn.Today, stepId);
    }

    private async Task<Outcome<LiaisonContact>> LiaiseAsync(SupportTurn turn, RecordLiaison liaison)
    {
        var found = await ClientChanges.OfTeamAsync(turn.Session, turn.Actor, liaison.ClientReference);
        if (found.Value is not { } client)
            return found.Refusal!;
        if ((Check(liaison.AboutWork ?? "-", liaison.WithWhom, liaison.On, turn.Today) ?? await freeText.RefusalAsync(turn.Session, turn.Actor, liaison.Typed, liaison.Guard)) is { } refusal)
            return refusal;
        var contact = new LiaisonContact
        {
            Id = turn.Keys.Next(), ClientId = client.Id, TeamId = client.TeamId, On = liaison.On, Way = liaison.Way, WithWhom = liaison.WithWhom.Trim(),
            AboutWork = Core.Text.OrNull(liaison.AboutWork), RecordedById = turn.Actor.SpecialistId!.Value, RecordedAt = turn.Now, Version = 1,
        };
        await turn.Session.CareTeam.AddAsync(contact);
        var (stepId, auditId) = (turn.Keys.Next(), turn.Keys.Next());
        var undo = new UndoRows { Liaison = new RowVersion(contact.Id, contact.Version), AboutClientId = client.Id };
        await turn.Session.Undo.AddAsync(undo.Step(stepId, contact.RecordedById, UndoKind.LiaisonRecorded, contact.Id, turn.Now));
        await turn.Session.Audit.AddAsync(AuditEntry.Of(auditId, turn.Now, turn.Actor, "liaison-recorded", "liaison-contact", contact.Id), GuardDecision.Values(liaison.Guard, auditId));
        return contact;
    }

    internal static async Task<CareTeamFacts> FactsAsync(ICrmSession session, Client client, DateOnly today)
    {
        var jobs = await session.Placements.OfClientAsync(client.Id);
        var permissions = await session.Disclosure.OfClientAsync(client.Id);
        var owed = (await session.FollowUps.OpenStepsOfClientAsync(client.Id)).FirstOrDefault(row => row.Kind == FollowUpKind.ClientContact && row.DueOn >= today);
        return new CareTeamFacts(
            client.Reference,
            ClientStanding.Of(client.Status, jobs.Select(job => job.Span), today),
            [.. jobs.Where(job => job.Span.IsCurrent(today))],
            jobs.LastOrDefault(job => job.Span.IsToCome(today)),
            jobs.FirstOrDefault(job => job.EndsOn <= today),
            [.. permissions.Where(permission => permission is { IsLive: true, Level: DisclosureLevel.WordingAndAdjustments, Adjustments: not null }).Select(permission => permission.Adjustments!)],
            owed?.DueOn,
            today);
    }

    private static Refusal? Check(string text, string withWhom, DateOnly on, DateOnly today)
    {
        if (string.IsNullOrWhiteSpace(text) || string.IsNullOrWhiteSpace(withWhom))
            return new Refusal(RefusalReason.TitleMissing);
        if (text.Length > Limits.Notes || withWhom.Length > Limits.Name)
            return new Refusal(RefusalReason.TextTooLong);
        return VisitRules.CheckDay(VisitState.Held, on, today);
    }
}
