using System.Collections.Concurrent;
using EmployerCrm.Store.Sql;

namespace EmployerCrm.Store.Tests.Statements;

internal sealed class StatementRecorder : IStatementRecorder
{
    private readonly ConcurrentDictionary<(string Sql, string TransactSql), bool> _statements = new();

    public IReadOnlyCollection<string> Sources => [.. _statements.Keys.Select(statement => statement.Sql).Distinct(StringComparer.Ordinal)];

    public IReadOnlyCollection<string> TransactSql => [.. _statements.Keys.Select(statement => statement.TransactSql)];

    public void Record(string sql, string transactSql) => _statements[(sql, transactSql)] = true;
}
