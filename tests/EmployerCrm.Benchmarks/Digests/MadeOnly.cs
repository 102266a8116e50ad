using System.Collections.Concurrent;
using EmployerCrm.Bot.Digest;
using EmployerCrm.Core.Outbox;
using EmployerCrm.Store;
using EmployerCrm.Store.Sql;

namespace EmployerCrm.Benchmarks.Digests;

/// <summary>A channel that makes each message and counts it as sent.</summary>
internal sealed class MadeOnly(CrmStore store, DigestMessage message) : IOutboxChannel
{
    public OutboxChannel Channel => OutboxChannel.Teams;

    /// <summary>How large each card would be on the wire, as Teams counts: UTF-16.</summary>
    public ConcurrentBag<int> Bytes { get; } = [];

    public async Task<Delivery> DeliverAsync(OutboxRow row, BeginSend begin, CancellationToken cancellationToken)
    {
        var person = await store.ReadAsync(session => session.People.SpecialistAsync(row.RecipientId), cancellationToken);
        if (await message.RenderAsync(row, person!, cancellationToken) is not { } made)
            return new Delivery.Nothing();
        if (!await begin(cancellationToken))
            return new Delivery.NotOurs();
        Bytes.Add(made.Reply.Card!.ToJsonString().Length * 2);
        return new Delivery.Sent { Also = made.WhenSent };
    }
}

internal sealed class NoObserver : IOutboxObserver
{
    public void Ended(OutboxRow row, Delivery delivery)
    {
    }

    public void Failed(Exception exception) => throw new InvalidOperationException("The benchmark's outbox failed.", exception);

    public void HeldBack(OutboxChannel channel, TimeSpan wait)
    {
    }

    public void Lost(int rows)
    {
    }
}

internal sealed class StatementCount : IStatementRecorder
{
    private int _reads;
    private int _writes;

    public int Reads => _reads;

    public int Writes => _writes;

    public void Reset() => (_reads, _writes) = (0, 0);

    public void Record(string sql, string transactSql)
    {
        if (sql.AsSpan().TrimStart().StartsWith("select", StringComparison.Ordinal))
            Interlocked.Increment(ref _reads);
        else
            Interlocked.Increment(ref _writes);
    }
}
