using EmployerCrm.Core.Employers;

namespace EmployerCrm.Core.Clients;

/// <summary>A programme that clients belong to.</summary>
/// <param name="AlsoCalled">Names under which people still know it.</param>
public sealed record Programme(string Name, IReadOnlyList<string> AlsoCalled)
{
    public Programme(string name)
        : this(name, [])
    {
    }
}

/// <summary>What a client's programme and preferred job types are chosen from. The service sets its own in <c>Clients:Programmes</c> and <c>Clients:JobTypes</c>.</summary>
public sealed record ClientLists(IReadOnlyList<Programme> Programmes, IReadOnlyList<string> JobTypes)
{
    /// <summary>The lists of a service that sets none.</summary>
    public static ClientLists Default { get; } = new(
        [
            new("IPS in secondary care"), new("IPS for addiction services"), new("IPS in primary care"), new("WorkWell"),
            new("Connect to Work", ["Universal Support"]), new("Job retention"),
        ],
        [
            "Kitchen and catering", "Retail", "Warehouse", "Care", "Cleaning", "Admin and office", "Construction", "Driving and delivery", "Gardening and outdoors",
            "Customer service", "Manufacturing", "Creative", "IT", "Education and childcare", "Security", "Hairdressing and beauty",
        ]);

    public IReadOnlyList<string> ProgrammeNames => [.. Programmes.Select(programme => programme.Name)];

    /// <summary>The programme that is meant: by its name, an older name, or words that only one of them has; null when none or several are.</summary>
    public string? FindProgramme(string text) => Find(
        text, Programmes.SelectMany(programme => programme.AlsoCalled.Prepend(programme.Name).Select(name => (name, programme.Name))));

    /// <summary>The job type that is meant, found as <see cref="FindProgramme"/> finds a programme.</summary>
    public string? FindJobType(string text) => Find(text, JobTypes.Select(jobType => (jobType, jobType)));

    private static string? Find(string text, IEnumerable<(string Name, string Value)> entries)
    {
        var words = FoldedText.Words(text);
        if (words.Count == 0)
            return null;
        var known = entries.Select(entry => (Words: FoldedText.Words(entry.Name), entry.Value)).ToList();
        if (known.FirstOrDefault(entry => entry.Words.SequenceEqual(words, StringComparer.Ordinal)).Value is { } exact)
            return exact;
        var holding = known.Where(entry => words.All(word => entry.Words.Contains(word, StringComparer.Ordinal))).Select(entry => entry.Value).Distinct(StringComparer.Ordinal).ToList();
        return holding.Count == 1 ? holding[0] : null;
    }
}
