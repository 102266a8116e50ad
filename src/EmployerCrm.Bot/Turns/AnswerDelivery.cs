using EmployerCrm.BotFramework;
using EmployerCrm.Core.Calendar;
using Microsoft.Extensions.Logging;

namespace EmployerCrm.Bot.Turns;

/// <summary>
/// Sends stored answers: those of one conversation one after the other, in the background when the connector is slow. What cannot be sent now goes back
/// to the store in its order, and <see cref="OwedAnswers"/> brings it again.
/// </summary>
internal sealed class AnswerDelivery(ParcelSending sending, ParcelRecords records, LondonClock clock, TimeProvider time, ILogger<AnswerDelivery> logger)
    : IAsyncDisposable
{
    /// <summary>How long a turn waits for its answer to be out: Teams gives up after 10 to 15 seconds, and wants an invoke answered.</summary>
    public static readonly TimeSpan TurnWaits = TimeSpan.FromSeconds(5);
    public static readonly TimeSpan InvokeWaits = TimeSpan.FromSeconds(2);

    private readonly Lock _lock = new();
    private readonly Dictionary<(string? ChannelId, string? ConversationId), DeliveryLine> _lines = [];
    private readonly HashSet<string> _underWay = new(StringComparer.Ordinal);
    private readonly HashSet<string> _broughtAgain = new(StringComparer.Ordinal);
    private readonly HashSet<Task> _running = [];
    private readonly CancellationTokenSource _stopping = new();

    // New answers that wait until older ones have been brought; null from then on.
    private List<Parcel>? _early = [];

    /// <summary>Answers of which it has not yet been written down what became of them.</summary>
    public int UnderWay
    {
        get
        {
            lock (_lock)
            {
                return _underWay.Count;
            }
        }
    }

    /// <summary>What was owed when this process started has been brought; new answers follow it, those that came meanwhile first.</summary>
    public void Open()
    {
        List<DeliveryLine> idle = [];
        lock (_lock)
        {
            foreach (var parcel in _early ?? [])
            {
                if (Enqueue(parcel) is { } line)
                    idle.Add(line);
            }

            _early = null;
        }

        idle.ForEach(Run);
    }

    /// <summary>
    /// Sends an answer that this process holds the lease of, and waits for that as long as the turn can. A conversation that is gone ends it; whatever
    /// else the connector says, the answer is written down as sent, owed or in doubt.
    /// </summary>
    public async Task DeliverAsync(ITurnContext turnContext, string activityKey, Guid specialistId, TurnAnswer answer, CancellationToken cancellationToken)
    {
        if (answer.Replies.Count == 0)
            return;
        var isInvoke = turnContext.Activity.Type == ActivityTypes.Invoke;
        var settled = Post(new Parcel(turnContext, activityKey, specialistId, answer, 1) { LeaseUntil = clock.Now + TurnDesk.Lease });
        try
        {
            await settled.WaitAsync(isInvoke ? InvokeWaits : TurnWaits, time, cancellationToken);
        }
        catch (Exception exception) when (exception is TimeoutException or OperationCanceledException)
        {
            logger.AnswerSlow();
        }
    }

    /// <summary>
    /// Ends when it is written down of each answer in this conversation that is out: who reads then finds the cards that it brought. What cannot be
    /// written down is not waited for.
    /// </summary>
    public async Task WrittenDownAsync(Activity activity, CancellationToken cancellationToken)
    {
        Task marking;
        lock (_lock)
        {
            marking = _lines.TryGetValue(ConversationOf(activity), out var line) ? line.Marking : Task.CompletedTask;
        }

        await marking.WaitAsync(cancellationToken).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
    }

    /// <summary>Puts an answer in its conversation's line.</summary>
    /// <returns>Ends when the answer is out, or written down as owed or in doubt, and at once when it is under way already.</returns>
    public Task Post(Parcel parcel)
    {
        DeliveryLine? idle = null;
        lock (_lock)
        {
            if (!_underWay.Add(parcel.ActivityKey))
            {
                _broughtAgain.Add(parcel.ActivityKey);
                return Task.CompletedTask;
            }

            // Older answers of its conversation may not have been brought yet.
            if (_early is not null && !parcel.IsBrought)
                _early.Add(parcel);
            else
                idle = Enqueue(parcel);
        }

        if (idle is not null)
            Run(idle);
        return parcel.Settled.Task;
    }

    /// <summary>An owed answer is given up; what waits behind it need not.</summary>
    public void GiveUp(ConversationReference? reference, string activityKey)
    {
        lock (_lock)
        {
            if (_lines.TryGetValue((reference?.ChannelId, reference?.Conversation?.Id), out var line))
                line.Settled(activityKey);
        }
    }

    /// <summary>Forgets conversations in which nothing is owed any more, as far as this process knows or the store says.</summary>
    public async Task SweepAsync(CancellationToken cancellationToken)
    {
        List<(DeliveryLine Line, IReadOnlyList<string> ActivityKeys)> overdue;
        lock (_lock)
        {
            var now = clock.Now;
            overdue = [.. _lines.Values.Select(line => (line, line.OwedTooLong(now)))];
        }

        foreach (var (line, activityKeys) in overdue)
            await SettleAsync(line, activityKeys, cancellationToken);
        lock (_lock)
        {
            foreach (var line in _lines.Values)
            {
                if (line.IsOver)
                    _lines.Remove(line.Conversation);
            }
        }
    }

    public async ValueTask DisposeAsync()
    {
        await _stopping.CancelAsync();
        Task[] running;
        lock (_lock)
        {
            running = [.. _running];
        }

        await Task.WhenAll(running);
        _stopping.Dispose();
    }

    /// <summary>What is no longer owed need not be waited for; what stands behind the first that is waits for that one anyway, and is not asked for.</summary>
    private async Task SettleAsync(DeliveryLine line, IReadOnlyList<string> activityKeys, CancellationToken cancellationToken)
    {
        foreach (var activityKey in activityKeys)
        {
            if (await records.IsOwedAsync(activityKey, cancellationToken))
                return;
            lock (_lock)
            {
                line.Settled(activityKey);
            }
        }
    }

    private static (string? ChannelId, string? ConversationId) ConversationOf(Activity activity) => (activity.ChannelId, activity.Conversation?.Id);

    /// <summary>Under the lock.</summary>
    /// <returns>The line, if it stood still and has to be run.</returns>
    private DeliveryLine? Enqueue(Parcel parcel)
    {
        var conversation = ConversationOf(parcel.TurnContext.Activity);
        if (!_lines.TryGetValue(conversation, out var line))
            _lines.Add(conversation, line = new DeliveryLine(conversation));
        line.Post(parcel);
        if (line.IsRunning)
            return null;
        line.IsRunning = true;
        return line;
    }

    private void Run(DeliveryLine line)
    {
        var running = RunAsync(line);
        if (running.IsCompleted)
            return;
        lock (_lock)
        {
            _running.Add(running);
        }

        _ = running.ContinueWith(
            ended =>
            {
                lock (_lock)
                {
                    _running.Remove(ended);
                }
            },
            CancellationToken.None, TaskContinuationOptions.None, TaskScheduler.Default);
    }

    private async Task RunAsync(DeliveryLine line)
    {
        while (Next(line) is var (parcel, heldUntil))
        {
            try
            {
                if (parcel.IsBrought && !await records.IsStillOwedAsync(parcel))
                    continue;
                var outcome = heldUntil is { } until ? new ParcelOutcome(parcel.Answer.Replies, parcel.Answer.InDoubt, [], until) : await SendAsync(line, parcel);
                var saving = records.SaveAsync(parcel, outcome);
                if (outcome.IsOut)
                    Out(line, parcel, saving);
                await saving;
                // Brought while its end was being written down, it was taken for under way, and nobody has it now.
                if (Leave(parcel.ActivityKey) && outcome.NotBefore is not null)
                    await records.OwedAsync([parcel with { Answer = parcel.Answer with { Replies = outcome.Owed, InDoubt = outcome.InDoubt } }], outcome.NotBefore.Value);
            }
            catch (Exception exception)
            {
                // The store is away. The lease ends, and the answer is brought again.
                logger.OwedAnswersFailed(exception.GetType().Name);
            }
            finally
            {
                Leave(parcel.ActivityKey);
                parcel.Settled.TrySetResult();
            }
        }
    }

    /// <summary>
    /// Who waits for an answer that is out need not wait for the mark of it, which is in the line of writes before all that follows. The conversation's
    /// next turn begins by reading, and does.
    /// </summary>
    private void Out(DeliveryLine line, Parcel parcel, Task marking)
    {
        lock (_lock)
        {
            line.Marking = marking;
        }

        parcel.Settled.SetResult();
    }

    private (Parcel Parcel, DateTimeOffset? HeldUntil)? Next(DeliveryLine line)
    {
        lock (_lock)
        {
            if (line.Next() is { } parcel)
                return (parcel, line.HeldUntil(parcel, clock.Now));
            line.IsRunning = false;
            if (line.IsOver)
                _lines.Remove(line.Conversation);
            return null;
        }
    }

    /// <summary>The answer is no longer under way.</summary>
    /// <returns>Whether it was brought again meanwhile.</returns>
    private bool Leave(string activityKey)
    {
        lock (_lock)
        {
            _underWay.Remove(activityKey);
            return _broughtAgain.Remove(activityKey);
        }
    }

    private async Task<ParcelOutcome> SendAsync(DeliveryLine line, Parcel parcel)
    {
        await RenewAsync(line, parcel);
        var outcome = await sending.SendAsync(parcel, _stopping.Token);
        lock (_lock)
        {
            if (outcome.NotBefore is { } notBefore)
                line.Owed(parcel, notBefore);
            else
                line.Settled(parcel.ActivityKey);
        }

        return outcome;
    }

    /// <summary>Who waited behind a slow answer keeps the right to be sent from here.</summary>
    private Task RenewAsync(DeliveryLine line, Parcel parcel)
    {
        if (parcel.LeaseUntil - clock.Now > ParcelSending.Longest)
            return Task.CompletedTask;
        List<Parcel> waiting;
        lock (_lock)
        {
            waiting = [parcel, .. line.Waiting];
        }

        var until = clock.Now + TurnDesk.Lease;
        foreach (var one in waiting)
            one.LeaseUntil = until;
        return records.OwedAsync(waiting, until);
    }
}
