using System.Collections;
using System.Collections.Concurrent;
using System.Reflection;
using System.Text.RegularExpressions;

namespace EmployerCrm.Store.Sql;

/// <summary>Which properties of a parameter object a statement names, worked out once for each pair; at most one of them is a list.</summary>
internal sealed partial class StatementShape
{
    private static readonly ConcurrentDictionary<(string Sql, Type? Parameters), StatementShape> Shapes = new();

    private StatementShape(string sql, Type? parameters)
    {
        ChangesDirectory = DirectoryChange().IsMatch(sql);
        var properties = parameters?.GetProperties(BindingFlags.Public | BindingFlags.Instance) ?? [];
        foreach (var name in ParameterName().Matches(sql).Select(match => match.Groups[1].Value).Distinct(StringComparer.Ordinal))
        {
            var property = properties.SingleOrDefault(candidate => candidate.Name == name)
                ?? throw new ArgumentException($"The statement names @{name}, which its parameters do not have: {sql}", nameof(parameters));
            if (property.PropertyType != typeof(string) && typeof(IEnumerable).IsAssignableFrom(property.PropertyType))
                List = List is null ? property : throw new ArgumentException($"Two lists in one statement: {sql}", nameof(sql));
            else
                Values.Add((property, Nullable.GetUnderlyingType(property.PropertyType) ?? property.PropertyType));
        }
    }

    public List<(PropertyInfo Property, Type Type)> Values { get; } = [];

    public PropertyInfo? List { get; }

    /// <summary>Whether the statement writes to a table of which processes remember rows.</summary>
    public bool ChangesDirectory { get; }

    public static StatementShape Of(string sql, Type? parameters) =>
        Shapes.GetOrAdd((sql, parameters), static key => new StatementShape(key.Sql, key.Parameters));

    [GeneratedRegex(@"@(\w+)", RegexOptions.NonBacktracking)]
    private static partial Regex ParameterName();

    [GeneratedRegex(@"^\s*(insert\s+into|update|delete\s+from)\s+(specialists|clients|employers|contacts|employer_keys|employer_key_counts)\b", RegexOptions.NonBacktracking)]
    private static partial Regex DirectoryChange();
}
