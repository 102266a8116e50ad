namespace EmployerCrm.Core;

/// <summary>Which part of a list that is too long for one screen is shown.</summary>
/// <param name="From">How many come before it.</param>
/// <param name="Size">How many it holds at most.</param>
/// <param name="Total">How many there are in all.</param>
public sealed record ListPage(int From, int Size, int Total)
{
    /// <summary>The page on which the item after the first <paramref name="from"/> stands; the last page where the list is shorter by now.</summary>
    public static ListPage At(int from, int size, int total)
    {
        var wanted = Math.Clamp(from, 0, Math.Max(0, total - 1));
        return new ListPage(wanted - (wanted % size), size, total);
    }

    /// <summary>How many come before the page's end.</summary>
    public int To => Math.Min(From + Size, Total);

    /// <summary>Where the page before begins; null on the first.</summary>
    public int? Previous => From > 0 ? From - Size : null;

    /// <summary>Where the page after begins; null on the last.</summary>
    public int? Next => To < Total ? To : null;

    public IEnumerable<T> Of<T>(IEnumerable<T> items) => items.Skip(From).Take(Size);
}
