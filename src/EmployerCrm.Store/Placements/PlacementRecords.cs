using EmployerCrm.Core.Placements;
using EmployerCrm.Store.Sql;

namespace EmployerCrm.Store.Placements;

internal sealed class PlacementRecords(Session session) : IPlacementRecords
{
    private const string PlacementSql = """
        select id, client_id, employer_id, specialist_id, team_id, job_title, starts_on, recorded_at, ends_on, end_reason, version,
          contact_id, soc_major_group, minutes_a_week, at_least_minimum_wage, permanent, competitive, preferences_met, template_id, end_heard_on
        from placements
        where id = @Id
        """;

    private const string OfClientSql = """
        select p.id, p.client_id, p.employer_id, e.name as employer_name, e.town, p.job_title, p.starts_on, p.ends_on, p.end_reason, p.recorded_at, s.name as recorded_by_name,
          p.soc_major_group, p.minutes_a_week, p.at_least_minimum_wage, p.permanent, p.competitive, p.preferences_met
        from placements p
          inner join employers e on e.id = p.employer_id
          inner join specialists s on s.id = p.specialist_id
        where p.client_id = @ClientId
        order by p.starts_on desc, p.recorded_at desc
        """;

    private const string NotOverSql = "select id from placements where ends_on is null or ends_on > @Today";

    private const string OverAndOwingSql = """
        select distinct p.id
        from follow_ups f
          inner join placements p on p.id = f.placement_id
        where f.state = 'Open' and f.step_key is not null and p.ends_on <= @Today
        """;

    private const string AddPlacementSql = """
        insert into placements (id, client_id, employer_id, specialist_id, team_id, job_title, starts_on, recorded_at, ends_on, end_reason, version,
          contact_id, soc_major_group, minutes_a_week, at_least_minimum_wage, permanent, competitive, preferences_met, template_id, end_heard_on)
        values (@Id, @ClientId, @EmployerId, @SpecialistId, @TeamId, @JobTitle, @StartsOn, @RecordedAt, @EndsOn, @EndReason, @Version,
          @ContactId, @SocMajorGroup, @MinutesAWeek, @AtLeastMinimumWage, @Permanent, @Competitive, @PreferencesMet, @TemplateId, @EndHeardOn)
        """;

    private const string SavePlacementSql = """
        update placements
        set job_title = @JobTitle, starts_on = @StartsOn, ends_on = @EndsOn, end_reason = @EndReason, version = @Version,
          contact_id = @ContactId, soc_major_group = @SocMajorGroup, minutes_a_week = @MinutesAWeek, at_least_minimum_wage = @AtLeastMinimumWage, permanent = @Permanent,
          competitive = @Competitive, preferences_met = @PreferencesMet, template_id = @TemplateId, end_heard_on = @EndHeardOn
        where id = @Id and version = @ExpectedVersion
        """;

    private const string RemovePlacementSql = "delete from placements where id = @Id and version = @Version";

    private const string ChangesSql = """
        select id, placement_id, changed_on, job_title, minutes_a_week, minutes_before, recorded_by_id, recorded_at, version
        from placement_changes
        where placement_id = @PlacementId
        order by changed_on, recorded_at
        """;

    private const string AddChangeSql = """
        insert into placement_changes (id, placement_id, changed_on, job_title, minutes_a_week, minutes_before, recorded_by_id, recorded_at, version)
        values (@Id, @PlacementId, @ChangedOn, @JobTitle, @MinutesAWeek, @MinutesBefore, @RecordedById, @RecordedAt, @Version)
        """;

    private const string RemoveChangeSql = "delete from placement_changes where id = @Id and version = @Version";

    public Task<Placement?> PlacementAsync(Guid id) => session.SingleAsync<Placement>(PlacementSql, new { Id = id });

    public async Task<IReadOnlyList<PlacementSummary>> OfClientAsync(Guid clientId) =>
        await session.QueryAsync<PlacementSummary>(OfClientSql, new { ClientId = clientId });

    public async Task<IReadOnlyList<Guid>> OwingAsync(DateOnly today) =>
        [.. await session.QueryAsync<Guid>(NotOverSql, new { Today = today }), .. await session.QueryAsync<Guid>(OverAndOwingSql, new { Today = today })];

    public Task AddAsync(Placement placement) => session.ExecuteAsync(AddPlacementSql, placement);

    public async Task<bool> SaveAsync(Placement placement, int expectedVersion) => await session.ExecuteAsync(
        SavePlacementSql,
        new
        {
            placement.Id, placement.JobTitle, placement.StartsOn, placement.EndsOn, placement.EndReason, placement.Version, placement.ContactId, placement.SocMajorGroup,
            placement.MinutesAWeek, placement.AtLeastMinimumWage, placement.Permanent, placement.Competitive, placement.PreferencesMet, placement.TemplateId, placement.EndHeardOn,
            ExpectedVersion = expectedVersion,
        }) > 0;

    public async Task<bool> RemoveAsync(Guid id, int expectedVersion) =>
        await session.ExecuteAsync(RemovePlacementSql, new { Id = id, Version = expectedVersion }) > 0;

    public async Task<IReadOnlyList<PlacementChange>> ChangesAsync(Guid placementId) =>
        await session.QueryAsync<PlacementChange>(ChangesSql, new { PlacementId = placementId });

    public Task AddAsync(PlacementChange change) => session.ExecuteAsync(AddChangeSql, change);

    public async Task<bool> RemoveChangeAsync(Guid id, int expectedVersion) =>
        await session.ExecuteAsync(RemoveChangeSql, new { Id = id, Version = expectedVersion }) > 0;
}
