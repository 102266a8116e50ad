using EmployerCrm.Core.Calendar;
using EmployerCrm.Core.People;
using EmployerCrm.Core.Privacy;

namespace EmployerCrm.Core.Conversations;

/// <summary>A line to keep until its author has answered a question about it.</summary>
public sealed record KeepLine
{
    /// <summary>From <see cref="Ids"/>, or that of the draft a further question is about.</summary>
    public required Guid Id { get; init; }

    public required string Text { get; init; }

    /// <summary>When the line was typed.</summary>
    public required DateTimeOffset TypedAt { get; init; }

    /// <summary>What is asked, as the bot calls it.</summary>
    public required string Question { get; init; }

    /// <summary>What has been answered so far, as the bot writes it.</summary>
    public required string Answers { get; init; }

    /// <summary>What of it is notes and titles: the guard looks at it before the line is kept.</summary>
    public required TypedTexts Typed { get; init; }

    /// <summary>What the person answered about the texts, if the guard asked.</summary>
    public GuardDecision? Guard { get; init; }
}

/// <summary>Lines that wait for one answer of their author before they can be recorded.</summary>
public sealed class OpenQuestions(ICrmStore store, LondonClock clock, FreeTextCheck freeText)
{
    /// <summary>For how long an unfinished line is kept.</summary>
    public static readonly TimeSpan Kept = TimeSpan.FromDays(7);

    /// <summary>Keeps the line with its question; an open draft with the same id is replaced by what is asked now. Refused while the guard has a question of its own, and for the id of somebody else's.</summary>
    public Task<Outcome<Draft>> AskAsync(Actor actor, KeepLine line, Alongside<Outcome<Draft>>? also, CancellationToken cancellationToken)
    {
        var now = clock.Now;
        return store.WriteAsync(session => AskAsync(session, actor, line, now), also, cancellationToken);
    }

    /// <summary>As above, in the transaction of something else.</summary>
    public async Task<Outcome<Draft>> AskAsync(ICrmSession session, Actor actor, KeepLine line, DateTimeOffset now)
    {
        ArgumentNullException.ThrowIfNull(session);
        ArgumentNullException.ThrowIfNull(actor);
        ArgumentNullException.ThrowIfNull(line);
        if (await freeText.RefusalAsync(session, actor, line.Typed, line.Guard) is { } unanswered)
            return unanswered;
        var draft = new Draft
        {
            Id = line.Id,
            SpecialistId = actor.SpecialistId ?? throw new ArgumentException("Only a person can be asked.", nameof(actor)),
            Text = line.Text, TypedAt = line.TypedAt, Question = line.Question, Answers = line.Answers, ExpiresAt = now + Kept, Version = 1,
        };
        if (await session.Conversations.DraftAsync(line.Id) is not { } open)
            await session.Conversations.AddAsync(draft);
        else if (open.SpecialistId != draft.SpecialistId)
            return RefusalReason.NotFound;
        else
            await session.Conversations.SaveAsync(draft with { Version = open.Version + 1 }, open.Version);
        return draft;
    }

    /// <summary>The author's draft; null when it is somebody else's, expired or finished.</summary>
    public Task<Draft?> DraftAsync(Actor actor, Guid draftId, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(actor);
        var now = clock.Now;
        return store.ReadAsync(
            async session => await session.Conversations.DraftAsync(draftId) is { } draft && draft.SpecialistId == actor.SpecialistId && draft.ExpiresAt > now
                ? draft
                : null,
            cancellationToken);
    }

    /// <summary>The author's open lines, newest first, with what else belongs to showing them.</summary>
    public Task<IReadOnlyList<Draft>> ListAsync(Actor actor, Alongside<IReadOnlyList<Draft>>? also, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(actor);
        var now = clock.Now;
        return store.WriteAsync(session => OfAsync(session, actor, now), also, cancellationToken);
    }

    /// <summary>The open line that the person was asked about last, if that was no longer ago than <paramref name="reach"/>.</summary>
    public async Task<Draft?> LatestAsync(Actor actor, TimeSpan reach, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(actor);
        var now = clock.Now;
        var drafts = await store.ReadAsync(session => OfAsync(session, actor, now), cancellationToken);
        return drafts.Where(draft => draft.AskedAt > now - reach).MaxBy(draft => draft.AskedAt);
    }

    /// <summary>The author gave the line up.</summary>
    public Task<bool> DropAsync(Actor actor, Guid draftId, Alongside<bool>? also, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(actor);
        return store.WriteAsync(
            async session =>
            {
                if (await session.Conversations.DraftAsync(draftId) is not { } draft || draft.SpecialistId != actor.SpecialistId)
                    return false;
                await session.Conversations.RemoveDraftAsync(draftId);
                return true;
            },
            also,
            cancellationToken);
    }

    private static async Task<IReadOnlyList<Draft>> OfAsync(ICrmSession session, Actor actor, DateTimeOffset now) =>
        actor.SpecialistId is { } specialistId ? await session.Conversations.DraftsOfAsync(specialistId, now) : [];
}
