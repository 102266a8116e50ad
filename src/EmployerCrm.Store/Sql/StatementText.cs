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

    public static string For(Dialect dialect, string sql, string? list, int length)
    {
        var paged = sql.Replace(Dialect.Page, dialect.PagingText, StringComparison.Ordinal);
        return list is null
            ? paged
            : paged.Replace($"in @{list}", $"in ({string.Join(", ", Enumerable.Range(0, length).Select(index => ItemName(list, index)))})", StringComparison.Ordinal);
    }
}
