using EmployerCrm.Core.Employers;
using EmployerCrm.Core.Schedules;

namespace EmployerCrm.Core.Clients;

/// <summary>A result that a programme asks for: so many weeks in work within so many from the first day, with so many hours.</summary>
public sealed record OutcomeMilestone(string Name, int Weeks, int WithinWeeks, int LeastMinutesAWeek);

/// <summary>A programme that clients belong to.</summary>
/// <param name="AlsoCalled">Names under which people still know it.</param>
public sealed record Programme(string Name, IReadOnlyList<string> AlsoCalled)
{
    public Programme(string name)
        : this(name, [])
    {
    }

    /// <summary>The name of the schedule of in-work support: one of <see cref="ScheduleTemplate.Shipped"/>.</summary>
    public string Schedule { get; init; } = ScheduleTemplate.Ips.Name;

    /// <summary>How many months from entry it lasts; null without a limit. Nothing ends by itself: lists show who is past it.</summary>
    public int? LimitMonths { get; init; }

    /// <summary>The first day past its time for somebody who entered then; null without a limit.</summary>
    public DateOnly? LimitOn(DateOnly enteredOn) => LimitMonths is { } months ? enteredOn.AddMonths(months) : null;

    /// <summary>How many clients a full-time specialist has at most.</summary>
    public int CaseloadTarget { get; init; } = 20;

    /// <summary>Whether clients have the job they want to keep when they enter.</summary>
    public bool StartsInWork { get; init; }

    public IReadOnlyList<OutcomeMilestone> Milestones { get; init; } = [];
}

/// <summary>What a client's programme and preferred job types are chosen from. The service sets its own in <c>Clients:Programmes</c> and <c>Clients:JobTypes</c>.</summary>
public sealed record ClientLists(IReadOnlyList<Programme> Programmes, IReadOnlyList<string> JobTypes)
{
    /// <summary>At least seven hours a week for 13 weeks within 16 (S).</summary>
    private static OutcomeMilestone ThirteenWeeks { get; } = new("13 weeks in work", 13, 16, 7 * 60);

    /// <summary>The lists of a service that sets none. Limits and targets but those of IPS in secondary care: R.</summary>
    public static ClientLists Default { get; } = new(
        [
            new("IPS in secondary care"), new("IPS for addiction services"),
            new("IPS in primary care") { Schedule = ScheduleTemplate.Lighter.Name, LimitMonths = 12, CaseloadTarget = 25, Milestones = [ThirteenWeeks] },
            new("WorkWell") { Schedule = ScheduleTemplate.Lighter.Name, LimitMonths = 6, CaseloadTarget = 40 },
            new("Connect to Work", ["Universal Support"]) { LimitMonths = 12, CaseloadTarget = 25, Milestones = [ThirteenWeeks] },
            new("Job retention") { Schedule = ScheduleTemplate.Retention.Name, LimitMonths = 12, CaseloadTarget = 25, StartsInWork = true },
        ],
        [
            "Kitchen and catering", "Retail", "Warehouse", "Care", "Cleaning", "Admin and office", "Construction", "Driving and delivery", "Gardening and outdoors",
            "Customer service", "Manufacturing", "Creative", "IT", "Education and childcare", "Security", "Hairdressing and beauty",
        ]);

    /// <summary>The programme of that very name; one that the service no longer lists is without a limit.</summary>
    public Programme Of(string name) => Programmes.FirstOrDefault(programme => programme.Name == name) ?? new Programme(name);

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
