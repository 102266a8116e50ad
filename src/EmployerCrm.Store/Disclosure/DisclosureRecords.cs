using EmployerCrm.Core.Disclosure;
using EmployerCrm.Store.Sql;

namespace EmployerCrm.Store.Disclosure;

internal sealed class DisclosureRecords(Session session) : IDisclosureRecords
{
    private const string Columns = """
        id, client_id, employer_id, team_id, level, who_may_be_told, how, wording, adjustments, consent_given, given_on, revisit_on, not_a_condition, pros_and_cons,
          wording_agreed, revisited_on, recorded_by_id, recorded_at, ended_on, ended_as, ended_by_id, version
        """;

    private const string PermissionSql = $"select {Columns} from disclosure_permissions where id = @Id";

    private const string HoldingSql = $"select {Columns} from disclosure_permissions where client_id = @ClientId and employer_id = @EmployerId and ended_on is null";

    private const string OfClientSql = $"select {Columns} from disclosure_permissions where client_id = @ClientId order by recorded_at desc";

    private const string LiveAtSql = """
        select p.client_id, c.reference as client_reference, s.name as owner_name, p.level, p.who_may_be_told, p.given_on, p.revisit_on
        from disclosure_permissions p
          inner join clients c on c.id = p.client_id
          inner join specialists s on s.id = c.owner_id
        where p.employer_id = @EmployerId and c.team_id = @TeamId and c.status <> 'Closed' and p.ended_on is null and p.level <> 'Nothing'
        order by c.reference
        """;

    private const string UnpermittedOf = """
        select v.id as visit_id, v.version, v.employer_id, e.name as employer_name, v.client_id, c.reference as client_reference, v.specialist_id, s.name as specialist_name,
          v.state, v.channel, v.visited_on as [On]
        from visits v
          inner join clients c on c.id = v.client_id
          inner join employers e on e.id = v.employer_id
          inner join specialists s on s.id = v.specialist_id
        where v.state <> 'Cancelled'
          and not exists (
            select 1
            from disclosure_permissions p
            where p.client_id = v.client_id and p.employer_id = v.employer_id and p.level <> 'Nothing' and (p.ended_on is null or p.ended_on > v.visited_on))
        """;

    private const string UnpermittedOfClientSql = $"""
        {UnpermittedOf}
          and v.client_id = @ClientId
        order by v.visited_on desc, v.logged_at desc
        """;

    private const string UnpermittedOfSpecialistSql = $"""
        {UnpermittedOf}
          and v.specialist_id = @SpecialistId and v.visited_on >= @Since and c.team_id = @TeamId
        order by v.visited_on desc, v.logged_at desc
        """;

    private const string AddSql = $"""
        insert into disclosure_permissions ({Columns})
        values (@Id, @ClientId, @EmployerId, @TeamId, @Level, @WhoMayBeTold, @How, @Wording, @Adjustments, @ConsentGiven, @GivenOn, @RevisitOn, @NotACondition, @ProsAndCons,
          @WordingAgreed, @RevisitedOn, @RecordedById, @RecordedAt, @EndedOn, @EndedAs, @EndedById, @Version)
        """;

    private const string SaveSql = """
        update disclosure_permissions
        set level = @Level, who_may_be_told = @WhoMayBeTold, how = @How, wording = @Wording, adjustments = @Adjustments, consent_given = @ConsentGiven, given_on = @GivenOn,
          revisit_on = @RevisitOn, not_a_condition = @NotACondition, pros_and_cons = @ProsAndCons, wording_agreed = @WordingAgreed, revisited_on = @RevisitedOn,
          ended_on = @EndedOn, ended_as = @EndedAs, ended_by_id = @EndedById, version = @Version
        where id = @Id and version = @ExpectedVersion
        """;

    private const string RemoveSql = "delete from disclosure_permissions where id = @Id and version = @Version";

    public Task<DisclosurePermission?> PermissionAsync(Guid id) => session.SingleAsync<DisclosurePermission>(PermissionSql, new { Id = id });

    public Task<DisclosurePermission?> HoldingAsync(Guid clientId, Guid employerId) =>
        session.SingleAsync<DisclosurePermission>(HoldingSql, new { ClientId = clientId, EmployerId = employerId });

    public async Task<IReadOnlyList<DisclosurePermission>> OfClientAsync(Guid clientId) =>
        await session.QueryAsync<DisclosurePermission>(OfClientSql, new { ClientId = clientId });

    public async Task<IReadOnlyList<LivePermission>> LiveAtAsync(Guid teamId, Guid employerId) =>
        await session.QueryAsync<LivePermission>(LiveAtSql, new { TeamId = teamId, EmployerId = employerId });

    public async Task<IReadOnlyList<UnpermittedContact>> UnpermittedOfClientAsync(Guid clientId) =>
        await session.QueryAsync<UnpermittedContact>(UnpermittedOfClientSql, new { ClientId = clientId });

    public async Task<IReadOnlyList<UnpermittedContact>> UnpermittedOfSpecialistAsync(Guid specialistId, Guid teamId, DateOnly since) =>
        await session.QueryAsync<UnpermittedContact>(UnpermittedOfSpecialistSql, new { SpecialistId = specialistId, TeamId = teamId, Since = since });

    public Task AddAsync(DisclosurePermission permission) => session.ExecuteAsync(AddSql, permission);

    public async Task<bool> SaveAsync(DisclosurePermission permission, int expectedVersion) => await session.ExecuteAsync(
        SaveSql,
        new
        {
            permission.Id, permission.Level, permission.WhoMayBeTold, permission.How, permission.Wording, permission.Adjustments, permission.ConsentGiven, permission.GivenOn,
            permission.RevisitOn, permission.NotACondition, permission.ProsAndCons, permission.WordingAgreed, permission.RevisitedOn, permission.EndedOn, permission.EndedAs,
            permission.EndedById, permission.Version, ExpectedVersion = expectedVersion,
        }) > 0;

    public async Task<bool> RemoveAsync(Guid id, int expectedVersion) => await session.ExecuteAsync(RemoveSql, new { Id = id, Version = expectedVersion }) > 0;
}
