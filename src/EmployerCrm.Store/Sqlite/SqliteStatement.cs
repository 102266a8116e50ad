using System.Buffers;
using System.Text;
using EmployerCrm.Store.Sql;
using Microsoft.Data.Sqlite;
using SQLitePCL;

namespace EmployerCrm.Store.Sqlite;

/// <summary>
/// A prepared statement that returns no rows, run without the driver: that finds each value's place by name again and makes a reader, and a turn runs
/// some twenty statements.
/// </summary>
internal sealed class SqliteStatement : IDisposable
{
    private const int UsualBytes = 1024;

    private readonly sqlite3 _database;
    private readonly sqlite3_stmt _statement;
    private readonly List<int> _places = [];

    public SqliteStatement(SqliteConnection connection, string text)
    {
        _database = connection.Handle!;
        Check(raw.sqlite3_prepare_v2(_database, text, out _statement));
    }

    /// <summary>Runs it with these values, the same names in the same order each time.</summary>
    /// <returns>How many rows were changed.</returns>
    public int Execute(IEnumerable<(string Name, Type Type, object? Value)> values)
    {
        var next = 0;
        foreach (var (name, _, value) in values)
        {
            if (next == _places.Count)
                _places.Add(raw.sqlite3_bind_parameter_index(_statement, name));
            Check(Bind(_places[next++], SqliteDialect.Stored(value)));
        }

        var result = raw.sqlite3_step(_statement);
        var changed = raw.sqlite3_changes(_database);
        raw.sqlite3_reset(_statement);
        if (result != raw.SQLITE_DONE)
            Check(result);
        return changed;
    }

    public void Dispose() => _statement.Dispose();

    private void Check(int result) => SqliteException.ThrowExceptionForRC(result, _database);

    private int Bind(int place, object? stored) => stored switch
    {
        null => raw.sqlite3_bind_null(_statement, place),
        int number => raw.sqlite3_bind_int(_statement, place, number),
        long number => raw.sqlite3_bind_int64(_statement, place, number),
        // Bytes without length would be taken for no value.
        "" => raw.sqlite3_bind_text(_statement, place, ""),
        _ => BindText(place, (string)stored),
    };

    private int BindText(int place, string text)
    {
        var longest = Encoding.UTF8.GetMaxByteCount(text.Length);
        var rented = longest > UsualBytes ? ArrayPool<byte>.Shared.Rent(longest) : null;
        var bytes = rented ?? stackalloc byte[UsualBytes];
        var result = raw.sqlite3_bind_text(_statement, place, bytes[..Encoding.UTF8.GetBytes(text, bytes)]);
        if (rented is not null)
            ArrayPool<byte>.Shared.Return(rented);
        return result;
    }
}
