using EmployerCrm.Core.Employers;
using EmployerCrm.Core.Placements;
using EmployerCrm.Core.Visits;

namespace EmployerCrm.Core.Engagement;

/// <summary>Evidence about one employer, on a day. Contacts stand on the first of their month, so that a long history stays a short list; the rest on its own day.</summary>
public sealed record Evidence(DateOnly On, EvidenceCounts Counts)
{
    /// <summary>What a contact shows; nothing when it has not happened, or when nobody was reached.</summary>
    public static IEnumerable<Evidence> Of(Visit visit)
    {
        ArgumentNullException.ThrowIfNull(visit);
        return visit.State == VisitState.Held ? Of(visit.On, visit.Channel, visit.Facts.Reached, visit.Facts.Purpose) : [];
    }

    /// <summary>The same, of a contact that was held.</summary>
    public static IEnumerable<Evidence> Of(DateOnly on, Channel channel, Reached reached, Purpose purpose)
    {
        if (reached == Reached.Nobody)
            return [];
        var inPerson = channel == Channel.InPerson;
        return
        [
            new Evidence(MonthOf(on), new EvidenceCounts
            {
                Visits = inPerson ? 1 : 0,
                OtherContacts = inPerson ? 0 : 1,
                DecisionMakers = reached == Reached.DecisionMaker ? 1 : 0,
                Needs = purpose == Purpose.LearnNeeds ? 1 : 0,
            }),
        ];
    }

    /// <summary>What a job shows: its start from the first day on, and that it lasted from the day on which it has. One that never began shows nothing.</summary>
    public static IEnumerable<Evidence> Of(JobSpan job, EngagementOptions options)
    {
        ArgumentNullException.ThrowIfNull(job);
        ArgumentNullException.ThrowIfNull(options);
        if (!(job.EndsOn <= job.StartsOn))
            yield return new Evidence(job.StartsOn, EvidenceCounts.Of(EvidenceKind.Placement));
        var lasted = job.StartsOn.AddDays(options.SustainedDays);
        if (!(job.EndsOn <= lasted))
            yield return new Evidence(lasted, EvidenceCounts.Of(EvidenceKind.SustainedPlacement));
    }

    public static IEnumerable<Evidence> OfOpening(DateOnly recordedOn) => [new Evidence(recordedOn, EvidenceCounts.Of(EvidenceKind.Opening))];

    /// <summary>What the record of an employer shows by itself.</summary>
    public static IEnumerable<Evidence> Of(Employer employer)
    {
        ArgumentNullException.ThrowIfNull(employer);
        return employer is { NeedsRecordedOn: { } on, Needs.Length: > 0 } ? [new Evidence(on, EvidenceCounts.Of(EvidenceKind.Needs))] : [];
    }

    /// <summary>One for each day, without days that show nothing, the earliest first.</summary>
    public static IReadOnlyList<Evidence> ByDay(IEnumerable<Evidence> evidence) =>
    [
        .. evidence.GroupBy(item => item.On).Select(day => new Evidence(day.Key, day.Aggregate(EvidenceCounts.None, (sum, item) => sum + item.Counts)))
            .Where(day => day.Counts != EvidenceCounts.None).OrderBy(day => day.On),
    ];

    /// <summary>What has to be counted so that the one takes the place of the other.</summary>
    public static IReadOnlyList<Evidence> Difference(IEnumerable<Evidence> before, IEnumerable<Evidence> after) =>
        ByDay([.. after, .. before.Select(item => item with { Counts = EvidenceCounts.None - item.Counts })]);

    public static DateOnly MonthOf(DateOnly day) => day.AddDays(1 - day.Day);
}
