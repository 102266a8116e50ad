using EmployerCrm.Core.Employers;

namespace EmployerCrm.Bot.Reading;

/// <summary>Reads one chat line. The same line, directory and moment always give the same reading; no input throws.</summary>
public sealed class LineReader(IReadingDirectory directory)
{
    /// <summary>Reads a line typed at <paramref name="localNow"/>, the wall clock in Europe/London.</summary>
    public async Task<LineReading> ReadAsync(string text, DateTime localNow, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(text);
        var employers = await directory.EmployersWithKeysAsync(EmployerKeys.ForQuery(FoldedText.Words(text)), cancellationToken);
        return new LineReading { Intent = Intent.Unknown, ClosestEmployers = [.. employers.Take(5)] };
    }
}
