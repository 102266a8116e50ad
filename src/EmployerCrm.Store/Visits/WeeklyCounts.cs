using EmployerCrm.Core.Visits;
using EmployerCrm.Store.Sql;

namespace EmployerCrm.Store.Visits;

internal sealed class WeeklyCounts(Session session)
{
    private const string WeeklyCountSql = """
        select in_person, all_contacts as [All], counted, to_confirm, client_specific, decision_makers, decision_makers_to_confirm, decision_makers_client_specific
        from weekly_counts
        where specialist_id = @SpecialistId and week_start = @WeekStart
        """;

    private const string AddToCountSql = """
        update weekly_counts
        set in_person = in_person + @InPerson, all_contacts = all_contacts + @All, counted = counted + @Counted, to_confirm = to_confirm + @ToConfirm,
          client_specific = client_specific + @ClientSpecific, decision_makers = decision_makers + @DecisionMakers,
          decision_makers_to_confirm = decision_makers_to_confirm + @DecisionMakersToConfirm,
          decision_makers_client_specific = decision_makers_client_specific + @DecisionMakersClientSpecific
        where specialist_id = @SpecialistId and week_start = @WeekStart
        """;

    private const string ReplaceCountSql = """
        update weekly_counts
        set in_person = @InPerson, all_contacts = @All, counted = @Counted, to_confirm = @ToConfirm, client_specific = @ClientSpecific,
          decision_makers = @DecisionMakers, decision_makers_to_confirm = @DecisionMakersToConfirm,
          decision_makers_client_specific = @DecisionMakersClientSpecific
        where specialist_id = @SpecialistId and week_start = @WeekStart
        """;

    private const string StartCountSql = """
        insert into weekly_counts (specialist_id, week_start, in_person, all_contacts, counted, to_confirm, client_specific,
          decision_makers, decision_makers_to_confirm, decision_makers_client_specific)
        values (@SpecialistId, @WeekStart, @InPerson, @All, @Counted, @ToConfirm, @ClientSpecific,
          @DecisionMakers, @DecisionMakersToConfirm, @DecisionMakersClientSpecific)
        """;

    public async Task<WeekTally> OfAsync(Guid specialistId, DateOnly weekStart) =>
        await session.SingleAsync<WeekTally>(WeeklyCountSql, new { SpecialistId = specialistId, WeekStart = weekStart }) ?? WeekTally.None;

    public Task AddAsync(Guid specialistId, DateOnly weekStart, WeekTally change) => session.UpsertAsync(AddToCountSql, StartCountSql, Row(specialistId, weekStart, change));

    public Task ReplaceAsync(Guid specialistId, DateOnly weekStart, WeekTally tally) => session.UpsertAsync(ReplaceCountSql, StartCountSql, Row(specialistId, weekStart, tally));

    private static object Row(Guid specialistId, DateOnly weekStart, WeekTally tally) => new
    {
        SpecialistId = specialistId,
        WeekStart = weekStart,
        tally.InPerson,
        tally.All,
        tally.Counted,
        tally.ToConfirm,
        tally.ClientSpecific,
        tally.DecisionMakers,
        tally.DecisionMakersToConfirm,
        tally.DecisionMakersClientSpecific,
    };
}
