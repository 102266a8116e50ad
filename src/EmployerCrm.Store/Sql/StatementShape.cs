using System.Collections;
using System.Collections.Concurrent;
using System.Linq.Expressions;
using System.Reflection;
using System.Runtime.CompilerServices;
using System.Text.RegularExpressions;

namespace EmployerCrm.Store.Sql;

/// <summary>A value that a statement names, and how to get it from the parameter object.</summary>
/// <param name="Name">As the engine is told it, with @.</param>
internal sealed record NamedValue(string Name, Type Type, Func<object, object?> Of);

/// <summary>Rows that a statement inserts, written <c>values @Rows(Id, Name)</c>: the columns are properties of each row.</summary>
/// <param name="Place">How they stand in the statement.</param>
internal sealed record RowValues(string Place, string Name, IReadOnlyList<NamedValue> Columns, Func<object, object?> Of);

/// <summary>
/// Which properties of a parameter object a statement names, worked out once for each pair; at most one of them is a list. Statements are constants of the
/// source, so they are told apart as objects: a turn runs thirty, and reading each through to find it again would show.
/// </summary>
internal sealed partial class StatementShape
{
    private static readonly ConcurrentDictionary<(string Sql, Type? Parameters), StatementShape> Shapes = new(new ByReference());

    private readonly ConcurrentDictionary<(Dialect Dialect, int Length), string> _texts = new();
    private readonly string _sql;

    private StatementShape(string sql, Type? parameters)
    {
        _sql = sql;
        ChangesDirectory = DirectoryChange().IsMatch(sql);
        var properties = parameters?.GetProperties(BindingFlags.Public | BindingFlags.Instance) ?? [];
        foreach (var name in ParameterName().Matches(sql).Select(match => match.Groups[1].Value).Distinct(StringComparer.Ordinal))
        {
            var property = properties.SingleOrDefault(candidate => candidate.Name == name)
                ?? throw new ArgumentException($"The statement names @{name}, which its parameters do not have: {sql}", nameof(parameters));
            if (RowsPlace().Match(sql) is { Success: true } place && place.Groups[1].Value == name)
                Rows = RowsOf(place, property);
            else if (property.PropertyType != typeof(string) && typeof(IEnumerable).IsAssignableFrom(property.PropertyType))
                List = List is null ? Value(name, property) : throw new ArgumentException($"Two lists in one statement: {sql}", nameof(sql));
            else
                Values.Add(Value("@" + name, property));
        }
    }

    public List<NamedValue> Values { get; } = [];

    /// <summary>Its name is without @: the items are numbered.</summary>
    public NamedValue? List { get; }

    public RowValues? Rows { get; }

    /// <summary>Whether the statement writes to a table of which processes remember rows.</summary>
    public bool ChangesDirectory { get; }

    public static StatementShape Of(string sql, Type? parameters) =>
        Shapes.GetOrAdd((sql, parameters), static key => new StatementShape(key.Sql, key.Parameters));

    /// <summary>The statement for an engine, with room for so many items of its list; the same object each time.</summary>
    public string Text(Dialect dialect, int length) =>
        _texts.GetOrAdd(
            (dialect, length),
            static (key, shape) => shape.Rows is { } rows
                ? StatementText.For(shape._sql, rows, key.Length)
                : StatementText.For(key.Dialect, shape._sql, shape.List?.Name, key.Length),
            this);

    private static RowValues RowsOf(Match place, PropertyInfo property)
    {
        var row = property.PropertyType.GetGenericArguments()[0];
        var columns = place.Groups[2].Value.Split(',', StringSplitOptions.TrimEntries).Select(column => Value(
            column, row.GetProperty(column) ?? throw new ArgumentException($"A row has no {column}.", nameof(place))));
        return new RowValues(place.Value, property.Name, [.. columns], Value(property.Name, property).Of);
    }

    private static NamedValue Value(string name, PropertyInfo property)
    {
        var parameters = Expression.Parameter(typeof(object));
        var value = Expression.Property(Expression.Convert(parameters, property.DeclaringType!), property);
        return new NamedValue(
            name, Nullable.GetUnderlyingType(property.PropertyType) ?? property.PropertyType,
            Expression.Lambda<Func<object, object?>>(Expression.Convert(value, typeof(object)), parameters).Compile());
    }

    [GeneratedRegex(@"values @(\w+)\(([\w, ]+)\)", RegexOptions.NonBacktracking)]
    private static partial Regex RowsPlace();

    [GeneratedRegex(@"@(\w+)", RegexOptions.NonBacktracking)]
    private static partial Regex ParameterName();

    [GeneratedRegex(@"^\s*(insert\s+into|update|delete\s+from)\s+(specialists|person_settings|clients|employers|contacts|employer_keys|employer_key_counts)\b", RegexOptions.NonBacktracking)]
    private static partial Regex DirectoryChange();

    private sealed class ByReference : IEqualityComparer<(string Sql, Type? Parameters)>
    {
        public bool Equals((string Sql, Type? Parameters) x, (string Sql, Type? Parameters) y) => ReferenceEquals(x.Sql, y.Sql) && x.Parameters == y.Parameters;

        public int GetHashCode((string Sql, Type? Parameters) obj) => HashCode.Combine(RuntimeHelpers.GetHashCode(obj.Sql), obj.Parameters);
    }
}
