using System.Globalization;
using EmployerCrm.Core.FollowUps;

namespace EmployerCrm.Web.Pages.FollowUps;

/// <summary>What the address of the list of follow-ups says: whose, which of them, and which page. What cannot be meant is left out and named.</summary>
/// <param name="PersonId">Whose; null for the whole team.</param>
/// <param name="Viewer">Who looks: their own list needs no name in the address.</param>
/// <param name="Repairs">Sentences on what was left out.</param>
public sealed record FollowUpsState(Guid? PersonId, Guid? Viewer, FollowUpFilter Filter, int Page, IReadOnlyList<string> Repairs)
{
    public const string Root = "/follow-ups";
    public const string Person = "person";
    public const string Kind = "kind";
    public const string Employer = "employer";
    public const string Bucket = "bucket";
    public const string PageNumber = "page";
    public const string WholeTeam = "team";

    private const int HighestPage = 100_000;

    public bool IsOwn => PersonId == Viewer;

    /// <summary>Whether anything but the person narrows the list.</summary>
    public bool IsNarrowed => Filter != FollowUpFilter.None;

    public static FollowUpsState Of(IQueryCollection query, Guid? viewer)
    {
        ArgumentNullException.ThrowIfNull(query);
        var repairs = new List<string>();
        var filter = new FollowUpFilter(Choice<FollowUpKind>(query, Kind, repairs), Id(query, Employer, repairs), Choice<DueBucket>(query, Bucket, repairs));
        var person = query[Person] == WholeTeam ? null : Id(query, Person, repairs) ?? viewer;
        var page = int.TryParse(query[PageNumber], NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? Math.Clamp(number, 1, HighestPage) : 1;
        return new FollowUpsState(person, viewer, filter, page, repairs);
    }

    public string Address(int page) => With(this with { Page = page });

    public string Of(DueBucket? bucket) => With(this with { Filter = Filter with { Bucket = bucket }, Page = 1 });

    /// <summary>The same of somebody else, unnarrowed.</summary>
    public string OfPerson(Guid? personId) => With(this with { PersonId = personId, Filter = FollowUpFilter.None, Page = 1 });

    private static string With(FollowUpsState state)
    {
        var parts = new (string Name, string? Value)[]
        {
            (Person, state.PersonParameter), (Kind, Lower(state.Filter.Kind)), (Employer, state.Filter.EmployerId?.ToString()), (Bucket, Lower(state.Filter.Bucket)),
            (PageNumber, state.Page > 1 ? state.Page.ToString(CultureInfo.InvariantCulture) : null),
        };
        var query = string.Join('&', parts.Where(part => part.Value is not null).Select(part => $"{part.Name}={part.Value}"));
        return query.Length == 0 ? Root : $"{Root}?{query}";
    }

    /// <summary>As the address names the person; null for the viewer.</summary>
    public string? PersonParameter => IsOwn ? null : PersonId?.ToString() ?? WholeTeam;

    public static string? Lower<TEnum>(TEnum? value)
        where TEnum : struct, Enum => value?.ToString().ToLowerInvariant();

    private static TEnum? Choice<TEnum>(IQueryCollection query, string name, List<string> repairs)
        where TEnum : struct, Enum
    {
        if (query[name].ToString() is not { Length: > 0 } text)
            return null;
        if (!char.IsAsciiDigit(text[0]) && Enum.TryParse<TEnum>(text, ignoreCase: true, out var choice) && Enum.IsDefined(choice))
            return choice;
        repairs.Add(PageTexts.Get("RepairedFilter", PageTexts.Get("FollowUpsBy-" + name)));
        return null;
    }

    private static Guid? Id(IQueryCollection query, string name, List<string> repairs)
    {
        if (query[name].ToString() is not { Length: > 0 } text)
            return null;
        if (Guid.TryParse(text, out var id))
            return id;
        repairs.Add(PageTexts.Get("RepairedFilter", PageTexts.Get("FollowUpsBy-" + name)));
        return null;
    }
}
