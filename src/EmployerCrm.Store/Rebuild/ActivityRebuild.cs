using EmployerCrm.Core.Employers;
using EmployerCrm.Store.Employers;
using EmployerCrm.Store.Sql;

namespace EmployerCrm.Store.Rebuild;

internal sealed class ActivityRebuild(Session session)
{
    private const string ActivityOfSql = """
        select employer_id, specialist_id, contacts, visits, first_on, last_on
        from employer_activity
        where specialist_id = @SpecialistId
        """;

    private const string HeldByEmployerSql = """
        select employer_id, specialist_id, count(*) as contacts, sum(case when channel = 'InPerson' then 1 else 0 end) as visits,
          min(visited_on) as first_on, max(visited_on) as last_on
        from visits
        where specialist_id = @SpecialistId and state = 'Held'
        group by employer_id, specialist_id
        """;

    public async Task<IReadOnlyList<string>> RunAsync(Guid specialistId)
    {
        var stored = await ByEmployerAsync(ActivityOfSql, specialistId);
        var actual = await ByEmployerAsync(HeldByEmployerSql, specialistId);
        var rows = new EmployerActivityRows(session);
        var differences = new List<string>();
        foreach (var employer in stored.Keys.Union(actual.Keys).Where(id => stored.GetValueOrDefault(id) != actual.GetValueOrDefault(id)))
        {
            differences.Add($"activity of specialist {specialistId} with employer {employer}: {Words(stored.GetValueOrDefault(employer))} was kept, the visits say {Words(actual.GetValueOrDefault(employer))}");
            await rows.RecountAsync(employer, specialistId);
        }

        return differences;
    }

    private async Task<Dictionary<Guid, EmployerActivity>> ByEmployerAsync(string sql, Guid specialistId) =>
        (await session.QueryAsync<EmployerActivity>(sql, new { SpecialistId = specialistId })).ToDictionary(activity => activity.EmployerId);

    private static string Words(EmployerActivity? activity) => activity is null
        ? "nothing"
        : $"{activity.Contacts} contacts, {activity.Visits} in person, {activity.FirstOn:yyyy-MM-dd} to {activity.LastOn:yyyy-MM-dd}";
}
