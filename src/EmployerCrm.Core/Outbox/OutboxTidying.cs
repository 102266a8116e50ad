namespace EmployerCrm.Core.Outbox;

/// <summary>What becomes of rows that nobody sends: their time is over, or their node stopped in the middle.</summary>
internal sealed class OutboxTidying(ICrmStore store, TimeProvider time, OutboxOptions options, IOutboxObserver observer)
{
    private static readonly TimeSpan ForgetEvery = TimeSpan.FromHours(1);

    private long? _forgotAt;

    public async Task RunAsync(OutboxNeeds needs, CancellationToken cancellationToken)
    {
        var now = time.GetUtcNow();
        if (needs.Expired)
            await store.WriteAsync(session => session.Outbox.ExpireAsync(now), cancellationToken);
        if (needs.Lost && await store.WriteAsync(session => LoseAsync(session, now), cancellationToken) is > 0 and var lost)
            observer.Lost(lost);
        if (_forgotAt is { } at && time.GetElapsedTime(at) < ForgetEvery)
            return;
        await store.WriteAsync(session => session.Outbox.ForgetAsync(now - options.Kept), cancellationToken);
        _forgotAt = time.GetTimestamp();
    }

    /// <summary>The person is told at their next message that something may not have arrived, and may see it then.</summary>
    private static async Task<int> LoseAsync(ICrmSession session, DateTimeOffset now)
    {
        var lost = await session.Outbox.LoseAsync(now);
        foreach (var person in lost.Select(row => row.RecipientId).Distinct())
        {
            if (await session.Conversations.PersonalOfAsync(person) is { } conversation)
                await session.Conversations.DoubtAsync(conversation.ChannelId, conversation.ConversationId, now);
        }

        return lost.Count;
    }
}
