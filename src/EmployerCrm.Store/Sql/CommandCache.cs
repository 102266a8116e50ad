using System.Data.Common;

namespace EmployerCrm.Store.Sql;

/// <summary>
/// Commands of one SQLite connection, kept with their prepared statements: preparing costs more than a commit. Their number is that of the
/// statements in the source times the few list lengths. A text is told apart as an object (see <see cref="StatementShape"/>).
/// </summary>
internal sealed class CommandCache(DbConnection connection) : IDisposable
{
    private readonly Dictionary<string, KeptCommand> _commands = new(ReferenceEqualityComparer.Instance);

    public KeptCommand Command(string text)
    {
        if (_commands.TryGetValue(text, out var kept))
            return kept;
        var command = connection.CreateCommand();
        command.CommandText = text;
        _commands.Add(text, kept = new KeptCommand(command));
        return kept;
    }

    public void Run(string text) => Command(text).Command.ExecuteNonQuery();

    public void Dispose()
    {
        foreach (var kept in _commands.Values)
            kept.Command.Dispose();
        _commands.Clear();
    }
}
