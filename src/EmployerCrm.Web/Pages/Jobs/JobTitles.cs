using System.Globalization;

namespace EmployerCrm.Web.Pages.Jobs;

/// <summary>What a job is called in headings.</summary>
internal static class JobTitles
{
    /// <summary>"Kitchen porter at Two Rivers", or the employer alone; typed titles mostly begin small.</summary>
    public static string Of(string? title, string employer) => title is { Length: > 0 }
        ? PageTexts.Get("JobAt", char.ToUpper(title[0], CultureInfo.CurrentCulture) + title[1..], employer)
        : employer;
}
