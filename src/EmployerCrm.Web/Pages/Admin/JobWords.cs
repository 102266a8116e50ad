using System.Globalization;
using EmployerCrm.Core.Jobs;

namespace EmployerCrm.Web.Pages.Admin;

/// <summary>Jobs, their times and their runs in words.</summary>
internal static class JobWords
{
    /// <summary>What the job does; a job without words shows by its name.</summary>
    public static string Title(string job) => PageTexts.Find("JobName-" + job) ?? job;

    public static string Timing(JobTiming timing) => timing switch
    {
        JobTiming.DailyAt daily => PageTexts.Get("JobDaily", Days.Time(daily.London)),
        JobTiming.WeeklyAt weekly => PageTexts.Get("JobWeekly", CultureInfo.CurrentCulture.DateTimeFormat.GetDayName(weekly.Day), Days.Time(weekly.London)),
        _ when timing.Interval.TotalMinutes < 60 => PageTexts.Count("JobMinutes", (int)timing.Interval.TotalMinutes),
        _ => PageTexts.Count("JobHours", (int)timing.Interval.TotalHours),
    };

    public static string Duration(TimeSpan? duration) => duration switch
    {
        null => "",
        { TotalSeconds: < 60 } short1 => PageTexts.Get("JobSeconds", short1.TotalSeconds.ToString("0.0", CultureInfo.CurrentCulture)),
        { } longer => PageTexts.Get("JobMinutesTook", ((int)longer.TotalMinutes).ToString(CultureInfo.CurrentCulture)),
    };

    public static string Counts(JobRun run) => run.State is JobRunState.Done ? PageTexts.Get("JobCounts", run.DoneCount, run.FoundCount) : "";

    /// <summary>Why it failed: a type of error and the number under which the log has it. Nothing else is known of it here.</summary>
    public static string Failure(JobRun run) =>
        run.Failure is null ? "" : run.Reference is null ? PageTexts.Get("JobFailureBare", run.Failure) : PageTexts.Get("JobFailure", run.Failure, run.Reference);
}
