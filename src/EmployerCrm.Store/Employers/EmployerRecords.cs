using EmployerCrm.Core.Employers;
using EmployerCrm.Core.People;
using EmployerCrm.Store.Sql;

namespace EmployerCrm.Store.Employers;

internal sealed class EmployerRecords(Session session) : IEmployerRecords
{
    private const string ContactSql = "select id, employer_id, name, role, version from contacts where id = @Id";

    private const string AddEmployerSql = """
        insert into employers (id, name, name_key, town, town_key, sector, team_id, owner_id, created_at, version)
        values (@Id, @Name, @NameKey, @Town, @TownKey, @Sector, @TeamId, @OwnerId, @CreatedAt, @Version)
        """;

    private const string AddContactSql = """
        insert into contacts (id, employer_id, name, name_key, role, version)
        values (@Id, @EmployerId, @Name, @NameKey, @Role, @Version)
        """;

    private const string RemoveUnusedEmployerSql = """
        delete from employers
        where id = @Id and version = @Version
          and not exists (select 1 from contacts c where c.employer_id = @Id)
          and not exists (select 1 from visits v where v.employer_id = @Id)
          and not exists (select 1 from follow_ups f where f.employer_id = @Id)
          and not exists (select 1 from placements p where p.employer_id = @Id)
          and not exists (select 1 from employer_activity a where a.employer_id = @Id)
        """;

    private const string RemoveUnusedContactSql = """
        delete from contacts
        where id = @Id and version = @Version and not exists (select 1 from visits v where v.contact_id = @Id)
        """;

    private readonly EmployerActivityRows _activity = new(session);
    private readonly EmployerKeyRows _keys = new(session);

    public async Task<Employer?> EmployerAsync(Guid id) => (await new EmployerRows(session).OfAsync([id])).GetValueOrDefault(id);

    public Task<Contact?> ContactAsync(Guid id) => session.SingleAsync<Contact>(ContactSql, new { Id = id });

    public async Task<IReadOnlyList<Contact>> ContactsAsync(Guid employerId) => (await new EmployerRows(session).ContactsAsync([employerId]))[employerId];

    public Task<IReadOnlyList<DirectoryEmployer>> WithKeysAsync(Actor actor, IReadOnlyCollection<string> keys) =>
        new EmployerSearch(session, actor).WithKeysAsync(keys);

    public Task<IReadOnlyList<EmployerActivity>> ActivityAsync(Guid employerId) => _activity.OfAsync(employerId);

    public Task<EmployerOverview?> OverviewAsync(Guid employerId, Guid? teamId, DateOnly today) => new EmployerOverviewRows(session, this).OfAsync(employerId, teamId, today);

    public async Task AddAsync(Employer employer)
    {
        await session.ExecuteAsync(
            AddEmployerSql,
            new
            {
                employer.Id,
                employer.Name,
                NameKey = FoldedColumns.Key(employer.Name),
                employer.Town,
                TownKey = FoldedColumns.KeyOrNull(employer.Town),
                employer.Sector,
                employer.TeamId,
                employer.OwnerId,
                employer.CreatedAt,
                employer.Version,
            });
        await _keys.AddAsync(employer.Id, employer.Name);
    }

    public Task AddAsync(Contact contact) => session.ExecuteAsync(
        AddContactSql,
        new { contact.Id, contact.EmployerId, contact.Name, NameKey = FoldedColumns.Key(contact.Name), contact.Role, contact.Version });

    public async Task<bool> RemoveEmployerIfUnusedAsync(Guid id, int version)
    {
        var keys = await _keys.OfAsync(id);
        if (await session.ExecuteAsync(RemoveUnusedEmployerSql, new { Id = id, Version = version }) == 0)
            return false;
        await _keys.CountLessAsync(keys);
        return true;
    }

    public async Task<bool> RemoveContactIfUnusedAsync(Guid id, int version) =>
        await session.ExecuteAsync(RemoveUnusedContactSql, new { Id = id, Version = version }) > 0;

    public Task CountActivityAsync(Guid employerId, Guid specialistId, DateOnly on, bool inPerson) =>
        _activity.CountAsync(employerId, specialistId, on, inPerson);

    public Task RecountActivityAsync(Guid employerId, Guid specialistId) => _activity.RecountAsync(employerId, specialistId);
}
