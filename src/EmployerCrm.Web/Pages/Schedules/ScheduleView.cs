using EmployerCrm.Core.Schedules;
using EmployerCrm.Web.Pages.Components;

namespace EmployerCrm.Web.Pages.Schedules;

/// <summary>A schedule that is looked at or changed.</summary>
/// <param name="Opened">The version whose steps stand in the form.</param>
public sealed record ScheduleView(NamedSchedule Schedule, ScheduleVersion Opened, FormState Form, bool MayChange)
{
    /// <summary>What the steps come to; null where they have faults.</summary>
    public SchedulePreview? Preview { get; init; }

    /// <summary>The version that somebody saved while the form was open; null while nobody did.</summary>
    public ScheduleVersion? Conflict { get; init; }

    public bool IsCurrent => Opened.Number == Schedule.Current.Number;

    public string Address => ScheduleEndpoints.Address(Schedule.Name);
}
