using EmployerCrm.Bot.Turns;
using EmployerCrm.Core;

namespace EmployerCrm.Bot.Handlers;

/// <summary>What became of one thing that a message told of: recorded, asked about, or neither and why.</summary>
/// <param name="Recorded">The card of what was recorded.</param>
/// <param name="Asked">The question that is put.</param>
/// <param name="Why">Why it is neither.</param>
internal sealed record PieceDone(Reply? Recorded = null, Reply? Asked = null, string? Why = null)
{
    /// <summary>Whether what was recorded is a contact that happened.</summary>
    public bool IsContact { get; init; }

    /// <summary>Other cards in the chat that change along with it.</summary>
    public IReadOnlyList<Reply> Besides { get; init; } = [];

    public static PieceDone Refused(string why) => new(Why: why);
}

/// <summary>Does what one thing in a message asks for, in the transaction of all of them.</summary>
internal delegate Task<PieceDone> PieceWork(ICrmSession session);
