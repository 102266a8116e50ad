using Microsoft.SqlServer.TransactSql.ScriptDom;

namespace EmployerCrm.Store.Tests.Statements;

internal static class TransactSqlText
{
    public static TSqlFragment Parse(string sql)
    {
        using var reader = new StringReader(sql);
        var fragment = new TSql150Parser(initialQuotedIdentifiers: true).Parse(reader, out var errors);
        Assert.True(errors.Count == 0, $"{string.Join("; ", errors.Select(error => error.Message))} in {sql}");
        return fragment;
    }
}
