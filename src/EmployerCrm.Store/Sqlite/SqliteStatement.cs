using System.Buffers;
using System.Text;
using EmployerCrm.Store.Sql;
using Microsoft.Data.Sqlite;
using SQLitePCL;

namespace EmployerCrm.Store.Sqlite;

/// <summary>
/// A prepared statement that returns no rows, or one number, run without the driver: that finds each value's place by name again and makes a reader, and a turn runs
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
    public int Execute(NamedValues values)
    {
        Bind(values);
        return Execute();
    }

    /// <summary>Runs it as it is, for one without values.</summary>
    public int Execute()
    {
        var result = raw.sqlite3_step(_statement);
        var changed = raw.sqlite3_changes(_database);
        raw.sqlite3_reset(_statement);
        if (result != raw.SQLITE_DONE)
            Check(result);
        return changed;
    }

    /// <summary>The number in the first row; null where there is none.</summary>
    public long? Number(NamedValues values)
    {
        Bind(values);
        var result = raw.sqlite3_step(_statement);
        long? number = result == raw.SQLITE_ROW ? raw.sqlite3_column_int64(_statement, 0) : null;
        raw.sqlite3_reset(_statement);
        if (result is not (raw.SQLITE_ROW or raw.SQLITE_DONE))
            Check(result);
        return number;
    }

    public void Dispose() => _statement.Dispose();

    private void Bind(NamedValues values)
    {
        var count = values.Count;
        for (var index = 0; index < count; index++)
        {
            if (index == _places.Count)
                _places.Add(raw.sqlite3_bind_parameter_index(_statement, values.Name(index)));
            Check(Bind(_places[index], values.Value(index)));
        }
    }

    private void Check(int result) => SqliteException.ThrowExceptionForRC(result, _database);

    private int Bind(int place, object? value) => value is Guid id ? BindId(place, id) : BindStored(place, SqliteDialect.Stored(value));

    private int BindStored(int place, object? stored) => stored switch
    {
        null => raw.sqlite3_bind_null(_statement, place),
        int number => raw.sqlite3_bind_int(_statement, place, number),
        long number => raw.sqlite3_bind_int64(_statement, place, number),
        // Bytes without length would be taken for no value.
        "" => raw.sqlite3_bind_text(_statement, place, ""),
        _ => BindText(place, (string)stored),
    };

    /// <summary>As <see cref="SqliteDialect.Stored"/> writes it, without a string between: half of all values are ids.</summary>
    private int BindId(int place, Guid id)
    {
        Span<byte> bytes = stackalloc byte[SqliteDialect.GuidLength];
        id.TryFormat(bytes, out _);
        Ascii.ToUpperInPlace(bytes, out _);
        return raw.sqlite3_bind_text(_statement, place, bytes);
    }

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
