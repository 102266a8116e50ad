using System.Data;
using System.Globalization;
using Dapper;
using EmployerCrm.Core;

namespace EmployerCrm.Store.Sql;

/// <summary>
/// How Dapper reads the values that the engines return in different types: SQLite as text, SQL Server as its own. Handlers are global in Dapper
/// and both engines may live in one process, so each looks at the value. Parameters do not come here, <see cref="Dialect"/> types them.
/// </summary>
internal static class TypeHandlers
{
    private static readonly Lazy<bool> Registered = new(AddAll);

    public static void Register() => _ = Registered.Value;

    private static bool AddAll()
    {
        DefaultTypeMap.MatchNamesWithUnderscores = true;
        Add(value => value is Guid id ? id : Guid.ParseExact((string)value, "D"));
        Add(value => value is DateTime date ? DateOnly.FromDateTime(date) : DateOnly.ParseExact((string)value, SqliteDialect.DateFormat, CultureInfo.InvariantCulture));
        Add(value => value is TimeSpan time ? TimeOnly.FromTimeSpan(time) : TimeOnly.ParseExact((string)value, SqliteDialect.TimeFormat, CultureInfo.InvariantCulture));
        Add(value => new DateTimeOffset(value is DateTime instant ? instant : DateTime.ParseExact((string)value, SqliteDialect.InstantFormat, CultureInfo.InvariantCulture), TimeSpan.Zero));
        Add(value => TextList.FromLines((string)value));
        return true;
    }

    private static void Add<T>(Func<object, T> read)
        where T : struct
    {
        SqlMapper.RemoveTypeMap(typeof(T));
        SqlMapper.RemoveTypeMap(typeof(T?));
        SqlMapper.AddTypeHandler(new Handler<T>(read));
    }

    private sealed class Handler<T>(Func<object, T> read) : SqlMapper.TypeHandler<T>
        where T : struct
    {
        public override T Parse(object value) => read(value);

        public override void SetValue(IDbDataParameter parameter, T value) =>
            throw new NotSupportedException("Parameters are typed by the dialect.");
    }
}
