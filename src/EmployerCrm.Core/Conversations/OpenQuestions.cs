using EmployerCrm.Core.Calendar;
using EmployerCrm.Core.People;

namespace EmployerCrm.Core.Conversations;

/// <summary>Lines that wait for one answer of their author before they can be recorded.</summary>
public sealed class OpenQuestions(ICrmStore store, LondonClock clock)
{
    /// <summary>For how long an unfinished line is kept.</summary>
    public static readonly TimeSpan Kept = TimeSpan.FromDays(7);

    /// <summary>Keeps the line with its question; an open draft with the same id is replaced by what is asked now.</summary>
    /// <param name="draftId">From <see cref="Ids"/>, or that of the draft a further question is about.</param>
    /// <param name="typedAt">When the line was typed.</param>
    public Task<Draft> AskAsync(
        Actor actor, Guid draftId, string text, DateTimeOffset typedAt, string question, string answers, Alongside<Draft>? also,
        CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(actor);
        var draft = new Draft
        {
            Id = draftId,
            SpecialistId = actor.SpecialistId ?? throw new ArgumentException("Only a person can be asked.", nameof(actor)),
            Text = text, TypedAt = typedAt, Question = question, Answers = answers, ExpiresAt = clock.Now + Kept, Version = 1,
        };
        return store.WriteAsync(
            async session =>
            {
                if (await session.Conversations.DraftAsync(draftId) is { } open && open.SpecialistId == draft.SpecialistId)
                    await session.Conversations.SaveAsync(draft with { Version = open.Version + 1 }, open.Version);
                else
                    await session.Conversations.AddAsync(draft);
                return draft;
            },
            also,
            cancellationToken);
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
