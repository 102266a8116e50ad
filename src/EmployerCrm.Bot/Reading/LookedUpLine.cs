using EmployerCrm.Core.Employers;

namespace EmployerCrm.Bot.Reading;

/// <summary>A line with what the directory holds of its words.</summary>
internal sealed class LookedUpLine(string text, IReadOnlyList<DirectoryEmployer> candidates, IReadOnlyList<string> references)
{
    private const int MostCompared = 120;

    public string Text => text;

    public IReadOnlyList<DirectoryEmployer> Candidates => candidates;

    /// <summary>The first of the candidates: their names are laid on the words.</summary>
    public IReadOnlyList<DirectoryEmployer> Compared { get; } = [.. candidates.Take(MostCompared)];

    public IReadOnlyList<string> References => references;

    /// <summary>Whether the reading came to where only the rings decide, and they were not looked up: it must be made again with them.</summary>
    public bool LacksRings { get; private set; }

    /// <summary>The nearest of employers that fit equally; null when all are as near, and while nobody knows how near they are.</summary>
    public IReadOnlyList<DirectoryEmployer>? Nearest(IReadOnlyList<DirectoryEmployer> fits)
    {
        LacksRings |= fits.Any(employer => employer.Ring is null);
        if (LacksRings)
            return null;
        var nearest = fits.Min(employer => employer.Ring);
        var inRing = fits.Where(employer => employer.Ring == nearest).ToList();
        return inRing.Count < fits.Count ? inRing : null;
    }
}
