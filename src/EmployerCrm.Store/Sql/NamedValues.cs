namespace EmployerCrm.Store.Sql;

/// <summary>The values of one run of a statement.</summary>
/// <param name="Items">Those of its list, or its rows; empty where it has none.</param>
internal readonly record struct NamedValues(StatementShape Shape, object? Parameters, object[] Items)
{
    /// <summary>For how many items the list is written out, or how many rows there are.</summary>
    public int Room => Shape.Rows is not null ? Items.Length : Shape.List is null ? 0 : StatementText.RoomFor(Items.Length);

    /// <summary>Always in the same order. Where the list has room left its last item stands again.</summary>
    public IEnumerable<(string Name, Type Type, object? Value)> All()
    {
        foreach (var (name, type, value) in Shape.Values)
            yield return (name, type, value(Parameters!));
        if (Shape.Rows is { } rows)
        {
            for (var row = 0; row < Items.Length; row++)
            {
                foreach (var (name, type, value) in rows.Columns)
                    yield return (StatementText.CellName(rows.Name, row, name), type, value(Items[row]));
            }

            yield break;
        }

        for (var item = 0; item < Room; item++)
        {
            var value = Items.Length == 0 ? null : Items[Math.Min(item, Items.Length - 1)];
            yield return (StatementText.ItemName(Shape.List!.Name, item), value?.GetType() ?? typeof(string), value);
        }
    }
}
