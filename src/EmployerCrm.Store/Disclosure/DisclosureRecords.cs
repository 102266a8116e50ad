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
