using System.Globalization;
using EmployerCrm.Core;
using EmployerCrm.Core.Calendar;

namespace EmployerCrm.Web.Pages.Admin;

/// <summary>Why people and teams were not changed, in a sentence for an admin, on pages and on the command line.</summary>
internal static class AdminTexts
{
    public static string Of(Refusal refusal) => refusal is { Reason: RefusalReason.ChangedMeanwhile, By: { } by, At: { } at }
        ? Format("AdminRefusalChangedMeanwhileBy", by, LondonClock.ToLocal(at).ToString("d MMMM HH:mm", CultureInfo.CurrentCulture))
        : Format("AdminRefusal" + refusal.Reason, string.Join(", ", refusal.Names));

    private static string Format(string key, params object[] values) => string.Format(CultureInfo.CurrentCulture, PageTexts.Get(key), values);
}
