namespace EmployerCrm.Bot.Turns;

/// <summary>The answers of one conversation that wait to be sent, in order. Not safe for several threads; <see cref="AnswerDelivery"/> locks.</summary>
internal sealed class DeliveryLine((string? ChannelId, string? ConversationId) conversation)
{
    /// <summary>Where several processes share a store, another one may have sent what was put back: after this time the store is asked.</summary>
    private static readonly TimeSpan Overdue = TimeSpan.FromSeconds(30);

    /// <summary>How long what follows an answer waits in the store at least, for one that another process has.</summary>
    private static readonly TimeSpan LeastHeld = TimeSpan.FromSeconds(2);

    private readonly Queue<Parcel> _waiting = [];

    // What went back to the store, oldest first.
    private readonly List<string> _owed = [];
    private DateTimeOffset _notBefore = DateTimeOffset.MinValue;

    public (string? ChannelId, string? ConversationId) Conversation => conversation;

    public bool IsRunning { get; set; }

    /// <summary>Ends when the last answer that is out is marked so.</summary>
    public Task Marking { get; set; } = Task.CompletedTask;

    /// <summary>Those that wait behind the one that is being sent.</summary>
    public IReadOnlyCollection<Parcel> Waiting => _waiting;

    /// <summary>Whether it can be forgotten.</summary>
    public bool IsOver => !IsRunning && _owed.Count == 0;

    /// <summary>What is owed and has not come back for so long that another process may have sent it, oldest first.</summary>
    public IReadOnlyList<string> OwedTooLong(DateTimeOffset now) => _notBefore + Overdue <= now ? [.. _owed] : [];

    public void Post(Parcel parcel) => _waiting.Enqueue(parcel);

    public Parcel? Next() => _waiting.TryDequeue(out var next) ? next : null;

    /// <summary>Until when this answer must wait in the store, because an older one is owed; null when it may be sent.</summary>
    public DateTimeOffset? HeldUntil(Parcel parcel, DateTimeOffset now)
    {
        if (_owed.Count == 0 || _owed[0] == parcel.ActivityKey)
            return null;
        Owe(parcel.ActivityKey);
        return _notBefore > now ? _notBefore : now + LeastHeld;
    }

    /// <summary>The answer could not be sent and is tried again later; what follows waits behind it.</summary>
    public void Owed(Parcel parcel, DateTimeOffset notBefore)
    {
        Owe(parcel.ActivityKey);
        _notBefore = notBefore;
    }

    /// <summary>Nothing waits for this answer any more.</summary>
    public void Settled(string activityKey) => _owed.Remove(activityKey);

    private void Owe(string activityKey)
    {
        if (!_owed.Contains(activityKey))
            _owed.Add(activityKey);
    }
}
