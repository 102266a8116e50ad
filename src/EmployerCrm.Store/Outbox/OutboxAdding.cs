using EmployerCrm.Core;
using EmployerCrm.Core.Outbox;
using EmployerCrm.Store.Sql;

namespace EmployerCrm.Store.Outbox;

internal sealed class OutboxAdding(Session session)
{
    private const string OfIdSql = $"select {OutboxRecords.Columns} from outbox where id = @Id";

    private const string OfKeySql = $"select {OutboxRecords.Columns} from outbox where idempotency_key = @Key";

    private const string KnownSql = "select idempotency_key from outbox where idempotency_key in @Keys";

    private const string AddSql = $"""
        insert into outbox ({OutboxRecords.Columns})
        values @Rows(Id, Channel, Kind, RecipientId, TeamId, SubjectId, ClientId, EmployerId, ForDay, IdempotencyKey, CreatedAt, NotBefore, ExpiresAt, State, Attempts, Lease, LeaseUntil, Reason, EndedAt, Version)
        """;

    // One that was cancelled at delivery keeps its lease: then there was nothing to say, and that stays so.
    private const string ReviveSql = """
        update outbox
        set state = 'Waiting', not_before = @NotBefore, expires_at = @ExpiresAt, for_day = @ForDay, attempts = 0, reason = null, ended_at = null, version = version + 1
        where idempotency_key = @IdempotencyKey and state = 'Cancelled' and lease is null
        """;

    public Task<OutboxRow?> OfIdAsync(Guid id) => session.SingleAsync<OutboxRow>(OfIdSql, new { Id = id });

    public Task<OutboxRow?> OfKeyAsync(string key) => session.SingleAsync<OutboxRow>(OfKeySql, new { Key = key });

    public async Task<bool> AddAsync(OutboxRow row)
    {
        try
        {
            await session.ExecuteRowsAsync(AddSql, [row]);
            return true;
        }
        catch (DuplicateKeyException)
        {
            return await session.ExecuteAsync(ReviveSql, row) > 0;
        }
    }

    public async Task<int> AddAllAsync(IReadOnlyList<OutboxRow> rows)
    {
        if (rows.Count == 0)
            return 0;
        List<OutboxRow> unique = [.. rows.DistinctBy(row => row.IdempotencyKey, StringComparer.Ordinal)];
        var known = (await session.QueryInChunksAsync<string, string>(KnownSql, [.. unique.Select(row => row.IdempotencyKey)], keys => new { Keys = keys }))
            .ToHashSet(StringComparer.Ordinal);
        var added = await AddNewAsync(unique.FindAll(row => !known.Contains(row.IdempotencyKey)));
        foreach (var row in unique.Where(row => known.Contains(row.IdempotencyKey)))
            added += await session.ExecuteAsync(ReviveSql, row);
        return added;
    }

    private async Task<int> AddNewAsync(List<OutboxRow> rows)
    {
        var added = 0;
        foreach (var some in Session.InStatements(rows))
        {
            try
            {
                await session.ExecuteRowsAsync(AddSql, some);
                added += some.Count;
            }
            catch (DuplicateKeyException)
            {
                // Another node adds the same. A statement is taken as a whole or not at all.
                foreach (var row in some)
                    added += await AddAsync(row) ? 1 : 0;
            }
        }

        return added;
    }
}
