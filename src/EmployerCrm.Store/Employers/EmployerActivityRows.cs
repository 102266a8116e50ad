using EmployerCrm.Core.Employers;
using EmployerCrm.Store.Sql;

namespace EmployerCrm.Store.Employers;

/// <summary>Who knows which employer, kept beside the visits.</summary>
internal sealed class EmployerActivityRows(Session session)
{
    private const string ActivitySql = """
        select employer_id, specialist_id, contacts, visits, first_on, last_on
        from employer_activity
        where employer_id = @EmployerId
        order by last_on desc
        """;

    private const string CountOneSql = """
        update employer_activity
        set contacts = contacts + @Contacts, visits = visits + @Visits,
          first_on = case when @FirstOn < first_on then @FirstOn else first_on end,
          last_on = case when @LastOn > last_on then @LastOn else last_on end
        where employer_id = @EmployerId and specialist_id = @SpecialistId
        """;

    private const string ReplaceActivitySql = """
        update employer_activity
        set contacts = @Contacts, visits = @Visits, first_on = @FirstOn, last_on = @LastOn
        where employer_id = @EmployerId and specialist_id = @SpecialistId
        """;

    private const string AddActivitySql = """
        insert into employer_activity (employer_id, specialist_id, contacts, visits, first_on, last_on)
        values (@EmployerId, @SpecialistId, @Contacts, @Visits, @FirstOn, @LastOn)
        """;

    private const string RemoveActivitySql = "delete from employer_activity where employer_id = @EmployerId and specialist_id = @SpecialistId";

    private const string HoldActivitySql = "update employer_activity set contacts = contacts where employer_id = @EmployerId and specialist_id = @SpecialistId";

    private const string FromVisitsSql = """
        select employer_id, specialist_id, count(*) as contacts, sum(case when channel = 'InPerson' then 1 else 0 end) as visits,
          min(visited_on) as first_on, max(visited_on) as last_on
        from visits
        where employer_id = @EmployerId and specialist_id = @SpecialistId and state = 'Held'
        group by employer_id, specialist_id
        """;

    public async Task<IReadOnlyList<EmployerActivity>> OfAsync(Guid employerId) =>
        await session.QueryAsync<EmployerActivity>(ActivitySql, new { EmployerId = employerId });

    public Task CountAsync(Guid employerId, Guid specialistId, DateOnly on, bool inPerson) => session.UpsertAsync(
        CountOneSql,
        AddActivitySql,
        new EmployerActivity { EmployerId = employerId, SpecialistId = specialistId, Contacts = 1, Visits = inPerson ? 1 : 0, FirstOn = on, LastOn = on });

    public async Task RecountAsync(Guid employerId, Guid specialistId)
    {
        var pair = new { EmployerId = employerId, SpecialistId = specialistId };
        // Written before the visits are read: on SQL Server whoever counts the same pair waits here, or is waited for.
        await session.HoldAsync(HoldActivitySql, pair);
        if (await session.SingleAsync<EmployerActivity>(FromVisitsSql, pair) is { } activity)
            await session.UpsertAsync(ReplaceActivitySql, AddActivitySql, activity);
        else
            await session.ExecuteAsync(RemoveActivitySql, pair);
    }
}
