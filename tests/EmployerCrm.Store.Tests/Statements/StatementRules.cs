using Microsoft.SqlServer.TransactSql.ScriptDom;

namespace EmployerCrm.Store.Tests.Statements;

/// <summary>What a statement may use so that both engines mean the same by it. Collects what is against the rules.</summary>
internal sealed class StatementRules(ILookup<string, string> columnsByTable) : TSqlFragmentVisitor
{
    private static readonly HashSet<string> Functions = new(
        ["concat", "count", "sum", "min", "max", "row_number", "lag", "upper", "trim", "replace", "substring"], StringComparer.OrdinalIgnoreCase);

    private readonly Dictionary<string, string> _tables = new(StringComparer.OrdinalIgnoreCase);
    private readonly Dictionary<string, HashSet<string>> _derived = new(StringComparer.OrdinalIgnoreCase);
    private readonly List<ColumnReferenceExpression> _columns = [];
    private readonly List<string> _offences = [];

    public static IReadOnlyList<string> Offences(string sql, ILookup<string, string> columnsByTable)
    {
        var rules = new StatementRules(columnsByTable);
        TransactSqlText.Parse(sql).Accept(rules);
        rules.CheckColumns();
        return rules._offences;
    }

    public override void Visit(NamedTableReference node)
    {
        var table = node.SchemaObject.BaseIdentifier.Value;
        if (!columnsByTable.Contains(table))
            _offences.Add($"no migration makes the table {table}");
        _tables[node.Alias?.Value ?? table] = table;
        if (node.TableHints.Count > 0)
            _offences.Add("a lock hint");
    }

    public override void Visit(QueryDerivedTable node) => _derived[node.Alias.Value] =
    [
        .. ((QuerySpecification)node.QueryExpression).SelectElements.OfType<SelectScalarExpression>().Select(element =>
            element.ColumnName?.Value ?? ((ColumnReferenceExpression)element.Expression).MultiPartIdentifier.Identifiers[^1].Value),
    ];

    public override void Visit(ColumnReferenceExpression node)
    {
        if (node.ColumnType == ColumnType.Regular)
            _columns.Add(node);
    }

    public override void Visit(FunctionCall node)
    {
        if (!Functions.Contains(node.FunctionName.Value))
            _offences.Add($"the function {node.FunctionName.Value}");
    }

    public override void Visit(ExpressionWithSortOrder node)
    {
        if (node.Expression is ColumnReferenceExpression { MultiPartIdentifier.Identifiers: [.., { Value: "id" }] })
            _offences.Add("order by id");
    }

    public override void Visit(ConvertCall node) => _offences.Add("convert");

    public override void Visit(TryConvertCall node) => _offences.Add("try_convert");

    public override void Visit(TryCastCall node) => _offences.Add("try_cast");

    public override void Visit(LeftFunctionCall node) => _offences.Add("left");

    public override void Visit(RightFunctionCall node) => _offences.Add("right");

    public override void Visit(IIfCall node) => _offences.Add("iif");

    public override void Visit(ParameterlessCall node) => _offences.Add("a function without brackets");

    public override void Visit(AtTimeZoneCall node) => _offences.Add("at time zone");

    public override void Visit(TopRowFilter node) => _offences.Add("top");

    public override void Visit(MergeStatement node) => _offences.Add("merge");

    public override void Visit(OutputClause node) => _offences.Add("output");

    public override void Visit(OutputIntoClause node) => _offences.Add("output into");

    public override void Visit(SelectStarExpression node)
    {
        _offences.Add("select *");
    }

    private void CheckColumns()
    {
        foreach (var identifiers in _columns.Select(column => column.MultiPartIdentifier.Identifiers))
        {
            var name = identifiers[^1].Value;
            var tables = identifiers.Count > 1 ? _tables.Where(table => table.Key == identifiers[0].Value).Select(table => table.Value) : _tables.Values;
            if (identifiers.Count > 1 && _derived.TryGetValue(identifiers[0].Value, out var derived) && derived.Contains(name))
                continue;
            if (!tables.Any(table => columnsByTable[table].Contains(name)))
                _offences.Add($"no migration makes the column {string.Join('.', identifiers.Select(identifier => identifier.Value))}");
        }
    }
}
