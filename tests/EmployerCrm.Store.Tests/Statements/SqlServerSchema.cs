using System.Globalization;
using EmployerCrm.Store.Migrations;
using Microsoft.SqlServer.TransactSql.ScriptDom;

namespace EmployerCrm.Store.Tests.Statements;

/// <summary>A column as both engines can be compared on it.</summary>
/// <param name="Type">One of text, whole, the two kinds that SQLite has.</param>
internal sealed record SchemaColumn(string Table, string Name, string Type, bool Nullable, bool Key);

/// <summary>The tables that db/sqlserver makes, read from the scripts.</summary>
internal sealed class SqlServerSchema : TSqlFragmentVisitor
{
    public List<SchemaColumn> Columns { get; } = [];

    public static SqlServerSchema Read()
    {
        var schema = new SqlServerSchema();
        foreach (var migration in Migration.Embedded(StoreProvider.SqlServer))
            TransactSqlText.Parse(migration.Script).Accept(schema);
        return schema;
    }

    public override void Visit(CreateTableStatement node)
    {
        var keys = node.Definition.TableConstraints.OfType<UniqueConstraintDefinition>().Where(constraint => constraint.IsPrimaryKey)
            .SelectMany(constraint => constraint.Columns).Select(column => column.Column.MultiPartIdentifier.Identifiers[^1].Value).ToHashSet(StringComparer.Ordinal);
        // A table that is made again takes the place of the one before.
        Columns.RemoveAll(column => column.Table == node.SchemaObjectName.BaseIdentifier.Value);
        Add(node.SchemaObjectName, node.Definition, keys);
    }

    public override void Visit(AlterTableAddTableElementStatement node) => Add(node.SchemaObjectName, node.Definition, []);

    private void Add(SchemaObjectName table, TableDefinition definition, HashSet<string> keys)
    {
        foreach (var column in definition.ColumnDefinitions)
        {
            var name = column.ColumnIdentifier.Value;
            Columns.Add(new SchemaColumn(
                table.BaseIdentifier.Value,
                name,
                KindOf(column.DataType.Name.BaseIdentifier.Value),
                column.Constraints.OfType<NullableConstraintDefinition>().Single().Nullable,
                keys.Contains(name) || column.Constraints.OfType<UniqueConstraintDefinition>().Any(constraint => constraint.IsPrimaryKey)));
        }
    }

    private static string KindOf(string type) => type.ToLower(CultureInfo.InvariantCulture) switch
    {
        "int" or "bigint" or "bit" => "whole",
        "nvarchar" or "uniqueidentifier" or "date" or "time" or "datetime2" => "text",
        _ => throw new InvalidOperationException($"The rules know no column type {type}."),
    };
}
