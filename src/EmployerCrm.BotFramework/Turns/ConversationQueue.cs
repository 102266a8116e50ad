using System.Diagnostics.CodeAnalysis;

namespace EmployerCrm.BotFramework;

/// <summary>
/// Lets one turn of a conversation in at a time, in the order they came; other conversations do not notice. A place in the line is kept
/// even if the caller hangs up: what a person typed is worked through once it has been taken in. There is room for so many and no more:
/// what is turned away is brought again later, what waits too long is given up.
/// </summary>
/// <param name="roomPerConversation">Turns of one conversation that run or wait.</param>
/// <param name="room">Turns that run or wait.</param>
internal sealed class ConversationQueue(int roomPerConversation, int room)
{
    private readonly Lock _lock = new();
    private readonly Dictionary<(string ChannelId, string ConversationId), Queue<TaskCompletionSource>> _waiting = [];
    private int _length;

    /// <summary>Turns that run or wait.</summary>
    public int Length
    {
        get
        {
            lock (_lock)
            {
                return _length;
            }
        }
    }

    /// <summary>Takes the next place in the line; false when there is no room.</summary>
    public bool TryEnter(string channelId, string conversationId, [NotNullWhen(true)] out Place? place)
    {
        var key = (channelId, conversationId);
        lock (_lock)
        {
            var isFirst = !_waiting.TryGetValue(key, out var line);
            if (_length >= room || (!isFirst && line!.Count + 1 >= roomPerConversation))
            {
                place = null;
                return false;
            }

            _length++;
            TaskCompletionSource? turn = null;
            if (isFirst)
            {
                _waiting.Add(key, []);
            }
            else
            {
                line!.Enqueue(turn = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously));
            }

            place = new Place(this, key, turn?.Task ?? Task.CompletedTask);
            return true;
        }
    }

    private void Leave((string ChannelId, string ConversationId) key)
    {
        lock (_lock)
        {
            _length--;
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

    /// <summary>A place in the line of one conversation. Disposing it, after its turn has come, lets the next one in.</summary>
    internal sealed class Place(ConversationQueue queue, (string ChannelId, string ConversationId) key, Task turn) : IDisposable
    {
        /// <summary>Ends when it is this one's turn.</summary>
        public Task Turn => turn;

        public void Dispose() => queue.Leave(key);
    }
}
