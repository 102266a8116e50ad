using EmployerCrm.Core.Audit;
using EmployerCrm.Store.Sql;

namespace EmployerCrm.Store.Audit;

internal sealed class AuditRecords(Session session) : IAuditRecords
{
    private const string AddEntrySql = """
        insert into audit_entries (id, at, specialist_id, via, action, record_kind, record_id)
        values (@Id, @At, @SpecialistId, @Via, @Action, @RecordKind, @RecordId)
        """;

    private const string AddValueSql = "insert into audit_values (audit_id, field, old_value, new_value) values (@AuditId, @Field, @OldValue, @NewValue)";

    private const string OfRecordSql = """
        select id, at, specialist_id, via, action, record_kind, record_id
        from audit_entries
        where record_id = @RecordId
        order by at
        """;

    private const string ValuesSql = "select audit_id, field, old_value, new_value from audit_values where audit_id = @AuditId order by field";

    public async Task AddAsync(AuditEntry entry, IReadOnlyList<AuditValue> values)
    {
        await session.ExecuteAsync(AddEntrySql, entry);
        await session.ExecuteEachAsync(AddValueSql, values);
    }

    public async Task<IReadOnlyList<AuditEntry>> OfAsync(Guid recordId) => await session.QueryAsync<AuditEntry>(OfRecordSql, new { RecordId = recordId });

    public async Task<IReadOnlyList<AuditValue>> ValuesAsync(Guid auditId) => await session.QueryAsync<AuditValue>(ValuesSql, new { AuditId = auditId });
}
