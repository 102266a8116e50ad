using EmployerCrm.Core.Audit;
using EmployerCrm.Core.Calendar;
using EmployerCrm.Core.People;
using EmployerCrm.Core.Privacy;
using EmployerCrm.Core.Schedules;
using EmployerCrm.Core.Undo;

namespace EmployerCrm.Core.FollowUps;

/// <summary>What colleagues do for one another's follow-ups: take them over, write beside them, see what happened to them.</summary>
public sealed class FollowUpSharing(ICrmStore store, LondonClock clock, Ids ids, FreeTextCheck freeText, SupportSchedules schedules)
{
    /// <summary>Gives one follow-up to a colleague of the same team. Anybody of the team may, so that a colleague can cover.</summary>
    public Task<Outcome<FollowUpsGiven>> GiveAsync(Actor actor, Guid followUpId, Guid toId, Alongside<Outcome<FollowUpsGiven>>? also, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(actor);
        var (now, keys) = (clock.Now, schedules.NewKeys());
        return store.WriteAsync(
            async session => await session.FollowUps.FollowUpAsync(followUpId) is { State: FollowUpState.Open } open
                ? await GiveAsync(SupportTurn.Begin(session, actor, now, keys), open.OwnerId, toId, [open])
                : RefusalReason.NotFound,
            also,
            cancellationToken);
    }

    /// <summary>
    /// Gives everything open that a person owes to a colleague of the same team: all of it when somebody leaves, or what is due by a day while they are away.
    /// A team lead for anybody of the team, and each person for themselves.
    /// </summary>
    public Task<Outcome<FollowUpsGiven>> GiveAllAsync(
        Actor actor, Guid fromId, Guid toId, DateOnly? dueBy, Alongside<Outcome<FollowUpsGiven>>? also, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(actor);
        var (now, keys) = (clock.Now, schedules.NewKeys());
        return store.WriteAsync(
            async session => MayGiveAll(actor, fromId)
                ? await GiveAsync(
                    SupportTurn.Begin(session, actor, now, keys), fromId, toId,
                    [.. (await session.FollowUps.OpenRowsOfOwnerAsync(fromId)).Where(open => dueBy is null || open.DueOn <= dueBy)])
                : RefusalReason.NotAllowed,
            also,
            cancellationToken);
    }

    /// <summary>What <see cref="GiveAllAsync"/> would give, and to whom it can go; nothing changes.</summary>
    public Task<Outcome<FollowUpsToGive>> PreviewAllAsync(Actor actor, Guid fromId, DateOnly? dueBy, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(actor);
        var today = clock.Today;
        return store.ReadAsync<Outcome<FollowUpsToGive>>(
            async session =>
            {
                if (await OpenAsync(session, actor, fromId, dueBy) is not ({ } from, var open))
                    return RefusalReason.NotAllowed;
                var leave = await session.Settings.LeaveAsync(fromId, today) is [var next, ..] ? next : null;
                return new FollowUpsToGive(from, open, [.. (await Colleagues.OfAsync(session, from.TeamId, today)).Where(person => person.Id != fromId)], leave, today);
            },
            cancellationToken);
    }

    /// <summary>What <see cref="GiveAllAsync"/> would give; nothing is changed.</summary>
    public Task<Outcome<HandOverShown>> PreviewHandOverAsync(
        Actor actor, Guid fromId, Guid toId, DateOnly? dueBy, Alongside<Outcome<HandOverShown>>? also, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(actor);
        var today = clock.Today;
        return store.WriteAsync(Body, also, cancellationToken);

        async Task<Outcome<HandOverShown>> Body(ICrmSession session)
        {
            if (await OpenAsync(session, actor, fromId, dueBy) is not ({ } from, var items))
                return RefusalReason.NotAllowed;
            var to = await session.People.SpecialistAsync(toId);
            if (!Colleagues.MayStandIn(to, from, today))
                return RefusalReason.NobodyToTakeOver;
            return new HandOverShown(from, to, items, dueBy, today);
        }
    }

    /// <summary>Who of the person's own team may take something over, by name; the person too.</summary>
    public Task<Outcome<TeamShown>> ColleaguesAsync(Actor actor, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(actor);
        var today = clock.Today;
        return store.ReadAsync<Outcome<TeamShown>>(
            async session => actor is { TeamId: { } teamId, Role: Role.Specialist or Role.TeamLead }
                ? new TeamShown(await Colleagues.OfAsync(session, teamId, today))
                : RefusalReason.NotAllowed,
            cancellationToken);
    }

