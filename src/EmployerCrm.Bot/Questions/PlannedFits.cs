using EmployerCrm.Core.Visits;

namespace EmployerCrm.Bot.Questions;

/// <summary>Which planned visits a line means that names a day, a time, or neither.</summary>
internal static class PlannedFits
{
    /// <summary>Those on the day; without a day those up to today, else those to come.</summary>
    public static IReadOnlyList<VisitSummary> Of(IReadOnlyList<VisitSummary> planned, DateOnly? on, TimeOnly? at, DateOnly today)
    {
        IReadOnlyList<VisitSummary> fitting = on is { } day ? [.. planned.Where(one => one.On == day)]
            : planned.Any(one => one.On <= today) ? [.. planned.Where(one => one.On <= today)]
            : planned;
        return at is { } time && fitting.Where(one => one.At == time).ToList() is { Count: > 0 } then ? then : fitting;
    }

    /// <summary>Those on the day, else all: a plan that is called off or moved may be named by its wrong day.</summary>
    public static IReadOnlyList<VisitSummary> ToChange(IReadOnlyList<VisitSummary> planned, DateOnly? on, TimeOnly? at)
    {
        IReadOnlyList<VisitSummary> fitting = on is { } day ? [.. planned.Where(one => one.On == day)] : planned;
        return at is { } time && fitting.Where(one => one.At == time).ToList() is { Count: > 0 } then ? then : fitting;
    }
}
