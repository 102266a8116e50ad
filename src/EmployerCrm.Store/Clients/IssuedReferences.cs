using EmployerCrm.Store.Sql;

namespace EmployerCrm.Store.Clients;

/// <summary>Every reference that was ever issued. It outlives the client's row: it may stand in a clinical record, so nobody else gets it.</summary>
internal sealed class IssuedReferences(Session session)
{
    private const string InUseSql = "select reference from clients where team_id = @TeamId and (status <> 'Closed' or closed_on is null or closed_on >= @ClosedSince)";

    private const string IssuedSql = "select reference from issued_references where reference in @References";

    private const string HeldSql = "select reference from clients where reference in @References";

    private const string AddIssuedSql = "insert into issued_references (reference, issued_at) values (@Reference, @IssuedAt)";

    public async Task<IReadOnlyList<string>> InUseAsync(Guid teamId, DateOnly closedSince) =>
        await session.QueryAsync<string>(InUseSql, new { TeamId = teamId, ClosedSince = closedSince });

    /// <summary>Which of these were issued here, or came with a client from elsewhere.</summary>
    public async Task<IReadOnlyCollection<string>> OfAsync(IReadOnlyCollection<string> references)
    {
        var issued = await session.QueryInChunksAsync<string, string>(IssuedSql, references, chunk => new { References = chunk });
        var held = await session.QueryInChunksAsync<string, string>(HeldSql, references, chunk => new { References = chunk });
        return issued.Concat(held).ToHashSet(StringComparer.Ordinal);
    }

    public Task AddAsync(string reference, DateTimeOffset at) => session.ExecuteAsync(AddIssuedSql, new { Reference = reference, IssuedAt = at });
}
