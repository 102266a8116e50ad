using EmployerCrm.Core.Conversations;
using EmployerCrm.Store.Sql;

namespace EmployerCrm.Store.Conversations;

internal sealed class ShownLists(Session session)
{
    private const string ShownListSql = "select specialist_id, shown_at, item_ids from shown_lists where specialist_id = @SpecialistId";

    private const string ReplaceListSql = "update shown_lists set shown_at = @ShownAt, item_ids = @ItemIds where specialist_id = @SpecialistId";

    private const string AddListSql = "insert into shown_lists (specialist_id, shown_at, item_ids) values (@SpecialistId, @ShownAt, @ItemIds)";

    public Task<ShownList?> OfAsync(Guid specialistId) => session.SingleAsync<ShownList>(ShownListSql, new { SpecialistId = specialistId });

    public Task SaveAsync(ShownList list) => session.UpsertAsync(ReplaceListSql, AddListSql, list);
}
