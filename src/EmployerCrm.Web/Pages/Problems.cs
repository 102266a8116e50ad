using EmployerCrm.Core;
using EmployerCrm.Core.Employers.Fields;
using EmployerCrm.Web.Pages.Components;

namespace EmployerCrm.Web.Pages;

/// <summary>Why something was not done, as people read it on a page.</summary>
internal static class Problems
{
    public static string Of(Refusal refusal) => refusal switch
    {
        { Reason: RefusalReason.ChangedMeanwhile, By: { } by, At: { } at } => PageTexts.Get("ProblemChangedMeanwhileBy", by, Days.Moment(at)),
        { Reason: RefusalReason.OfAnotherTeam, Names: [var employer, { Length: > 0 } team, ..] } => PageTexts.Get("ProblemOfAnotherTeamBy", employer, team),
        { Reason: RefusalReason.LeaveOverlaps, Days: var (from, to) } => PageTexts.Get("ProblemLeaveOverlapsOn", Range(from, to)),
        { Reason: RefusalReason.CoverAway, Names: [var cover], Days: var (from, to) } => PageTexts.Get("ProblemCoverAwayOn", cover, Range(from, to)),
        { Reason: RefusalReason.ContactKnown, Names: [var name, ..] } => PageTexts.Get("ProblemContactKnownAs", name),
        _ => PageTexts.Find("Problem" + refusal.Reason) ?? PageTexts.Get("ProblemOther"),
    };

    private static string Range(DateOnly from, DateOnly to) => from == to ? Days.Short(from, from) : PageTexts.Get("LeaveRange", Days.Short(from, from), Days.Short(to, from));

    public static string Of(FieldProblem problem) => PageTexts.Get("Wrong" + problem.Reason);

    /// <summary>Each problem beside its field; what is about the whole at the top.</summary>
    public static void Put(FormState form, Refusal refusal)
    {
        foreach (var problem in refusal.Problems)
            form.Refuse(problem.Field, Of(problem));
        if (refusal.Problems.Count == 0)
            form.Refuse("", Of(refusal));
    }
}
