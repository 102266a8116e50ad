using EmployerCrm.Core.Audit;
using EmployerCrm.Core.Calendar;
using EmployerCrm.Core.Clients;
using EmployerCrm.Core.Employers.Fields;
using EmployerCrm.Core.Engagement;
using EmployerCrm.Core.People;
using EmployerCrm.Core.Privacy;
using EmployerCrm.Core.Undo;

namespace EmployerCrm.Core.Employers;

/// <summary>What jobs employers have to give. Whoever hears of one records it for their team, whichever team looks after the employer.</summary>
public sealed class Openings(ICrmStore store, LondonClock clock, Ids ids, ClientLists lists, EngagementOptions engagement, FreeTextCheck freeText)
{
    /// <summary>How long an opening is live when nobody said, from the day on which somebody is wanted.</summary>
    public const int AssumedDays = 28;

    private const int FurthestDaysAhead = 366;

    public Task<Outcome<OpeningSaved>> RecordAsync(Actor actor, RecordOpening record, Alongside<Outcome<OpeningSaved>>? also, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(actor);
        ArgumentNullException.ThrowIfNull(record);
        var now = clock.Now;
        var (id, undoId, auditId) = (record.Id ?? ids.New(), ids.New(), ids.New());
        return store.WriteAsync(Body, also, cancellationToken);

        async Task<Outcome<OpeningSaved>> Body(ICrmSession session)
        {
            if (actor is not { SpecialistId: { } specialistId, TeamId: { } teamId, Role: Role.Specialist or Role.TeamLead })
                return RefusalReason.NotAllowed;
            if (await session.Employers.EmployerAsync(record.EmployerId) is not { } employer)
                return RefusalReason.NotFound;
            if (await session.Openings.OpeningAsync(id) is not null)
                return RefusalReason.LineFinished;
            var today = DateOnly.FromDateTime(LondonClock.ToLocal(now));
            var fields = new FieldReader();
            var opening = Read(fields, record, today) with { Id = id, TeamId = teamId, RecordedById = specialistId, RecordedAt = now };
            if (record.SaidById is { } saidById)
                fields.AddIf((await session.Employers.ContactAsync(saidById))?.EmployerId != employer.Id, OpeningField.SaidBy, FieldReason.ContactUnknown);
            if (fields.Refusal is { } wrong)
                return wrong;
            if ((await session.Openings.OfEmployerAsync(employer.Id)).FirstOrDefault(known => IsSame(known, opening, today)) is { } known)
                return new Refusal(RefusalReason.OpeningKnown) { Names = [known.Job] };
            if (await freeText.RefusalAsync(session, actor, new TypedTexts { EmployerId = employer.Id, Texts = [opening.Job, opening.Hours] }, record.Guard) is { } unanswered)
                return unanswered;
            await session.Openings.AddAsync(opening);
            await EmployerEvidence.ReplaceAsync(session, null, opening, LevelReason.Opening, engagement, now);
            await session.Audit.AddAsync(AuditEntry.Of(auditId, now, actor, "opening-recorded", "opening", id), GuardDecision.Values(record.Guard, auditId));
            await session.Undo.AddAsync(new UndoRows { Opening = new RowVersion(id, 1) }.Step(undoId, specialistId, UndoKind.OpeningRecorded, id, now));
            return new OpeningSaved(opening, employer, today, undoId);
        }
    }

