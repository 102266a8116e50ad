using EmployerCrm.BotFramework;
using EmployerCrm.Core.Calendar;
using EmployerCrm.Core.Conversations;
using EmployerCrm.Core.People;
using EmployerCrm.Core.Privacy;

namespace EmployerCrm.Bot.Turns;

/// <summary>One activity of a known person.</summary>
/// <param name="Key">The same for every delivery of the activity.</param>
/// <param name="ReceivedAt">When it arrived here.</param>
/// <param name="TypedAt">When it was typed: relative dates count from here.</param>
/// <param name="Pressed">For a pressed button the message whose card it was on.</param>
/// <param name="IsInvoke">Whether the answer goes into the HTTP response.</param>
/// <param name="Conversation">What is stored of the conversation; null when it is new.</param>
internal sealed record Turn(
    string Key, Specialist Person, Actor Actor, ConversationReference Reference, DateTimeOffset ReceivedAt, DateTimeOffset TypedAt, string? Pressed, bool IsInvoke,
    StoredConversation? Conversation)
{
    /// <summary>Further apart than this, nobody can say what "yesterday" meant.</summary>
    private static readonly TimeSpan LongestDelay = TimeSpan.FromHours(12);

    /// <summary>A sentence that goes with the answer.</summary>
    public string? Remark { get; init; }

    /// <summary>The stored question that this turn answers: it goes with an answer that shows a card, and stays open with one that only says a sentence.</summary>
    public Guid? Answers { get; init; }

    /// <summary>What was typed or filled in, for the guard to come back to.</summary>
    public TurnInput? Input { get; init; }

    /// <summary>What the person answered about words in it; null while the guard has not asked.</summary>
    public GuardDecision? Guard { get; init; }

    /// <summary>Whether earlier words are acted on once more: what came of them takes the place of the card that was pressed.</summary>
    public bool IsAgain { get; init; }

    /// <summary>What becomes of other cards in the chat along with the answer.</summary>
    public IReadOnlyList<Reply> Besides { get; init; } = [];

    /// <summary>What stands in place of the pressed card while the answer comes as messages of its own.</summary>
    public Reply? Stays { get; init; }

    /// <summary>Whether lines of this person wait for an answer, which the message may be.</summary>
    public bool HasOpenLines { get; init; } = true;

    /// <summary>The same turn with a further sentence to say.</summary>
    public Turn Remarking(string? sentence) => sentence is null ? this : this with { Remark = Remark is { } remark ? $"{remark} {sentence}" : sentence };

    /// <summary>Today in London when the activity arrived: distances on cards count from here.</summary>
    public DateOnly Today => DateOnly.FromDateTime(LondonClock.ToLocal(ReceivedAt));

    /// <summary>Whether relative dates in the line cannot be relied on.</summary>
    public bool DatesUncertain => (ReceivedAt - TypedAt).Duration() > LongestDelay;
}
