namespace EmployerCrm.Store.Sql;

internal static class Dialects
{
    public static readonly SqliteDialect Sqlite = new();

    public static readonly SqlServerDialect SqlServer = new();
}
