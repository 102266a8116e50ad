namespace EmployerCrm.Core.Outbox;

/// <summary>What waits to be sent, and what became of it.</summary>
public interface IOutboxRecords
{
    /// <summary>
    /// Adds a row; false when its key is there already. One that was cancelled because its reason went away waits again, with the new times: the reason is back.
    /// </summary>
    Task<bool> AddAsync(OutboxRow row);

    /// <summary>The same for many, in few statements; returns how many wait that did not before.</summary>
    Task<int> AddAllAsync(IReadOnlyList<OutboxRow> rows);

    Task<OutboxRow?> OfIdAsync(Guid id);

    Task<OutboxRow?> OfKeyAsync(string idempotencyKey);

    /// <summary>Nothing of this is sent any more, unless it is on its way already; returns how many rows that were.</summary>
    Task<int> CancelAsync(Unsent which, string reason, DateTimeOffset at);

    /// <summary>
    /// Takes up to <paramref name="count"/> rows that may be sent now and that nobody holds, those that wait longest first: each gets the lease and one more
    /// attempt. No two callers get the same row.
    /// </summary>
    Task<IReadOnlyList<OutboxRow>> ClaimAsync(OutboxChannel channel, DateTimeOffset now, Guid lease, DateTimeOffset leaseUntil, int count);

    /// <summary>
    /// The last step before a row is handed to its channel. False when it must not be: another node took it, it was cancelled, its time is over, or the
    /// channel is stopped.
    /// </summary>
    Task<bool> BeginAsync(Guid id, Guid lease, DateTimeOffset now, DateTimeOffset leaseUntil);

    /// <summary>Writes down how it ended, if the lease is still the caller's; one that another node gave up for in doubt meanwhile ends after all.</summary>
    Task<bool> EndAsync(Guid id, Guid lease, OutboxState state, string? reason, DateTimeOffset at);

    /// <summary>It was certainly not sent and is tried again from <paramref name="notBefore"/>.</summary>
    Task<bool> LaterAsync(Guid id, Guid lease, DateTimeOffset notBefore, string reason);

    /// <summary>Rows that were claimed and not tried can be taken by others; the attempt does not count.</summary>
    Task<int> ReleaseAsync(Guid lease);

    /// <summary>The same for one row.</summary>
    Task<bool> ReleaseOneAsync(Guid id, Guid lease);

    /// <summary>What there is to do for a channel.</summary>
    Task<OutboxNeeds> NeedsAsync(OutboxChannel channel, DateTimeOffset now);

    /// <summary>Rows whose time is over are not sent any more.</summary>
    Task<int> ExpireAsync(DateTimeOffset now);

    /// <summary>Rows that were being sent when their node stopped are in doubt from now on; returns them.</summary>
    Task<IReadOnlyList<OutboxRow>> LoseAsync(DateTimeOffset now);

    /// <summary>The person wants to see what may not have arrived: what is not out of date waits again; returns how many rows.</summary>
    Task<int> AskAgainAsync(Guid recipientId, DateTimeOffset now);

    /// <summary>A row that ended dead or in doubt waits again; false when it is neither any more, when somebody changed it, or when its time is over.</summary>
    Task<bool> RetryAsync(Guid id, int expectedVersion, DateTimeOffset now);

    /// <summary>Nobody needs to look at this dead row again.</summary>
    Task<bool> DropAsync(Guid id, int expectedVersion, DateTimeOffset now);

    /// <summary>By channel, kind and state: all that has not ended, and what ended since.</summary>
    Task<IReadOnlyList<OutboxCount>> CountsAsync(DateTimeOffset endedSince);

    /// <summary>Why rows were put off that wait now.</summary>
    Task<IReadOnlyList<OutboxCause>> CausesAsync();

    /// <summary>Since when the row waits that might have been sent first, put off or not; null when none may be sent yet.</summary>
    Task<DateTimeOffset?> OldestDueAsync(OutboxChannel channel, DateTimeOffset now);

    /// <summary>How many rows ended so since.</summary>
    Task<int> CountEndedAsync(OutboxState state, DateTimeOffset since);

    /// <summary>Dead rows and rows in doubt, the latest first.</summary>
    Task<IReadOnlyList<OutboxTrouble>> TroubleAsync(int skip, int take);

    Task<IReadOnlyList<OutboxStop>> StopsAsync();

    /// <summary>Stops a channel for all nodes; false when it is stopped already.</summary>
    Task<bool> StopAsync(OutboxChannel channel, Guid byId, DateTimeOffset at);

    /// <summary>Lets a channel run again; false when it is not stopped.</summary>
    Task<bool> StartAsync(OutboxChannel channel);

    /// <summary>Forgets rows that ended before; returns how many.</summary>
    Task<int> ForgetAsync(DateTimeOffset endedBefore);
}
