using EmployerCrm.Store.Sql;

namespace EmployerCrm.Store.Tests.Support;

internal static class UnrecordedSql
{
    /// <summary>Runs a statement of the test's own: damage to be found, or an engine's peculiarity.</summary>
    public static Task<int> ExecuteUnrecordedAsync(this Session session, string sql, object? parameters = null) => session.Unrecorded().ExecuteAsync(sql, parameters);
}
