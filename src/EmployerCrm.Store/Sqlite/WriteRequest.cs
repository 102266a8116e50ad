namespace EmployerCrm.Store.Sqlite;

/// <summary>A use case that waits for the writer, and the caller who waits for its answer.</summary>
/// <param name="durable">Whether its caller is told only when it would outlive a power cut.</param>
internal abstract class WriteRequest(bool durable, CancellationToken cancellationToken)
{
    private readonly ExecutionContext? _caller = ExecutionContext.Capture();

    public bool IsDurable => durable;

    public CancellationToken CancellationToken => cancellationToken;

    /// <summary>Runs the body with the caller's culture and trace, and keeps what it returned.</summary>
    public Task RunAsync(SqliteLink link)
    {
        if (_caller is null)
            return RunBodyAsync(link);
        Task? running = null;
        ExecutionContext.Run(_caller, _ => running = RunBodyAsync(link), null);
        return running!;
    }

    /// <summary>Tells the caller, once the transaction is on disk.</summary>
    public abstract void Answer();

    public abstract void Fail(Exception error);

    public abstract void Cancel();

    protected abstract Task RunBodyAsync(SqliteLink link);
}

internal sealed class WriteRequest<T>(Func<SqliteLink, CancellationToken, Task<T>> body, bool durable, CancellationToken cancellationToken)
    : WriteRequest(durable, cancellationToken)
{
    private readonly TaskCompletionSource<T> _answer = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private T? _value;

    public Task<T> Answered => _answer.Task;

    public override void Answer() => _answer.SetResult(_value!);

    public override void Fail(Exception error)
    {
        if (error is OperationCanceledException && CancellationToken.IsCancellationRequested)
            Cancel();
        else
            _answer.SetException(error);
    }

    public override void Cancel() => _answer.SetCanceled(CancellationToken);

    protected override async Task RunBodyAsync(SqliteLink link) => _value = await body(link, CancellationToken);
}
