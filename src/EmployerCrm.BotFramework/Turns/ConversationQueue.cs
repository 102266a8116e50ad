namespace EmployerCrm.BotFramework;

/// <summary>
/// Lets one turn of a conversation in at a time, in the order they came; other conversations do not notice. A place in the line is kept
/// even if the caller hangs up: what a person typed is worked through once it has been taken in.
/// </summary>
internal sealed class ConversationQueue
{
    private readonly Lock _lock = new();
    private readonly Dictionary<(string ChannelId, string ConversationId), Queue<TaskCompletionSource>> _waiting = [];

    /// <summary>Turns that run or wait.</summary>
    public int Length
    {
        get
        {
            lock (_lock)
            {
                return _waiting.Values.Sum(line => 1 + line.Count);
            }
        }
    }

    /// <summary>Waits for its turn; disposing the result lets the next one in.</summary>
    public async ValueTask<Place> EnterAsync(string channelId, string conversationId)
    {
        var key = (channelId, conversationId);
        TaskCompletionSource? place = null;
        lock (_lock)
        {
            if (_waiting.TryGetValue(key, out var line))
            {
                line.Enqueue(place = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously));
            }
            else
            {
                _waiting.Add(key, []);
            }
        }

        if (place is not null)
        {
            await place.Task;
        }

        return new Place(this, key);
    }

    private void Leave((string ChannelId, string ConversationId) key)
    {
        lock (_lock)
        {
            if (_waiting[key].TryDequeue(out var next))
            {
                next.SetResult();
            }
            else
            {
                _waiting.Remove(key);
            }
        }
    }

    internal readonly struct Place(ConversationQueue queue, (string ChannelId, string ConversationId) key) : IDisposable
    {
        public void Dispose() => queue.Leave(key);
    }
}
