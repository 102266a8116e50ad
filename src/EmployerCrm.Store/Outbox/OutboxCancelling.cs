using EmployerCrm.Core.Outbox;
using EmployerCrm.Store.Sql;

namespace EmployerCrm.Store.Outbox;

/// <summary>What is not sent any more. Who holds such a row finds that out when it begins to send it.</summary>
internal sealed class OutboxCancelling(Session session)
{
    private const string Cancel = "update outbox set state = 'Cancelled', reason = @Reason, ended_at = @At, lease = null, lease_until = null, version = version + 1 where state = 'Waiting'";

    private const string OfSubjectSql = $"{Cancel} and subject_id = @SubjectId";

    private const string OfSubjectAndKindSql = $"{Cancel} and subject_id = @SubjectId and kind = @Kind";

    private const string OfEmployerSql = $"{Cancel} and employer_id = @EmployerId";

    private const string OfClientSql = $"{Cancel} and client_id = @ClientId";

    private const string OfClientAtSql = $"{Cancel} and client_id = @ClientId and employer_id = @EmployerId";

    private const string OfRecipientSql = $"{Cancel} and recipient_id = @RecipientId";

    private const string ExpireSql = """
        update outbox
        set state = 'Expired', reason = coalesce(reason, @Reason), ended_at = @Now, lease = null, lease_until = null, version = version + 1
        where state = 'Waiting' and expires_at <= @Now
        """;

    private const string AnyExpiredSql = $"select id from outbox where state = 'Waiting' and expires_at <= @Now order by expires_at {Dialect.Page}";

    private const string ForgetSql = "delete from outbox where state in ('Sent', 'Dead', 'Cancelled', 'Expired', 'InDoubt') and ended_at < @Before";

    public Task<int> CancelAsync(Unsent which, string reason, DateTimeOffset at) => which switch
    {
        Unsent.OfSubject { Kind: null } of => session.ExecuteAsync(OfSubjectSql, new { of.SubjectId, Reason = reason, At = at }),
        Unsent.OfSubject of => session.ExecuteAsync(OfSubjectAndKindSql, new { of.SubjectId, of.Kind, Reason = reason, At = at }),
        Unsent.OfEmployer of => session.ExecuteAsync(OfEmployerSql, new { of.EmployerId, Reason = reason, At = at }),
        Unsent.OfClient of => session.ExecuteAsync(OfClientSql, new { of.ClientId, Reason = reason, At = at }),
        Unsent.OfClientAt of => session.ExecuteAsync(OfClientAtSql, new { of.ClientId, of.EmployerId, Reason = reason, At = at }),
        Unsent.OfRecipient of => session.ExecuteAsync(OfRecipientSql, new { of.RecipientId, Reason = reason, At = at }),
        _ => throw new ArgumentOutOfRangeException(nameof(which), which.GetType().Name, "Nothing finds these rows."),
    };

    public Task<int> ExpireAsync(DateTimeOffset now) => session.ExecuteAsync(ExpireSql, new { Now = now, Reason = OutboxReasons.Expired });

    public async Task<bool> IsAnyExpiredAsync(DateTimeOffset now) => (await session.QueryAsync<Guid>(AnyExpiredSql, new { Now = now, Skip = 0, Take = 1 })).Count > 0;

    public Task<int> ForgetAsync(DateTimeOffset endedBefore) => session.ExecuteAsync(ForgetSql, new { Before = endedBefore });
}
