using EmployerCrm.Core.Audit;
using EmployerCrm.Core.CareTeam;
using EmployerCrm.Core.Clients;
using EmployerCrm.Core.Conversations;
using EmployerCrm.Core.Digest;
using EmployerCrm.Core.Disclosure;
using EmployerCrm.Core.Employers;
using EmployerCrm.Core.Engagement;
using EmployerCrm.Core.FollowUps;
using EmployerCrm.Core.Jobs;
using EmployerCrm.Core.Outbox;
using EmployerCrm.Core.People;
using EmployerCrm.Core.Placements;
using EmployerCrm.Core.Schedules;
using EmployerCrm.Core.Undo;
using EmployerCrm.Core.Visits;

namespace EmployerCrm.Core;

/// <summary>What else belongs to the transaction of a use case, for example the answer to the activity that asked for it.</summary>
public delegate Task Alongside<in TOutcome>(ICrmSession session, TOutcome outcome);

/// <summary>The store of the service, on SQLite or SQL Server.</summary>
public interface ICrmStore
{
    /// <summary>Runs <paramref name="body"/> against one consistent state and changes nothing.</summary>
    Task<T> ReadAsync<T>(Func<ICrmSession, Task<T>> body, CancellationToken cancellationToken);

    /// <summary>
    /// Until it is disposed, reads of the caller and of what it calls may see one state between them, which is cheaper than one each; what they write they
    /// see. For a stretch of work that waits for nothing but the store.
    /// </summary>
    IDisposable ReadTogether();

    /// <summary>
    /// Runs <paramref name="body"/> in one transaction and returns after it is on disk. The body awaits nothing but its session, makes no ids or
    /// times of its own, and may run more than once (a deadlock, a batch that failed). An exception rolls back this body alone.
    /// </summary>
    /// <exception cref="DuplicateKeyException">A row with that key is there already, for example a redelivered activity.</exception>
    Task<T> WriteAsync<T>(Func<ICrmSession, Task<T>> body, CancellationToken cancellationToken);

    /// <summary>
    /// As <see cref="WriteAsync"/>, for what can be done again when it is lost: it outlives the process at once, a power cut only from the next
    /// <see cref="WriteAsync"/> on.
    /// </summary>
    Task<T> MarkAsync<T>(Func<ICrmSession, Task<T>> body, CancellationToken cancellationToken) => WriteAsync(body, cancellationToken);
}

/// <summary>One transaction's view of the store. Every call is cancelled by the token given to the store with the body.</summary>
public interface ICrmSession
{
    IPeopleRecords People { get; }

    ISettingsRecords Settings { get; }

    IClientRecords Clients { get; }

    IClientContactRecords ClientContacts { get; }

    IEmployerRecords Employers { get; }

    IOpeningRecords Openings { get; }

    IEmployerLists EmployerLists { get; }

    ISavedViewRecords SavedViews { get; }

    IEngagementRecords Engagement { get; }

    IVisitRecords Visits { get; }

    IFollowUpRecords FollowUps { get; }

    IPlacementRecords Placements { get; }

    IScheduleRecords Schedules { get; }

    IDisclosureRecords Disclosure { get; }

    ICareTeamRecords CareTeam { get; }

    IConversationRecords Conversations { get; }

    IOutboxRecords Outbox { get; }

    IDigestRecords Digests { get; }

    IAuditRecords Audit { get; }

    IUndoRecords Undo { get; }

    IJobRecords Jobs { get; }
}

/// <summary>An insert met a row with the same key.</summary>
public sealed class DuplicateKeyException(string message, Exception? inner = null) : Exception(message, inner);

public static class CrmStoreExtensions
{
    /// <summary>The one shape of a use case that writes: load, decide, save, and what the caller wants saved with it.</summary>
    public static Task<T> WriteAsync<T>(this ICrmStore store, Func<ICrmSession, Task<T>> body, Alongside<T>? also, CancellationToken cancellationToken) =>
        also is null
            ? store.WriteAsync(body, cancellationToken)
            : store.WriteAsync(
                async session =>
                {
                    var outcome = await body(session);
                    await also(session, outcome);
                    return outcome;
                },
                cancellationToken);
}
