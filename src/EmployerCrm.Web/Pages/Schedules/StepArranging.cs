using System.Globalization;
using EmployerCrm.Core.Schedules;
using EmployerCrm.Web.Pages.Components;

namespace EmployerCrm.Web.Pages.Schedules;

/// <summary>The buttons that add a step, remove one, or move it: the form comes back with everything that was typed.</summary>
internal static class StepArranging
{
    public const string Add = "add";
    public const string Remove = "remove";
    public const string Up = "up";
    public const string Down = "down";

    /// <summary>The form with its steps arranged; null where another button was pressed.</summary>
    public static FormState? Of(FormState form)
    {
        if (form.Text(ScheduleEndpoints.Do) is not { } wanted)
            return null;
        var (what, at) = wanted.Split('-') is [var verb, var number] && int.TryParse(number, NumberStyles.None, CultureInfo.InvariantCulture, out var step) ? (verb, step) : (wanted, -1);
        var rows = Enumerable.Range(0, StepFields.CountOf(form)).Select(index => (int?)index).ToList();
        switch (what)
        {
            case Add when rows.Count <= ScheduleRules.MostSteps:
                rows.Add(null);
                break;
            case Remove when at >= 0 && at < rows.Count:
                rows.RemoveAt(at);
                break;
            case Up when at > 0 && at < rows.Count:
                (rows[at - 1], rows[at]) = (rows[at], rows[at - 1]);
                break;
            case Down when at >= 0 && at < rows.Count - 1:
                (rows[at + 1], rows[at]) = (rows[at], rows[at + 1]);
                break;
            default:
                return null;
        }

        return StepFields.Arranged(form, rows, ScheduleEndpoints.Number, ScheduleEndpoints.Start);
    }
}
