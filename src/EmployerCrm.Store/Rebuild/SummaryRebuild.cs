using EmployerCrm.Store.Employers;
using EmployerCrm.Store.Sql;

namespace EmployerCrm.Store.Rebuild;

/// <summary>The rows of the employer list, compared with the employers and with who knows them.</summary>
internal sealed class SummaryRebuild(Session session)
{
    private const string SummariesSql = """
        select employer_id, name_key, town_key, sic_division, owner_id, archived, do_not_approach, last_on
        from employer_summaries
        where employer_id in @Ids
        """;

    private const string LastContactsSql = "select employer_id, max(last_on) as last_on from employer_activity where employer_id in @Ids group by employer_id";

    public async Task<IReadOnlyList<string>> RunAsync(Guid[] employerIds)
    {
        var stored = (await session.QueryAsync<SummaryRow>(SummariesSql, new { Ids = employerIds })).ToDictionary(row => row.EmployerId);
        var last = (await session.QueryAsync<LastContact>(LastContactsSql, new { Ids = employerIds })).ToDictionary(row => row.EmployerId, row => row.LastOn);
        var rows = new EmployerSummaryRows(session);
        var differences = new List<string>();
        foreach (var employer in (await new EmployerRows(session).OfAsync(employerIds)).Values)
        {
            var right = EmployerSummaryRows.Row(employer) with { LastOn = last.GetValueOrDefault(employer.Id, EmployerSummaryRows.Never) };
            if (stored.GetValueOrDefault(employer.Id) == right)
                continue;
            differences.Add($"the list row of employer {employer.Id} was made again");
            await rows.ChangeAsync(employer);
            await rows.LastContactAsync(employer.Id);
        }

        return differences;
    }

    private sealed record LastContact
    {
        public required Guid EmployerId { get; init; }

        public required DateOnly LastOn { get; init; }
    }
}
