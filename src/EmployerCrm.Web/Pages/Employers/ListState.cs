using System.Globalization;
using EmployerCrm.Core.Employers;
using EmployerCrm.Core.Engagement;
using EmployerCrm.Web.Pages.Search;

namespace EmployerCrm.Web.Pages.Employers;

/// <summary>What the address of the employer list says: filters, order, columns and page. What it says that there is not any more is left out and named.</summary>
/// <param name="Mine">Only those that the person looks after.</param>
/// <param name="Repairs">Sentences on what was left out or put right.</param>
public sealed record ListState(EmployerFilter Filter, bool Mine, EmployerSort Sort, IReadOnlyList<ListColumn> Columns, int Page, IReadOnlyList<string> Repairs)
{
    public const string Text = "q";
    public const string Level = "level";
    public const string MineOnly = "mine";
    public const string Place = "place";
    public const string Sector = "sector";
    public const string Tag = "tag";
    public const string Quiet = "quiet";
    public const string DoNotApproach = "dna";
    public const string Archived = "archived";
    public const string SortBy = "sort";
    public const string Direction = "dir";
    public const string Cols = "cols";
    public const string PageNumber = "page";

    private const int LongestQuiet = 3650;
    private const int HighestPage = 1_000_000;

    public static ListState Of(IQueryCollection query, Guid? personId)
    {
        ArgumentNullException.ThrowIfNull(query);
        var repairs = new List<string>();
        var text = TypedSearch.Of(query[Text]);
        if (TypedSearch.IsCut(query[Text]))
            repairs.Add(PageTexts.Get("RepairedSearch", TypedSearch.Longest));
        var mine = query[MineOnly] == "1";
        var filter = new EmployerFilter
        {
            Text = text.Length == 0 ? null : text,
            Level = Number(query, Level, EngagementOptions.Lowest, EngagementOptions.Highest, repairs),
            OwnerId = mine ? personId : null,
            Place = OrNull(TypedSearch.Of(query[Place])),
            SicDivision = Division(query, repairs),
            Tag = OrNull(TypedSearch.Of(query[Tag])),
            QuietForDays = Number(query, Quiet, 1, LongestQuiet, repairs),
            DoNotApproach = query[DoNotApproach] == "1",
            Archived = query[Archived] == "1",
        };
        return new ListState(filter, mine, Order(query, repairs), Shown(query, repairs), Number(query, PageNumber, 1, HighestPage, repairs) ?? 1, repairs);
    }

    /// <summary>Whether anything narrows the list.</summary>
    public bool IsNarrowed => Query(withPage: false, withLook: false).Length > 0;

    public string Address(int page) => "/employers" + Behind(this with { Page = page });

    /// <summary>Sorted by a column, from its first page; by the same one again the other way round.</summary>
    public string SortedBy(EmployerColumn column)
    {
        var descending = Sort.By == column ? !Sort.Descending : column is EmployerColumn.Level or EmployerColumn.LastContact;
        return "/employers" + Behind(this with { Sort = new EmployerSort(column, descending), Page = 1 });
    }

    /// <summary>What is kept of the address as a view: everything but the page.</summary>
    public string ToView() => Query(withPage: false, withLook: true);

    private static string Behind(ListState state) => state.Query(withPage: true, withLook: true) is { Length: > 0 } query ? "?" + query : "";

    private string Query(bool withPage, bool withLook)
    {
        var parts = new List<(string Name, string? Value)>
        {
            (Text, Filter.Text), (Level, Plain(Filter.Level)), (MineOnly, Mine ? "1" : null), (Place, Filter.Place), (Sector, Filter.SicDivision), (Tag, Filter.Tag),
            (Quiet, Plain(Filter.QuietForDays)), (DoNotApproach, Filter.DoNotApproach ? "1" : null), (Archived, Filter.Archived ? "1" : null),
        };
        if (withLook && Sort != EmployerSort.Default)
            parts.AddRange([(SortBy, Sort.By.ToString().ToLowerInvariant()), (Direction, Sort.Descending ? "desc" : null)]);
        if (withLook && !Columns.SequenceEqual(ListColumns.Usual))
            parts.Add((Cols, Columns.Count == 0 ? "none" : string.Join(',', Columns.Select(ListColumns.Name))));
        if (withPage && Page > 1)
            parts.Add((PageNumber, Plain(Page)));
        return string.Join('&', parts.Where(part => part.Value is not null).Select(part => $"{part.Name}={Uri.EscapeDataString(part.Value!)}"));
    }

    private static string? Plain(int? number) => number?.ToString(CultureInfo.InvariantCulture);

    private static string? OrNull(string text) => text.Length == 0 ? null : text;

    private static int? Number(IQueryCollection query, string name, int least, int most, List<string> repairs)
    {
        if (query[name].ToString() is not { Length: > 0 } text)
            return null;
        if (int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var number) && number >= least && number <= most)
            return number;
        repairs.Add(PageTexts.Get("RepairedFilter", PageTexts.Get("Filter-" + name)));
        return null;
    }

    private static string? Division(IQueryCollection query, List<string> repairs)
    {
        if (query[Sector].ToString() is not { Length: > 0 } code)
            return null;
        if (Core.Employers.Fields.Sic2007.Division(code) is not null)
            return code;
        repairs.Add(PageTexts.Get("RepairedFilter", PageTexts.Get("Filter-" + Sector)));
        return null;
    }

    private static EmployerSort Order(IQueryCollection query, List<string> repairs)
    {
        if (query[SortBy].ToString() is not { Length: > 0 } by)
            return EmployerSort.Default;
        if (Enum.TryParse<EmployerColumn>(by, ignoreCase: true, out var column) && Enum.IsDefined(column) && !char.IsAsciiDigit(by[0]))
            return new EmployerSort(column, query[Direction] == "desc");
        repairs.Add(PageTexts.Get("RepairedSort", Short(by)));
        return EmployerSort.Default;
    }

    private static IReadOnlyList<ListColumn> Shown(IQueryCollection query, List<string> repairs)
    {
        var named = query[Cols].SelectMany(value => (value ?? "").Split(',', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries)).Take(50).ToList();
        if (named.Count == 0)
            return ListColumns.Usual;
        var known = Enum.GetValues<ListColumn>().ToDictionary(ListColumns.Name);
        foreach (var gone in named.Where(name => name != "none" && !known.ContainsKey(name)).Distinct(StringComparer.Ordinal))
            repairs.Add(PageTexts.Get("RepairedColumn", Short(gone)));
        return [.. known.Values.Where(column => named.Contains(ListColumns.Name(column)))];
    }

    private static string Short(string text) => text.Length <= 30 ? text : text[..30] + "…";
}
