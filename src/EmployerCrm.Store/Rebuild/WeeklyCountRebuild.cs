using EmployerCrm.Core.Calendar;
using EmployerCrm.Core.Visits;
using EmployerCrm.Store.Sql;
using EmployerCrm.Store.Visits;

namespace EmployerCrm.Store.Rebuild;

internal sealed class WeeklyCountRebuild(Session session)
{
    private const string WeeksOfSql = "select week_start from weekly_counts where specialist_id = @SpecialistId";

    private const string ForWork = "channel = 'InPerson' and purpose not in ('InWorkSupport', 'Adjustments')";

    private const string InWorkAssumed = "channel = 'InPerson' and purpose in ('InWorkSupport', 'Adjustments') and purpose_assumed = 1";

    private const string HeldByDaySql = $"""
        select visited_on as [Day], count(*) as [All],
          sum(case when channel = 'InPerson' then 1 else 0 end) as in_person,
          sum(case when {ForWork} and reached <> 'Nobody' then 1 else 0 end) as counted,
          sum(case
            when {InWorkAssumed} and (reached <> 'Nobody' or reached_assumed = 1) then 1
            when {ForWork} and reached_assumed = 1 and (contact_id is null or reached = 'Nobody') then 1
            else 0
          end) as to_confirm,
          sum(case when {ForWork} and reached <> 'Nobody' and client_specific = 1 then 1 else 0 end) as client_specific,
          sum(case when {ForWork} and reached = 'DecisionMaker' then 1 else 0 end) as decision_makers,
          sum(case
            when {InWorkAssumed} and (reached = 'DecisionMaker' or reached_assumed = 1) then 1
            when {ForWork} and reached_assumed = 1 then 1
            else 0
          end) as decision_makers_to_confirm,
          sum(case when {ForWork} and reached = 'DecisionMaker' and client_specific = 1 then 1 else 0 end) as decision_makers_client_specific
        from visits
        where specialist_id = @SpecialistId and state = 'Held'
        group by visited_on
        """;

    public async Task<IReadOnlyList<string>> RunAsync(Guid specialistId)
    {
        var counts = new WeeklyCounts(session);
        var weeks = await session.QueryAsync<DateOnly>(WeeksOfSql, new { SpecialistId = specialistId });
        var actual = (await session.QueryAsync<DayCount>(HeldByDaySql, new { SpecialistId = specialistId }))
            .GroupBy(day => Weeks.StartOf(day.Day))
            .ToDictionary(week => week.Key, week => week.Aggregate(WeekTally.None, (sum, day) => sum + day.Tally));
        var differences = new List<string>();
        foreach (var week in weeks.Union(actual.Keys).Order())
        {
            var (was, isNow) = (await counts.OfAsync(specialistId, week), actual.GetValueOrDefault(week, WeekTally.None));
            if (was == isNow)
                continue;
            differences.Add($"weekly count of specialist {specialistId}, week of {week:yyyy-MM-dd}: {Words(was)} was kept, the visits say {Words(isNow)}");
            await counts.ReplaceAsync(specialistId, week, isNow);
        }

        return differences;
    }

    private static string Words(WeekTally tally) =>
        $"{tally.InPerson} of {tally.All} in person, {tally.Counted} counted, {tally.ToConfirm} to confirm, {tally.ClientSpecific} for a client "
        + $"(decision-makers {tally.DecisionMakers}, {tally.DecisionMakersToConfirm}, {tally.DecisionMakersClientSpecific})";

    private sealed record DayCount
    {
        public required DateOnly Day { get; init; }

        public required int InPerson { get; init; }

        public required int All { get; init; }

        public required int Counted { get; init; }

        public required int ToConfirm { get; init; }

        public required int ClientSpecific { get; init; }

        public required int DecisionMakers { get; init; }

        public required int DecisionMakersToConfirm { get; init; }

        public required int DecisionMakersClientSpecific { get; init; }

        public WeekTally Tally => new()
        {
            InPerson = InPerson,
            All = All,
            Counted = Counted,
            ToConfirm = ToConfirm,
            ClientSpecific = ClientSpecific,
            DecisionMakers = DecisionMakers,
            DecisionMakersToConfirm = DecisionMakersToConfirm,
            DecisionMakersClientSpecific = DecisionMakersClientSpecific,
        };
    }
}
