using EmployerCrm.Core.Audit;
using EmployerCrm.Core.Calendar;
using EmployerCrm.Core.People;

namespace EmployerCrm.Core.Employers;

/// <summary>The views that a person keeps, their own and nobody else's.</summary>
public sealed class SavedViews(ICrmStore store, LondonClock clock, Ids ids)
{
    /// <summary>More than this are no help any more.</summary>
    public const int Most = 20;

    public Task<IReadOnlyList<SavedView>> OfAsync(Actor actor, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(actor);
        return store.ReadAsync<IReadOnlyList<SavedView>>(async session => actor.SpecialistId is { } id ? await session.SavedViews.OfAsync(id) : [], cancellationToken);
    }

    /// <summary>Keeps a view under a name; one of that name is replaced.</summary>
    public Task<Outcome<SavedView>> SaveAsync(Actor actor, string? name, string address, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(actor);
        ArgumentNullException.ThrowIfNull(address);
        var (now, id, auditId, kept) = (clock.Now, ids.New(), ids.New(), Text.OrNull(name));
        return store.WriteAsync(Body, cancellationToken);

        async Task<Outcome<SavedView>> Body(ICrmSession session)
        {
            if (actor.SpecialistId is not { } specialistId)
                return RefusalReason.NotAllowed;
            if (kept is null || FoldedText.Key(kept).Length == 0)
                return RefusalReason.NameMissing;
            if (kept.Length > SavedView.LongestName || address.Length > SavedView.LongestAddress)
                return RefusalReason.TextTooLong;
            var key = FoldedText.Key(kept);
            var others = (await session.SavedViews.OfAsync(specialistId)).Count(view => FoldedText.Key(view.Name) != key);
            if (others >= Most)
                return RefusalReason.TooManyAtOnce;
            await session.SavedViews.RemoveAsync(specialistId, kept);
            var view = new SavedView { Id = id, SpecialistId = specialistId, Name = kept, Address = address, SavedAt = now };
            await session.SavedViews.AddAsync(view);
            await session.Audit.AddAsync(AuditEntry.Of(auditId, now, actor, "view-saved", "view", id), []);
            return view;
        }
    }

    /// <summary>Gives a view up; tells nothing of one that is not there.</summary>
    public Task<Outcome<SavedView>> RemoveAsync(Actor actor, Guid viewId, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(actor);
        var (now, auditId) = (clock.Now, ids.New());
        return store.WriteAsync(Body, cancellationToken);

        async Task<Outcome<SavedView>> Body(ICrmSession session)
        {
            if (actor.SpecialistId is not { } specialistId)
                return RefusalReason.NotAllowed;
            if ((await session.SavedViews.OfAsync(specialistId)).FirstOrDefault(view => view.Id == viewId) is not { } view)
                return RefusalReason.NotFound;
            await session.SavedViews.RemoveAsync(specialistId, view.Name);
            await session.Audit.AddAsync(AuditEntry.Of(auditId, now, actor, "view-removed", "view", viewId), []);
            return view;
        }
    }
}
