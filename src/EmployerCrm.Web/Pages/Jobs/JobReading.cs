using EmployerCrm.Core;
using EmployerCrm.Web.Pages.Clients;
using EmployerCrm.Web.Pages.Components;

namespace EmployerCrm.Web.Pages.Jobs;

/// <summary>What a form about a job says, with what is wrong beside its field.</summary>
internal static class JobReading
{
    /// <summary>Hours a week in minutes; what is no number of hours is refused beside the field.</summary>
    public static int? Minutes(FormState form)
    {
        if (form.Text(JobField.Hours) is not { } typed)
            return null;
        if (Hours.Read(typed) is { } minutes)
            return minutes;
        form.Refuse(JobField.Hours, PageTexts.Get("ProblemHoursUnlikely"));
        return null;
    }

    /// <summary>A day that has to be there.</summary>
    public static DateOnly? Day(FormState form, string field)
    {
        var day = form.Date(field);
        if (day is null)
            form.Refuse(field, PageTexts.Get("ProblemDateNeeded"));
        return day;
    }

    /// <summary>Yes, no, or null where it was not said.</summary>
    public static bool? Said(FormState form, string field) => form.Text(field) switch
    {
        "yes" => true,
        "no" => false,
        _ => null,
    };

    public static string? Answer(bool? said) => said switch
    {
        true => "yes",
        false => "no",
        _ => null,
    };

    public static void Put(FormState form, Refusal refusal, string dayField = JobField.StartsOn) => form.Refuse(
        refusal.Reason switch
        {
            RefusalReason.TooLongAgo or RefusalReason.TooFarAhead or RefusalReason.EndBeforeStart or RefusalReason.JobKnown => dayField,
            RefusalReason.HoursUnlikely => JobField.Hours,
            RefusalReason.JobTypeUnknown => JobField.SocGroup,
            RefusalReason.TextTooLong => JobField.JobTitle,
            RefusalReason.NameMissing or RefusalReason.NotFound => JobField.Employer,
            _ => "",
        },
        refusal.Reason switch
        {
            RefusalReason.TooLongAgo => PageTexts.Get("ProblemJobLongAgo"),
            RefusalReason.TooFarAhead => PageTexts.Get("ProblemJobFarAhead"),
            RefusalReason.JobTypeUnknown => PageTexts.Get("ProblemSocGroup"),
            RefusalReason.NotFound => PageTexts.Get("ProblemNameMissing"),
            _ => Problems.Of(refusal),
        });
}
