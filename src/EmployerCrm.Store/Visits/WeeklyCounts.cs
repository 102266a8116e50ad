using EmployerCrm.Core.Visits;
using EmployerCrm.Store.Sql;

namespace EmployerCrm.Store.Visits;

internal sealed class WeeklyCounts(Session session)
{
    private const string WeeklyCountSql = """
        select specialist_id, week_start, in_person, all_contacts as [All]
        from weekly_counts
        where specialist_id = @SpecialistId and week_start = @WeekStart
        """;

    private const string AddToCountSql = """
        update weekly_counts
        set in_person = in_person + @InPerson, all_contacts = all_contacts + @All
        where specialist_id = @SpecialistId and week_start = @WeekStart
        """;

    private const string StartCountSql = """
        insert into weekly_counts (specialist_id, week_start, in_person, all_contacts)
        values (@SpecialistId, @WeekStart, @InPerson, @All)
        """;

    public async Task<WeeklyCount> OfAsync(Guid specialistId, DateOnly weekStart) =>
        await session.SingleAsync<WeeklyCount>(WeeklyCountSql, new { SpecialistId = specialistId, WeekStart = weekStart })
        ?? new WeeklyCount { SpecialistId = specialistId, WeekStart = weekStart, InPerson = 0, All = 0 };

    public Task AddAsync(Guid specialistId, DateOnly weekStart, int inPerson, int all) =>
        session.UpsertAsync(AddToCountSql, StartCountSql, new WeeklyCount { SpecialistId = specialistId, WeekStart = weekStart, InPerson = inPerson, All = all });
}
