using System.Globalization;

namespace EmployerCrm.Store.Sql;

/// <summary>The statement as an engine gets it: its paging, and lists written out as single parameters.</summary>
internal static class StatementText
{
    /// <summary>Lists are filled up to one of these lengths, so that a statement has few texts and its plans are used again.</summary>
    private static readonly int[] Lengths = [1, 4, 16, 32, 64, 96, 128, 200, 500];

    public const int LongestList = 500;

    public static int RoomFor(int count) => Lengths.First(length => length >= count);

    public static string ItemName(string list, int index) => string.Concat("@", list, index.ToString(CultureInfo.InvariantCulture));

    /// <summary>As many rows as one statement inserts: more would save little, and the engines allow 2,100 parameters.</summary>
    private static readonly int[] Heights = [50, 10, 1];

    /// <summary>The sizes in which so many rows are inserted, so that a statement has few texts.</summary>
    public static IEnumerable<int> Stretches(int rows)
    {
        foreach (var height in Heights)
        {
            for (; rows >= height; rows -= height)
                yield return height;
        }
    }

    public static string CellName(string rows, int index, string column) => string.Concat(ItemName(rows, index), "_", column);

    /// <summary>A statement that inserts rows, for so many of them.</summary>
    public static string For(string sql, RowValues rows, int count) => sql.Replace(
        rows.Place,
        "values " + string.Join(", ", Enumerable.Range(0, count).Select(index => $"({string.Join(", ", rows.Columns.Select(column => CellName(rows.Name, index, column.Name)))})")),
        StringComparison.Ordinal);

    public static string For(Dialect dialect, string sql, string? list, int length)
    {
        var paged = sql.Replace(Dialect.Page, dialect.PagingText, StringComparison.Ordinal);
        return list is null
            ? paged
            : paged.Replace($"in @{list}", $"in ({string.Join(", ", Enumerable.Range(0, length).Select(index => ItemName(list, index)))})", StringComparison.Ordinal);
    }
}
