using EmployerCrm.Store.Sqlite;
using Microsoft.Data.Sqlite;

namespace EmployerCrm.Store.Sql;

/// <summary>
/// Commands of one SQLite connection, kept with their prepared statements: preparing costs more than a commit. Their number is that of the
/// statements in the source times the few list lengths. A text is told apart as an object (see <see cref="StatementShape"/>).
/// </summary>
internal sealed class CommandCache(SqliteConnection connection) : IDisposable
{
    private readonly Dictionary<string, KeptCommand> _commands = new(ReferenceEqualityComparer.Instance);
    private readonly Dictionary<string, SqliteStatement> _statements = new(ReferenceEqualityComparer.Instance);

    /// <summary>For a text that returns no rows, or one number.</summary>
    public SqliteStatement Statement(string text)
    {
        if (_statements.TryGetValue(text, out var kept))
            return kept;
        _statements.Add(text, kept = new SqliteStatement(connection, text));
        return kept;
    }

    /// <summary>For a text that returns rows.</summary>
    public KeptCommand Command(string text)
    {
        if (_commands.TryGetValue(text, out var kept))
            return kept;
        var command = connection.CreateCommand();
        command.CommandText = text;
        _commands.Add(text, kept = new KeptCommand(command));
        return kept;
    }

    public void Run(string text) => Statement(text).Execute();

    public void Dispose()
    {
        foreach (var kept in _commands.Values)
            kept.Command.Dispose();
        _commands.Clear();
        foreach (var statement in _statements.Values)
            statement.Dispose();
        _statements.Clear();
    }
}
