namespace EmployerCrm.Store.Rebuild;

/// <summary>Recomputes everything derived, one specialist or a few employers at a time, so that nobody's turn waits long.</summary>
internal static class Rebuilder
{
    private const int EmployersAtOnce = 200;

    public static async Task<IReadOnlyList<string>> RunAsync(CrmStore store, LevelsAsOf levels, CancellationToken cancellationToken)
    {
        var differences = new List<string>();
        var specialists = await store.ReadSessionAsync(session => session.People.SpecialistsAsync(), cancellationToken);
        foreach (var specialist in specialists)
        {
            differences.AddRange(await store.WriteSessionAsync(session => new WeeklyCountRebuild(session.Sql).RunAsync(specialist.Id), cancellationToken));
            differences.AddRange(await store.WriteSessionAsync(session => new ActivityRebuild(session.Sql).RunAsync(specialist.Id), cancellationToken));
        }

        var employers = await store.ReadSessionAsync(session => KeyRebuild.AllEmployersAsync(session.Sql), cancellationToken);
        foreach (var some in employers.Chunk(EmployersAtOnce))
        {
            differences.AddRange(await store.WriteSessionAsync(session => new KeyRebuild(session.Sql).RunAsync(some), cancellationToken));
            differences.AddRange(await store.WriteSessionAsync(session => new SummaryRebuild(session.Sql).RunAsync(some), cancellationToken));
            differences.AddRange(await store.WriteSessionAsync(session => new EvidenceRebuild(session, levels.Options).RunAsync(some), cancellationToken));
            differences.AddRange(await store.WriteSessionAsync(session => new LevelRebuild(session, levels).RunAsync(some), cancellationToken));
        }

        differences.AddRange(await store.WriteSessionAsync(session => KeyCountRebuild.RunAsync(session.Sql), cancellationToken));
        return differences;
    }
}
