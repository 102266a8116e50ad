namespace EmployerCrm.Core.Employers.Fields;

/// <summary>A division of the classification, in its section.</summary>
/// <param name="Section">A letter, "G".</param>
/// <param name="Code">Two digits, "47".</param>
public sealed record SicDivision(string Section, string Code, string Title);

/// <summary>A section of the classification with its divisions.</summary>
public sealed record SicSection(string Code, string Title, IReadOnlyList<SicDivision> Divisions);

/// <summary>UK Standard Industrial Classification 2007, sections and divisions, from <c>sic2007.txt</c>.</summary>
public static class Sic2007
{
    public static IReadOnlyList<SicSection> Sections { get; } = Read();

    private static readonly Dictionary<string, SicSection> SectionsByCode = Sections.ToDictionary(section => section.Code, StringComparer.Ordinal);

    private static readonly Dictionary<string, SicDivision> DivisionsByCode =
        Sections.SelectMany(section => section.Divisions).ToDictionary(division => division.Code, StringComparer.Ordinal);

    public static SicSection? Section(string? code) => code is null ? null : SectionsByCode.GetValueOrDefault(code);

    public static SicDivision? Division(string? code) => code is null ? null : DivisionsByCode.GetValueOrDefault(code);

    /// <summary>
    /// Reads section and division as typed or chosen: a division brings its section along, a code of five digits its division. Both are null where nothing was typed.
    /// </summary>
    public static (string? Section, string? Division, FieldReason? Problem) Read(string? section, string? division)
    {
        var (typedSection, typedDivision) = (Text.OrNull(section)?.ToUpperInvariant(), Text.OrNull(division));
        if (typedDivision is { Length: 4 or 5 } && typedDivision.All(char.IsAsciiDigit))
            typedDivision = typedDivision[..2];
        else if (typedDivision is { Length: 1 } && char.IsAsciiDigit(typedDivision[0]))
            typedDivision = "0" + typedDivision;
        if (typedSection is not null && Section(typedSection) is null)
            return (null, null, FieldReason.SicUnknown);
        if (typedDivision is null)
            return (typedSection, null, null);
        if (Division(typedDivision) is not { } known)
            return (null, null, FieldReason.SicUnknown);
        return typedSection is null || typedSection == known.Section ? (known.Section, known.Code, null) : (null, null, FieldReason.SicOfAnotherSection);
    }

    private static IReadOnlyList<SicSection> Read()
    {
        using var text = new StreamReader(typeof(Sic2007).Assembly.GetManifestResourceStream("EmployerCrm.Core.Employers.Fields.sic2007.txt")!);
        var sections = new List<(string Code, string Title, List<SicDivision> Divisions)>();
        foreach (var line in text.ReadToEnd().Split('\n', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries))
        {
            if (line[0] == '#')
                continue;
            var (code, title) = (line[..line.IndexOf(' ', StringComparison.Ordinal)], line[(line.IndexOf(' ', StringComparison.Ordinal) + 1)..]);
            if (code.Length == 1)
                sections.Add((code, title, []));
            else
                sections[^1].Divisions.Add(new SicDivision(sections[^1].Code, code, title));
        }

        return [.. sections.Select(section => new SicSection(section.Code, section.Title, section.Divisions))];
    }
}
