namespace EmployerCrm.Core.Placements;

/// <summary>Which job a person means who says that one ended.</summary>
/// <param name="Job">The job, when it can be only one.</param>
/// <param name="Choices">The jobs it may be, when it can be several.</param>
internal sealed record JobMeant(PlacementSummary? Job, IReadOnlyList<PlacementSummary> Choices)
{
    /// <summary>The job they are in; else the one whose end that day was recorded before; else one that is to come.</summary>
    public static JobMeant Of(IReadOnlyList<PlacementSummary> jobs, RecordJobEnd end, DateOnly today)
    {
        if (end.PlacementId is { } id)
            return new JobMeant(jobs.FirstOrDefault(job => job.Id == id), []);
        var there = jobs.Where(job => end.EmployerId is null || job.EmployerId == end.EmployerId).ToList();
        List<PlacementSummary>[] likeliestFirst =
        [
            [.. there.Where(job => job.Span.IsCurrent(today))],
            [.. there.Where(job => job.EndsOn == end.EndedOn)],
            [.. there.Where(job => job.Span.IsToCome(today))],
        ];
        return likeliestFirst.FirstOrDefault(some => some.Count > 0) switch
        {
            null => new JobMeant(null, []),
            [var only] => new JobMeant(only, []),
            var several => new JobMeant(null, several),
        };
    }
}
