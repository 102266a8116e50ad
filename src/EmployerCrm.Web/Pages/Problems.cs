using EmployerCrm.Core;

namespace EmployerCrm.Web.Pages;

/// <summary>Why something was not done, as people read it on a page.</summary>
internal static class Problems
{
    public static string Of(Refusal refusal) =>
        refusal is { Reason: RefusalReason.ChangedMeanwhile, By: { } by, At: { } at }
            ? PageTexts.Get("ProblemChangedMeanwhileBy", by, Days.Moment(at))
            : PageTexts.Find("Problem" + refusal.Reason) ?? PageTexts.Get("ProblemOther");
}
