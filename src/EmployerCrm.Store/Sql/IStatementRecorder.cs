namespace EmployerCrm.Store.Sql;

/// <summary>Sees every statement that is run: the tests hold all of them against both engines' rules.</summary>
internal interface IStatementRecorder
{
    /// <summary>Called before each run of a statement.</summary>
    /// <param name="sql">The statement as it stands in the source.</param>
    /// <param name="transactSql">The same as SQL Server would get it, whatever engine it runs on.</param>
    void Record(string sql, string transactSql);
}
