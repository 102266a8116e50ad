using System.Globalization;
using System.Resources;

namespace EmployerCrm.Web.Pages;

/// <summary>
/// The sentences people read on pages, from <c>Resources/PageTexts.resx</c>, in the language of the request. A key that is missing is a bug and throws.
/// </summary>
internal static class PageTexts
{
    private static readonly ResourceManager Resources = new("EmployerCrm.Web.Resources.PageTexts", typeof(PageTexts).Assembly);

    public static string Get(string key) => Resources.GetString(key, Culture) ?? throw new MissingManifestResourceException($"No text '{key}'.");

    /// <summary>The text of a key that came from outside; null when there is none.</summary>
    public static string? Find(string key) => Resources.GetString(key, Culture);

    /// <summary>With values in the places {0}, {1}, …</summary>
    public static string Get(string key, params object?[] values) => string.Format(Culture, Get(key), values);

    /// <summary>The text with <c>One</c> at the end of its key for one, with <c>Many</c> for any other number; {0} is the number.</summary>
    public static string Count(string key, int count) => string.Format(Culture, Get(key + (count == 1 ? "One" : "Many")), count);

    private static CultureInfo Culture => CultureInfo.CurrentUICulture.TwoLetterISOLanguageName == "cy" ? CultureInfo.CurrentUICulture : Languages.English;
}
