using EmployerCrm.Core.Outbox;
using EmployerCrm.Store.Sql;

namespace EmployerCrm.Store.Outbox;

/// <summary>Everything that waits to be sent; adding, sending and looking on have a file each.</summary>
internal sealed class OutboxRecords(Session session) : IOutboxRecords
{
    internal const string Columns =
        "id, channel, kind, recipient_id, team_id, subject_id, client_id, employer_id, for_day, idempotency_key, created_at, not_before, expires_at, state, attempts, lease, lease_until, reason, ended_at, version";

    private readonly OutboxAdding _adding = new(session);
    private readonly OutboxCancelling _cancelling = new(session);
    private readonly OutboxClaims _claims = new(session);
    private readonly OutboxTroubles _troubles = new(session);
    private readonly OutboxStops _stops = new(session);

    public Task<bool> AddAsync(OutboxRow row) => _adding.AddAsync(row);

    public Task<int> AddAllAsync(IReadOnlyList<OutboxRow> rows) => _adding.AddAllAsync(rows);

    public Task<OutboxRow?> OfIdAsync(Guid id) => _adding.OfIdAsync(id);

    public Task<OutboxRow?> OfKeyAsync(string idempotencyKey) => _adding.OfKeyAsync(idempotencyKey);

    public Task<int> CancelAsync(Unsent which, string reason, DateTimeOffset at) => _cancelling.CancelAsync(which, reason, at);

    public Task<IReadOnlyList<OutboxRow>> ClaimAsync(OutboxChannel channel, DateTimeOffset now, Guid lease, DateTimeOffset leaseUntil, int count) =>
        _claims.ClaimAsync(channel, now, lease, leaseUntil, count);

    public Task<bool> BeginAsync(Guid id, Guid lease, DateTimeOffset now, DateTimeOffset leaseUntil) => _claims.BeginAsync(id, lease, now, leaseUntil);

    public Task<bool> EndAsync(Guid id, Guid lease, OutboxState state, string? reason, DateTimeOffset at) => _claims.EndAsync(id, lease, state, reason, at);

    public Task<bool> LaterAsync(Guid id, Guid lease, DateTimeOffset notBefore, string reason) => _claims.LaterAsync(id, lease, notBefore, reason);

    public Task<int> ReleaseAsync(Guid lease) => _claims.ReleaseAsync(lease);

    public Task<bool> ReleaseOneAsync(Guid id, Guid lease) => _claims.ReleaseOneAsync(id, lease);

    public async Task<OutboxNeeds> NeedsAsync(OutboxChannel channel, DateTimeOffset now) => new(
        await _claims.IsAnyDueAsync(channel, now), await _cancelling.IsAnyExpiredAsync(now), await _claims.IsAnyLostAsync(now),
        (await _stops.AllAsync()).Any(stop => stop.Channel == channel));

    public Task<int> ExpireAsync(DateTimeOffset now) => _cancelling.ExpireAsync(now);

    public Task<IReadOnlyList<OutboxRow>> LoseAsync(DateTimeOffset now) => _claims.LoseAsync(now);

    public Task<int> AskAgainAsync(Guid recipientId, DateTimeOffset now) => _troubles.AskAgainAsync(recipientId, now);

    public Task<bool> RetryAsync(Guid id, int expectedVersion, DateTimeOffset now) => _troubles.RetryAsync(id, expectedVersion, now);

    public Task<bool> DropAsync(Guid id, int expectedVersion, DateTimeOffset now) => _troubles.DropAsync(id, expectedVersion, now);

    public Task<IReadOnlyList<OutboxCount>> CountsAsync(DateTimeOffset endedSince) => _troubles.CountsAsync(endedSince);

    public Task<IReadOnlyList<OutboxCause>> CausesAsync() => _troubles.CausesAsync();

    public Task<DateTimeOffset?> OldestDueAsync(OutboxChannel channel, DateTimeOffset now) => _claims.OldestDueAsync(channel, now);

    public Task<int> CountEndedAsync(OutboxState state, DateTimeOffset since) => _troubles.CountEndedAsync(state, since);

    public Task<IReadOnlyList<OutboxTrouble>> TroubleAsync(int skip, int take) => _troubles.PageAsync(skip, take);

    public Task<IReadOnlyList<OutboxStop>> StopsAsync() => _stops.AllAsync();

    public Task<bool> StopAsync(OutboxChannel channel, Guid byId, DateTimeOffset at) => _stops.StopAsync(channel, byId, at);

    public Task<bool> StartAsync(OutboxChannel channel) => _stops.StartAsync(channel);

    public Task<int> ForgetAsync(DateTimeOffset endedBefore) => _cancelling.ForgetAsync(endedBefore);
}
