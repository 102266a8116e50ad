using System.Globalization;
using EmployerCrm.Core.People;
using EmployerCrm.Web.SignIn;

namespace EmployerCrm.Web.Pages;

/// <summary>Where a page is shown, to whom and in which language.</summary>
/// <param name="IsTab">Whether it is inside Teams, which has a heading of its own.</param>
/// <param name="Theme">The theme that Teams named in the address; null for that of the system.</param>
/// <param name="Address">The page's own, to come back to.</param>
public sealed record PageSurroundings(string Language, bool IsTab, string? Theme, string Path, string Address, Specialist? Person)
{
    public bool IsLead => Person?.Role == Role.TeamLead;

    /// <summary>Whether the language is of the person's own settings, which the footer then changes.</summary>
    public bool IsOwnLanguage { get; init; }

    public bool IsAdmin => Person?.Role == Role.Admin;

    public static PageSurroundings Of(HttpContext context)
    {
        var request = context.Request;
        // Every page that is loaded into a frame says so, also the second one, whose address no longer does.
        var isTab = request.Query["tab"] == "1" || request.Headers["Sec-Fetch-Dest"] == "iframe" || request.Query["returnUrl"].ToString().Contains("tab=1", StringComparison.Ordinal);
        return new PageSurroundings(
            CultureInfo.CurrentUICulture.TwoLetterISOLanguageName == "cy" ? "cy" : "en-GB",
            isTab,
            isTab ? ThemeOf(request.Query["theme"]) : null,
            request.Path,
            HttpMethods.IsGet(request.Method) ? request.Path + request.QueryString : request.Path,
            context.SignedIn()?.Person) { IsOwnLanguage = context.SignedIn()?.Language is not null };
    }

    private static string? ThemeOf(string? named) => named switch
    {
        "default" => "light",
        "dark" => "dark",
        "contrast" => "contrast",
        _ => null,
    };
}
