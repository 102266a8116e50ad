using System.Data;
using System.Data.Common;
using Microsoft.Data.SqlClient;

namespace EmployerCrm.Store.Sql;

internal sealed class SqlServerDialect : Dialect
{
    private const int UniqueConstraint = 2627;
    private const int UniqueIndex = 2601;
    private const int LongestText = 4000;

    public override string PagingText => "offset @Skip rows fetch next @Take rows only";

    public override bool HasOneWriter => false;

    public override void SetParameter(DbCommand command, int index, NamedValues values)
    {
        var parameters = ((SqlCommand)command).Parameters;
        var parameter = index < parameters.Count ? parameters[index] : parameters.Add(new SqlParameter { ParameterName = values.Name(index) });
        var (type, value) = (values.Type(index), values.Value(index));
        if (type == typeof(string) || type.IsEnum)
            SetText(parameter, value?.ToString());
        else
            SetTyped(parameter, type, value);
    }

    public override bool IsDuplicateKey(DbException error) =>
        error is SqlException { Number: UniqueConstraint or UniqueIndex };

    // Two sizes, so that the plan cache holds two plans for a statement and not one for each length of text.
    private static void SetText(SqlParameter parameter, string? text)
    {
        parameter.SqlDbType = SqlDbType.NVarChar;
        parameter.Size = text is { Length: > LongestText } ? -1 : LongestText;
        parameter.Value = (object?)text ?? DBNull.Value;
    }

    private static void SetTyped(SqlParameter parameter, Type type, object? value)
    {
        var (dbType, converted) = (type, value) switch
        {
            _ when type == typeof(Guid) => (SqlDbType.UniqueIdentifier, value),
            _ when type == typeof(int) => (SqlDbType.Int, value),
            _ when type == typeof(long) => (SqlDbType.BigInt, value),
            _ when type == typeof(bool) => (SqlDbType.Bit, value),
            _ when type == typeof(DateOnly) => (SqlDbType.Date, value is DateOnly date ? date.ToDateTime(TimeOnly.MinValue) : null),
            _ when type == typeof(TimeOnly) => (SqlDbType.Time, value is TimeOnly time ? time.ToTimeSpan() : null),
            _ when type == typeof(DateTimeOffset) => (SqlDbType.DateTime2, value is DateTimeOffset instant ? ToUtcMilliseconds(instant) : (object?)null),
            _ => throw new NotSupportedException($"No column holds a {type.Name}."),
        };
        parameter.SqlDbType = dbType;
        if (dbType == SqlDbType.DateTime2)
            parameter.Scale = 3;
        else if (dbType == SqlDbType.Time)
            parameter.Scale = 0;
        parameter.Value = converted ?? DBNull.Value;
    }
}
