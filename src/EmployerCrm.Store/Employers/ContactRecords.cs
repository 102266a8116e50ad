using EmployerCrm.Core.Employers;
using EmployerCrm.Store.Sql;

namespace EmployerCrm.Store.Employers;

/// <summary>People at employers.</summary>
internal sealed class ContactRecords(Session session)
{
    public const string Columns =
        "id, employer_id, name, role, email, phone, phone_extension, preferred_channel, best_time, lawful_basis, told_on, objected_on, objection_scope, left_on, version";

    private const string ContactSql = $"select {Columns} from contacts where id = @Id";

    private const string AddContactSql = """
        insert into contacts (
          id, employer_id, name, name_key, role, email, phone, phone_extension, preferred_channel, best_time, lawful_basis, told_on, objected_on, objection_scope, left_on, version)
        values (
          @Id, @EmployerId, @Name, @NameKey, @Role, @Email, @Phone, @PhoneExtension, @PreferredChannel, @BestTime, @LawfulBasis, @ToldOn, @ObjectedOn, @ObjectionScope, @LeftOn,
          @Version)
        """;

    private const string SaveContactSql = """
        update contacts
        set name = @Name, name_key = @NameKey, role = @Role, email = @Email, phone = @Phone, phone_extension = @PhoneExtension, preferred_channel = @PreferredChannel,
          best_time = @BestTime, lawful_basis = @LawfulBasis, told_on = @ToldOn, objected_on = @ObjectedOn, objection_scope = @ObjectionScope, left_on = @LeftOn,
          version = @Version
        where id = @Id and version = @ExpectedVersion
        """;

    private const string RemoveUnusedContactSql = """
        delete from contacts
        where id = @Id and version = @Version
          and not exists (select 1 from visits v where v.contact_id = @Id)
          and not exists (select 1 from openings o where o.said_by_id = @Id)
          and not exists (select 1 from placements p where p.contact_id = @Id)
        """;

    public Task<Contact?> ContactAsync(Guid id) => session.SingleAsync<Contact>(ContactSql, new { Id = id });

    public Task AddAsync(Contact contact) => session.ExecuteAsync(AddContactSql, Values(contact, 0));

    public async Task<bool> SaveAsync(Contact contact, int expectedVersion) => await session.ExecuteAsync(SaveContactSql, Values(contact, expectedVersion)) > 0;

    public async Task<bool> RemoveIfUnusedAsync(Guid id, int version) => await session.ExecuteAsync(RemoveUnusedContactSql, new { Id = id, Version = version }) > 0;

    private static object Values(Contact contact, int expectedVersion) => new
    {
        contact.Id,
        contact.EmployerId,
        contact.Name,
        NameKey = FoldedColumns.Key(contact.Name),
        contact.Role,
        contact.Email,
        contact.Phone,
        contact.PhoneExtension,
        contact.PreferredChannel,
        contact.BestTime,
        contact.LawfulBasis,
        contact.ToldOn,
        contact.ObjectedOn,
        contact.ObjectionScope,
        contact.LeftOn,
        contact.Version,
        ExpectedVersion = expectedVersion,
    };
}
