using System.Data.Common;

namespace EmployerCrm.Store.Sql;

/// <summary>
/// Commands of one SQLite connection, kept with their prepared statements: preparing costs more than a commit. Their number is that of the
/// statements in the source times the few list lengths.
/// </summary>
internal sealed class CommandCache(DbConnection connection) : IDisposable
{
    private readonly Dictionary<string, DbCommand> _commands = new(StringComparer.Ordinal);

    public DbCommand Command(string text)
    {
        if (_commands.TryGetValue(text, out var command))
            return command;
        command = connection.CreateCommand();
        command.CommandText = text;
        _commands.Add(text, command);
        return command;
    }

    public void Run(string text) => Command(text).ExecuteNonQuery();

    public void Dispose()
    {
        foreach (var command in _commands.Values)
            command.Dispose();
        _commands.Clear();
    }
}