    /// <summary>Closes an opening of the own team before its time, because it was filled or is gone.</summary>
    public Task<Outcome<OpeningSaved>> CloseAsync(
        Actor actor, Guid openingId, int expectedVersion, Alongside<Outcome<OpeningSaved>>? also, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(actor);
        var now = clock.Now;
        var (undoId, auditId) = (ids.New(), ids.New());
        return store.WriteAsync(Body, also, cancellationToken);

        async Task<Outcome<OpeningSaved>> Body(ICrmSession session)
        {
            if (actor is not { SpecialistId: { } specialistId, TeamId: { } teamId, Role: Role.Specialist or Role.TeamLead })
                return RefusalReason.NotAllowed;
            if (await session.Openings.OpeningAsync(openingId) is not { } before || before.TeamId != teamId)
                return RefusalReason.NotFound;
            var today = DateOnly.FromDateTime(LondonClock.ToLocal(now));
            var employer = (await session.Employers.EmployerAsync(before.EmployerId))!;
            if (before.ClosedOn is not null)
                return new OpeningSaved(before, employer, today, null);
            var after = before with { ClosedOn = today, Version = before.Version + 1 };
            if (before.Version != expectedVersion || !await session.Openings.SaveAsync(after, before.Version))
                return await LatestChange.RefusalAsync(session, openingId);
            await session.Audit.AddAsync(AuditEntry.Of(auditId, now, actor, "opening-closed", "opening", openingId), EmployerAudit.Values(auditId, before, after));
            var rows = new UndoRows { Opening = new RowVersion(openingId, after.Version), OpeningBefore = before };
            await session.Undo.AddAsync(rows.Step(undoId, specialistId, UndoKind.OpeningChanged, openingId, now));
            return new OpeningSaved(after, employer, today, undoId);
        }
    }

    /// <summary>The team's live openings: those that fit a client of the person first, then by the day on which they close.</summary>
    public Task<Outcome<OpeningsShown>> LiveAsync(Actor actor, Alongside<Outcome<OpeningsShown>>? also, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(actor);
        var today = clock.Today;
        return store.WriteAsync(Body, also, cancellationToken);

        async Task<Outcome<OpeningsShown>> Body(ICrmSession session)
        {
            if (actor is not { SpecialistId: { } specialistId, TeamId: { } teamId, Role: Role.Specialist or Role.TeamLead })
                return RefusalReason.NotAllowed;
            var wanted = (await session.Clients.WantedJobTypesAsync(specialistId)).ToLookup(row => row.JobType, row => row.Reference, StringComparer.Ordinal);
            var shown = (await session.Openings.LiveAsync(teamId, today))
                .Select(listing => new OpeningShown(listing, listing.JobType is { } jobType ? [.. wanted[jobType].Distinct(StringComparer.Ordinal)] : []));
            return new OpeningsShown([.. shown.OrderBy(opening => opening.FitsClients.Count > 0 ? 0 : 1)], today);
        }
    }

    private static bool IsSame(Opening known, Opening opening, DateOnly today) =>
        known.TeamId == opening.TeamId && known.IsLive(today) && FoldedText.Key(known.Job) == FoldedText.Key(opening.Job);

    private Opening Read(FieldReader fields, RecordOpening record, DateOnly today)
    {
        var job = fields.ReadLine(OpeningField.Job, record.Job, Limits.Name);
        fields.AddIf(job is null || FoldedText.Words(job).Count == 0, OpeningField.Job, FieldReason.Missing);
        var wantedFrom = record.From is { } from && from > today ? from : today;
        var closes = record.ClosesOn ?? wantedFrom.AddDays(AssumedDays);
        var furthest = today.AddDays(FurthestDaysAhead);
        fields.AddIf(record.From > furthest || record.From < today.AddDays(-FurthestDaysAhead), OpeningField.From, FieldReason.DayUnlikely);
        fields.AddIf(record.ClosesOn is not null && (closes < today || closes > furthest), OpeningField.Closes, FieldReason.DayUnlikely);
        return new Opening
        {
            Id = Guid.Empty, EmployerId = record.EmployerId, TeamId = Guid.Empty, Job = job ?? string.Empty,
            JobType = record.JobType is { } jobType ? lists.FindJobType(jobType) : JobTypeWords.Find(lists, job ?? string.Empty),
            Hours = fields.ReadLine(OpeningField.Hours, record.Hours, Limits.Name), From = record.From, ClosesOn = closes, SaidById = record.SaidById,
            RecordedById = Guid.Empty, RecordedAt = default, Version = 1,
        };
    }
}
