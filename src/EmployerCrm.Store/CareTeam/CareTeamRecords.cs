using EmployerCrm.Core.CareTeam;
using EmployerCrm.Store.Sql;

namespace EmployerCrm.Store.CareTeam;

internal sealed class CareTeamRecords(Session session) : ICareTeamRecords
{
    private const string UpdatesSql = """
        select id, client_id, team_id, follow_up_id, text, shared_with, shared_on, recorded_by_id, recorded_at, version
        from care_team_updates
        where client_id = @ClientId
        order by shared_on desc, recorded_at desc
        """;

    private const string AddUpdateSql = """
        insert into care_team_updates (id, client_id, team_id, follow_up_id, text, shared_with, shared_on, recorded_by_id, recorded_at, version)
        values (@Id, @ClientId, @TeamId, @FollowUpId, @Text, @SharedWith, @SharedOn, @RecordedById, @RecordedAt, @Version)
        """;

    private const string RemoveUpdateSql = "delete from care_team_updates where id = @Id and version = @Version";

    private const string LiaisonSql = """
        select id, client_id, team_id, contacted_on as [On], way, with_whom, about_work, recorded_by_id, recorded_at, version
        from liaison_contacts
        where client_id = @ClientId
        order by contacted_on desc, recorded_at desc
        """;

    private const string AddLiaisonSql = """
        insert into liaison_contacts (id, client_id, team_id, contacted_on, way, with_whom, about_work, recorded_by_id, recorded_at, version)
        values (@Id, @ClientId, @TeamId, @ContactedOn, @Way, @WithWhom, @AboutWork, @RecordedById, @RecordedAt, @Version)
        """;

    private const string RemoveLiaisonSql = "delete from liaison_contacts where id = @Id and version = @Version";

    public async Task<IReadOnlyList<CareTeamUpdate>> UpdatesAsync(Guid clientId) => await session.QueryAsync<CareTeamUpdate>(UpdatesSql, new { ClientId = clientId });

    public Task AddAsync(CareTeamUpdate update) => session.ExecuteAsync(AddUpdateSql, update);

    public async Task<bool> RemoveUpdateAsync(Guid id, int expectedVersion) =>
        await session.ExecuteAsync(RemoveUpdateSql, new { Id = id, Version = expectedVersion }) > 0;

    public async Task<IReadOnlyList<LiaisonContact>> LiaisonAsync(Guid clientId) => await session.QueryAsync<LiaisonContact>(LiaisonSql, new { ClientId = clientId });

    public Task AddAsync(LiaisonContact contact) => session.ExecuteAsync(
        AddLiaisonSql,
        new
        {
            contact.Id, contact.ClientId, contact.TeamId, ContactedOn = contact.On, contact.Way, contact.WithWhom, contact.AboutWork, contact.RecordedById, contact.RecordedAt,
            contact.Version,
        });

    public async Task<bool> RemoveLiaisonAsync(Guid id, int expectedVersion) =>
        await session.ExecuteAsync(RemoveLiaisonSql, new { Id = id, Version = expectedVersion }) > 0;
}
