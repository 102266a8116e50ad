using EmployerCrm.Core.Employers;

namespace EmployerCrm.Bot.Reading.Messages;

/// <summary>
/// Reads a message that may tell of several contacts: one a line, or "X and Y today", "rang X, then visited Y". A message about one contact has one piece, whose text and
/// reading are those of the message itself. No input throws.
/// </summary>
public sealed class MessageReader(IReadingDirectory directory)
{
    /// <summary>Lines that are read of one message.</summary>
    public const int MostLines = 30;

    private readonly LineReader _lines = new(directory);

    /// <summary>Reads a message typed at <paramref name="localNow"/>, the wall clock in Europe/London.</summary>
    public async Task<MessageReading> ReadAsync(string text, DateTime localNow, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(text);
        var (lines, unread) = MessageLines.Of(text, MostLines);
        var pieces = new List<MessagePiece>();
        if (lines.Count > 1)
        {
            var blocks = new LineBlocks(DateOnly.FromDateTime(localNow), MessageLines.AreListed(text));
            foreach (var line in lines)
                blocks.Add(line, await _lines.ReadAsync(line, localNow, cancellationToken));
            if (blocks.Count > 1)
            {
                foreach (var block in blocks.All)
                {
                    foreach (var piece in await OneAsync(block.Text, localNow, cancellationToken))
                        pieces.Add(block.Day is { } day ? piece with { Reading = CarriedDay.Onto(piece.Reading, day, DateOnly.FromDateTime(localNow)) } : piece);
                }
            }
        }
        if (pieces.Count == 0)
            pieces.AddRange(await OneAsync(text, localNow, cancellationToken));
        return new MessageReading(pieces, unread, pieces.Exists(piece => piece.Text.Length > LineReader.LongestText));
    }

    /// <summary>The contacts of one line, or the line itself.</summary>
    private async Task<List<MessagePiece>> OneAsync(string text, DateTime localNow, CancellationToken cancellationToken)
    {
        var (reading, parts, acts) = await _lines.ReadWithPartsAsync(text, localNow, cancellationToken);
        if (acts.Count > 1)
        {
            var told = new List<MessagePiece>();
            foreach (var act in acts)
                told.AddRange(await OneAsync(act, localNow, cancellationToken));
            return told;
        }
        if (parts.Count < 2)
            return [new MessagePiece(text, reading)];
        var pieces = new List<MessagePiece>();
        DateOnly? day = null;
        foreach (var part in parts)
        {
            var read = await _lines.ReadAsync(part.Text, localNow, cancellationToken);
            if (part.SharesDay && day is { } said && !read.DateStated)
                read = CarriedDay.Onto(read, said, DateOnly.FromDateTime(localNow));
            if (read.DateStated)
                day = read.Date;
            pieces.Add(new MessagePiece(part.Text, read));
        }
        // A part that is no contact by itself was no part: better one question than half a record.
        return pieces.TrueForAll(piece => reading.Act is null ? piece.Reading is { Intent: Intent.LogVisit or Intent.PlanVisit, Ask: not ReadingQuestion.Employer } : piece.Reading.Act?.GetType() == reading.Act.GetType()) ? pieces : [new MessagePiece(text, reading)];
    }
}
