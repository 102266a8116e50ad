namespace EmployerCrm.BotFramework;

/// <summary>Lets one in at a time, in the order they came.</summary>
internal sealed class SendLine
{
    private readonly Lock _lock = new();
    private readonly Queue<TaskCompletionSource> _waiting = [];
    private bool _taken;

    /// <summary>Takes the place if it is free.</summary>
    public bool TryEnter()
    {
        lock (_lock)
        {
            return !_taken && (_taken = true);
        }
    }

    public ValueTask EnterAsync(CancellationToken cancellationToken)
    {
        TaskCompletionSource place;
        lock (_lock)
        {
            if (!_taken)
            {
                _taken = true;
                return ValueTask.CompletedTask;
            }

            _waiting.Enqueue(place = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously));
        }

        return new ValueTask(WaitAsync(place, cancellationToken));
    }

    public void Leave()
    {
        lock (_lock)
        {
            // Who gave up waiting is passed over.
            while (_waiting.TryDequeue(out var next))
            {
                if (next.TrySetResult())
                {
                    return;
                }
            }

            _taken = false;
        }
    }

    private static async Task WaitAsync(TaskCompletionSource place, CancellationToken cancellationToken)
    {
        await using var registration = cancellationToken.Register(() => place.TrySetCanceled(cancellationToken));
        await place.Task;
    }
}
