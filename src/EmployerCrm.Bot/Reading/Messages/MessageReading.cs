namespace EmployerCrm.Bot.Reading.Messages;

/// <summary>One contact, order or question of a message: its text as it can be read again, and its reading.</summary>
/// <param name="Text">As typed where the message is one; else put together from its words, with what the contacts share repeated in each.</param>
public sealed record MessagePiece(string Text, LineReading Reading);

/// <summary>A chat message as understood: one piece, or several contacts told at once.</summary>
/// <param name="Pieces">At least one, in the order of the message.</param>
/// <param name="Unread">Lines beyond those that are read; null when all were. To be said, not to be dropped in silence.</param>
/// <param name="IsCut">Whether a piece is longer than is read of one line.</param>
public sealed record MessageReading(IReadOnlyList<MessagePiece> Pieces, string? Unread, bool IsCut)
{
    public bool IsSeveral => Pieces.Count > 1;
}
