using System.Data.Common;
using System.Globalization;
using System.Text;
using Microsoft.Data.Sqlite;

namespace EmployerCrm.Store.Sql;

internal sealed class SqliteDialect : Dialect
{
    public const string InstantFormat = "yyyy-MM-dd HH:mm:ss.fff";
    public const string DateFormat = "yyyy-MM-dd";
    public const string TimeFormat = "HH:mm:ss";

    public const int GuidLength = 36;
    private const int PrimaryKeyTaken = 1555;
    private const int UniqueTaken = 2067;

    public override string PagingText => "limit @Take offset @Skip";

    public override bool HasOneWriter => true;

    public override void SetParameter(DbCommand command, int index, NamedValues values)
    {
        var parameters = ((SqliteCommand)command).Parameters;
        var parameter = index < parameters.Count ? parameters[index] : parameters.Add(new SqliteParameter { ParameterName = values.Name(index) });
        parameter.Value = Stored(values.Value(index)) ?? DBNull.Value;
    }

    /// <summary>A value as SQLite keeps it: text, an int or a long; null for none.</summary>
    public static object? Stored(object? value) => value switch
    {
        null => null,
        Guid id => string.Create(GuidLength, id, static (text, id) =>
        {
            id.TryFormat(text, out _);
            Ascii.ToUpperInPlace(text, out _);
        }),
        Enum word => word.ToString(),
        DateTimeOffset instant => ToUtcMilliseconds(instant).ToString(InstantFormat, CultureInfo.InvariantCulture),
        DateOnly date => date.ToString(DateFormat, CultureInfo.InvariantCulture),
        TimeOnly time => time.ToString(TimeFormat, CultureInfo.InvariantCulture),
        bool yes => yes ? 1 : 0,
        string or int or long => value,
        _ => throw new NotSupportedException($"No column holds a {value.GetType().Name}."),
    };

    public override bool IsDuplicateKey(DbException error) =>
        error is SqliteException { SqliteExtendedErrorCode: PrimaryKeyTaken or UniqueTaken };
}
