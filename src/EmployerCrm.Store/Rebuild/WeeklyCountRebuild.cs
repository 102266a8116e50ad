using EmployerCrm.Core.Calendar;
using EmployerCrm.Core.Visits;
using EmployerCrm.Store.Sql;

namespace EmployerCrm.Store.Rebuild;

internal sealed class WeeklyCountRebuild(Session session)
{
    private const string CountsOfSql = "select specialist_id, week_start, in_person, all_contacts as [All] from weekly_counts where specialist_id = @SpecialistId";

    private const string HeldByDaySql = """
        select visited_on as [Day], count(*) as [All], sum(case when channel = 'InPerson' then 1 else 0 end) as in_person
        from visits
        where specialist_id = @SpecialistId and state = 'Held'
        group by visited_on
        """;

    private const string ReplaceCountSql = """
        update weekly_counts
        set in_person = @InPerson, all_contacts = @All
        where specialist_id = @SpecialistId and week_start = @WeekStart
        """;

    private const string AddCountSql = "insert into weekly_counts (specialist_id, week_start, in_person, all_contacts) values (@SpecialistId, @WeekStart, @InPerson, @All)";

    public async Task<IReadOnlyList<string>> RunAsync(Guid specialistId)
    {
        var stored = (await session.QueryAsync<WeeklyCount>(CountsOfSql, new { SpecialistId = specialistId })).ToDictionary(count => count.WeekStart);
        var actual = (await session.QueryAsync<DayCount>(HeldByDaySql, new { SpecialistId = specialistId }))
            .GroupBy(day => Weeks.StartOf(day.Day))
            .ToDictionary(week => week.Key, week => (InPerson: week.Sum(day => day.InPerson), All: week.Sum(day => day.All)));
        var differences = new List<string>();
        foreach (var week in stored.Keys.Union(actual.Keys).Order())
        {
            var (inPerson, all) = actual.GetValueOrDefault(week);
            var was = stored.GetValueOrDefault(week);
            if ((was?.InPerson ?? 0) == inPerson && (was?.All ?? 0) == all)
                continue;
            differences.Add($"weekly count of specialist {specialistId}, week of {week:yyyy-MM-dd}: {was?.InPerson ?? 0} of {was?.All ?? 0} in person was kept, the visits say {inPerson} of {all}");
            await session.UpsertAsync(ReplaceCountSql, AddCountSql, new WeeklyCount { SpecialistId = specialistId, WeekStart = week, InPerson = inPerson, All = all });
        }

        return differences;
    }

    private sealed record DayCount
    {
        public required DateOnly Day { get; init; }

        public required int InPerson { get; init; }

        public required int All { get; init; }
    }
}
