namespace EmployerCrm.Store.Sql;

/// <summary>The values of one run of a statement, always in the same order. Where its list has room left the last item stands again.</summary>
/// <param name="Items">Those of its list, or its rows; empty where it has none.</param>
internal readonly record struct NamedValues(StatementShape Shape, object? Parameters, object[] Items)
{
    /// <summary>For how many items the list is written out, or how many rows there are.</summary>
    public int Room { get; } = Shape.Rows is not null ? Items.Length : Shape.List is null ? 0 : StatementText.RoomFor(Items.Length);

    public int Count => Shape.Values.Count + (Room * (Shape.Rows?.Columns.Count ?? 1));

    public object? Value(int index)
    {
        if (index < Shape.Values.Count)
            return Shape.Values[index].Of(Parameters!);
        var place = index - Shape.Values.Count;
        if (Shape.Rows is { Columns: var columns })
            return columns[place % columns.Count].Of(Items[place / columns.Count]);
        return Items.Length == 0 ? null : Items[Math.Min(place, Items.Length - 1)];
    }

    public string Name(int index)
    {
        if (index < Shape.Values.Count)
            return Shape.Values[index].Name;
        var place = index - Shape.Values.Count;
        return Shape.Rows is { Columns: var columns } rows
            ? StatementText.CellName(rows.Name, place / columns.Count, columns[place % columns.Count].Name)
            : StatementText.ItemName(Shape.List!.Name, place);
    }

    public Type Type(int index)
    {
        if (index < Shape.Values.Count)
            return Shape.Values[index].Type;
        return Shape.Rows is { Columns: var columns } ? columns[(index - Shape.Values.Count) % columns.Count].Type : Value(index)?.GetType() ?? typeof(string);
    }
}
