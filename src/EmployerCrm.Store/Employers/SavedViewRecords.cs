using EmployerCrm.Core.Employers;
using EmployerCrm.Store.Sql;

namespace EmployerCrm.Store.Employers;

internal sealed class SavedViewRecords(Session session) : ISavedViewRecords
{
    private const string OfSql = "select id, specialist_id, name, address, saved_at from saved_views where specialist_id = @SpecialistId order by name_key";

    private const string AddSql = """
        insert into saved_views (id, specialist_id, name, name_key, address, saved_at)
        values (@Id, @SpecialistId, @Name, @NameKey, @Address, @SavedAt)
        """;

    private const string RemoveSql = "delete from saved_views where specialist_id = @SpecialistId and name_key = @NameKey";

    public async Task<IReadOnlyList<SavedView>> OfAsync(Guid specialistId) => await session.QueryAsync<SavedView>(OfSql, new { SpecialistId = specialistId });

    public Task AddAsync(SavedView view) =>
        session.ExecuteAsync(AddSql, new { view.Id, view.SpecialistId, view.Name, NameKey = FoldedText.Key(view.Name), view.Address, view.SavedAt });

    public Task RemoveAsync(Guid specialistId, string name) => session.ExecuteAsync(RemoveSql, new { SpecialistId = specialistId, NameKey = FoldedText.Key(name) });
}