    /// <summary>Writes beside a follow-up.</summary>
    public Task<Outcome<FollowUpHistory>> CommentAsync(Actor actor, AddComment comment, Alongside<Outcome<FollowUpHistory>>? also, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(actor);
        ArgumentNullException.ThrowIfNull(comment);
        var (now, commentId, auditId) = (clock.Now, ids.New(), ids.New());
        return store.WriteAsync(Body, also, cancellationToken);

        async Task<Outcome<FollowUpHistory>> Body(ICrmSession session)
        {
            var found = await OfTeamAsync(session, actor, comment.FollowUpId);
            if (found.Value is not { } followUp)
                return found.Refusal!;
            if (string.IsNullOrWhiteSpace(comment.Text))
                return RefusalReason.TitleMissing;
            if (comment.Text.Length > Limits.Notes)
                return RefusalReason.TextTooLong;
            var client = followUp.ClientId is { } clientId ? await session.Clients.ClientAsync(clientId) : null;
            var typed = new TypedTexts { EmployerId = followUp.EmployerId, ClientReference = client?.Reference, Texts = [comment.Text] };
            if (await freeText.RefusalAsync(session, actor, typed, comment.Guard) is { } unanswered)
                return unanswered;
            await session.FollowUps.AddAsync(new FollowUpComment
            {
                Id = commentId, FollowUpId = followUp.Id, SpecialistId = actor.SpecialistId!.Value, Text = comment.Text.Trim(), WrittenAt = now,
            });
            await session.Audit.AddAsync(AuditEntry.Of(auditId, now, actor, "follow-up-commented", "follow-up", followUp.Id), GuardDecision.Values(comment.Guard, auditId));
            return await HistoryAsync(session, followUp.Id);
        }
    }

    /// <summary>What was written beside a follow-up and what happened to it.</summary>
    public Task<Outcome<FollowUpHistory>> HistoryAsync(Actor actor, Guid followUpId, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(actor);
        return store.ReadAsync<Outcome<FollowUpHistory>>(
            async session =>
            {
                var found = await OfTeamAsync(session, actor, followUpId);
                return found.Value is null ? found.Refusal! : await HistoryAsync(session, followUpId);
            },
            cancellationToken);
    }

    private static async Task<Outcome<FollowUpsGiven>> GiveAsync(SupportTurn turn, Guid fromId, Guid toId, IReadOnlyList<FollowUp> rows)
    {
        var session = turn.Session;
        if (turn.Actor.SpecialistId is not { } actorId || await session.People.SpecialistAsync(fromId) is not { } from || !turn.Actor.WorksIn(from.TeamId))
            return RefusalReason.NotAllowed;
        var to = await session.People.SpecialistAsync(toId);
        if (!Colleagues.MayStandIn(to, from, turn.Today))
            return RefusalReason.NobodyToTakeOver;
        foreach (var row in rows.Where(row => row.TeamId == from.TeamId))
        {
            await turn.Owed.ChangeAsync(session, row, row with { OwnerId = to.Id });
            var auditId = turn.Keys.Next();
            await session.Audit.AddAsync(
                AuditEntry.Of(auditId, turn.Now, turn.Actor, "follow-up-given", "follow-up", row.Id),
                [new AuditValue { AuditId = auditId, Field = FollowUpStory.Owner, OldValue = from.Id.ToString(), NewValue = to.Id.ToString() }]);
        }

        if (turn.Owed.Changed.Count == 0)
            return new FollowUpsGiven(from.Name, to.Name, 0, null);
        var stepId = turn.Keys.Next();
        await session.Undo.AddAsync(turn.Owed.In(new UndoRows()).Step(stepId, actorId, UndoKind.FollowUpGiven, turn.Owed.Changed[0].After.Id, turn.Now));
        return new FollowUpsGiven(from.Name, to.Name, turn.Owed.Changed.Count, stepId);
    }

    /// <summary>Whose it is and what of it would be given; nobody where the actor may not give it.</summary>
    private static async Task<(Specialist? From, IReadOnlyList<FollowUpSummary> Items)> OpenAsync(ICrmSession session, Actor actor, Guid fromId, DateOnly? dueBy)
    {
        if (actor.SpecialistId is null || !MayGiveAll(actor, fromId) || await session.People.SpecialistAsync(fromId) is not { } from || !actor.WorksIn(from.TeamId))
            return (null, []);
        return (from, [.. (await session.FollowUps.OpenOfOwnerAsync(fromId, dueBy)).Where(item => item.TeamId == from.TeamId)]);
    }

    private static bool MayGiveAll(Actor actor, Guid fromId) => actor.Role == Role.TeamLead || actor.Role is null || actor.SpecialistId == fromId;

    internal static async Task<Outcome<FollowUp>> OfTeamAsync(ICrmSession session, Actor actor, Guid followUpId)
    {
        if (await session.FollowUps.FollowUpAsync(followUpId) is not { } followUp)
            return RefusalReason.NotFound;
        return actor.SpecialistId is not null && actor.WorksIn(followUp.TeamId) ? followUp : RefusalReason.NotAllowed;
    }

    private static async Task<FollowUpHistory> HistoryAsync(ICrmSession session, Guid followUpId) =>
        new((await session.FollowUps.SummariesAsync([followUpId]))[0], await FollowUpStory.OfAsync(session, followUpId));
}
