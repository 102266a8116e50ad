using System.Globalization;
using System.Resources;

namespace EmployerCrm.Web.Pages;

/// <summary>The sentences people read on pages, from <c>Resources/PageTexts.resx</c>. A key that is missing is a bug and throws.</summary>
internal static class PageTexts
{
    private static readonly ResourceManager Resources = new("EmployerCrm.Web.Resources.PageTexts", typeof(PageTexts).Assembly);

    private static readonly CultureInfo Culture = CultureInfo.GetCultureInfo("en-GB");

    public static string Get(string key) => Resources.GetString(key, Culture) ?? throw new MissingManifestResourceException($"No text '{key}'.");
}
