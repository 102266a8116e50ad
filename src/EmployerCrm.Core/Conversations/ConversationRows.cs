namespace EmployerCrm.Core.Conversations;

/// <summary>An activity that was received from a known person, with the answer that belongs to it. The text that was typed is not kept.</summary>
public sealed record ReceivedActivity
{
    /// <summary>Channel, conversation, activity type, id, and for an edit its timestamp: a redelivery has the same key.</summary>
    public required string ActivityKey { get; init; }

    public required Guid SpecialistId { get; init; }

    public required DateTimeOffset ReceivedAt { get; init; }

    /// <summary>What is sent back, as the bot wrote it; emptied some days after delivery.</summary>
    public required string Answer { get; init; }

    /// <summary>Until when the node that wrote the answer is expected to deliver it; afterwards any node may.</summary>
    public required DateTimeOffset LeaseUntil { get; init; }

    /// <summary>Whether nothing of the answer is left to send.</summary>
    public bool IsDelivered { get; init; }

    /// <summary>Since when nobody knows whether the answer arrived; it is not sent again unasked.</summary>
    public DateTimeOffset? InDoubtAt { get; init; }

    public required int Attempts { get; init; }
}

public enum ReferenceState
{
    Live,

    /// <summary>The person blocked or removed the bot; nothing is sent until they write or install again.</summary>
    Dead,
}

/// <summary>Where a person can be written to without having written first.</summary>
public sealed record StoredConversation
{
    public required string ChannelId { get; init; }

    public required string ConversationId { get; init; }

    public required Guid SpecialistId { get; init; }

    /// <summary>Whether it is the person's own chat with the bot, and not a group or channel in which they spoke last.</summary>
    public required bool IsPersonal { get; init; }

    /// <summary>The Bot Framework's conversation reference as JSON.</summary>
    public required string Reference { get; init; }

    public required ReferenceState State { get; init; }

    /// <summary>The status that ended it, for example "403 BotNotInConversationRoster".</summary>
    public string? DeadReason { get; init; }

    /// <summary>The welcome is sent once.</summary>
    public DateTimeOffset? WelcomedAt { get; init; }

    /// <summary>Since when an answer here is in doubt and the person has not been told.</summary>
    public DateTimeOffset? InDoubtAt { get; init; }

    public required DateTimeOffset UpdatedAt { get; init; }
}

/// <summary>Somebody who cannot be written to unless they write first.</summary>
public sealed record UnreachablePerson
{
    public required Guid SpecialistId { get; init; }

    public required string Name { get; init; }

    public required string TeamName { get; init; }

    /// <summary>Why the conversation there was came to an end; null when there has never been one.</summary>
    public string? DeadReason { get; init; }

    /// <summary>When it ended.</summary>
    public DateTimeOffset? Since { get; init; }
}

/// <summary>A line that waits for an answer from its author: kept seven days, read by its author only.</summary>
public sealed record Draft
{
    public required Guid Id { get; init; }

    public required Guid SpecialistId { get; init; }

    /// <summary>The line as typed.</summary>
    public required string Text { get; init; }

    /// <summary>London wall-clock time when it was typed: relative dates in it count from here.</summary>
    public required DateTimeOffset TypedAt { get; init; }

    /// <summary>What was asked, as the bot calls it: employer, date, client, …</summary>
    public required string Question { get; init; }

    /// <summary>What has been answered so far, as the bot wrote it.</summary>
    public required string Answers { get; init; }

    public required DateTimeOffset ExpiresAt { get; init; }

    public required int Version { get; init; }

    /// <summary>When the question was put, or put again.</summary>
    public DateTimeOffset AskedAt => ExpiresAt - OpenQuestions.Kept;
}

/// <summary>The numbered list last shown to a person: "done 3" means its third item.</summary>
public sealed record ShownList
{
    public required Guid SpecialistId { get; init; }

    public required DateTimeOffset ShownAt { get; init; }

    /// <summary>Follow-up ids in the order shown, as one text joined by commas; read it through <see cref="Items"/>.</summary>
    public required string ItemIds { get; init; }

    public IReadOnlyList<Guid> Items => [.. ItemIds.Split(',', StringSplitOptions.RemoveEmptyEntries).Select(Guid.Parse)];
}

/// <summary>A card that is to become a receipt.</summary>
public sealed record OldCard
{
    public required string ConversationId { get; init; }

    public required string ActivityId { get; init; }

    /// <summary>Whose chat it is in.</summary>
    public required Guid SpecialistId { get; init; }

    public required string Kind { get; init; }

    public required DateTimeOffset SentAt { get; init; }

    /// <summary>The Bot Framework's conversation reference as JSON.</summary>
    public required string Reference { get; init; }
}

/// <summary>A card that was sent and may be changed in place later.</summary>
public sealed record SentCard
{
    public required string ConversationId { get; init; }

    public required string ActivityId { get; init; }

    public required Guid SpecialistId { get; init; }

    /// <summary>What kind of card: visit, due list, …</summary>
    public required string Kind { get; init; }

    /// <summary>The visit or follow-up it shows, where it shows one.</summary>
    public Guid? SubjectId { get; init; }

    public required DateTimeOffset SentAt { get; init; }
}
