using EmployerCrm.BotFramework;

namespace EmployerCrm.Bot.Turns;

/// <summary>An answer on its way to a person.</summary>
/// <param name="ActivityKey">The activity it answers.</param>
/// <param name="Attempts">How often it was taken for delivery before, with this time.</param>
/// <param name="IsBrought">Whether it was claimed from the store: what the claim read may have been settled before it came here.</param>
internal sealed record Parcel(ITurnContext TurnContext, string ActivityKey, Guid SpecialistId, TurnAnswer Answer, int Attempts, bool IsBrought = false)
{
    /// <summary>Until when no other process sends it.</summary>
    public required DateTimeOffset LeaseUntil { get; set; }

    /// <summary>Ends when the answer is out, given up or written down as owed.</summary>
    public TaskCompletionSource Settled { get; } = new(TaskCreationOptions.RunContinuationsAsynchronously);
}

/// <summary>What became of an answer.</summary>
/// <param name="Owed">What is still to be sent, from <paramref name="NotBefore"/>.</param>
/// <param name="InDoubt">What may or may not have arrived.</param>
/// <param name="Cards">The cards that arrived.</param>
/// <param name="DeadReason">Why the conversation can no longer be reached; null while it can.</param>
internal sealed record ParcelOutcome(
    IReadOnlyList<Reply> Owed, IReadOnlyList<Reply> InDoubt, IReadOnlyList<SentReply> Cards, DateTimeOffset? NotBefore = null, string? DeadReason = null)
{
    /// <summary>Whether all of it arrived, so that nothing but that is to be written down.</summary>
    public bool IsOut => DeadReason is null && Owed.Count == 0 && InDoubt.Count == 0;
}

/// <summary>A card as it arrived.</summary>
internal sealed record SentReply(Reply Reply, string ActivityId);
