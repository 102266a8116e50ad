using System.Globalization;
using System.Text.RegularExpressions;
using EmployerCrm.Core.Schedules;
using EmployerCrm.Web.Pages.Components;

namespace EmployerCrm.Web.Pages.Schedules;

/// <summary>The steps of a schedule in a form and back. The fields of the second step end in "-1".</summary>
internal static partial class StepFields
{
    public const string Count = "count";
    public const string Key = "key";
    public const string Title = "title";
    public const string Anchor = "anchor";
    public const string Kind = "kind";
    public const string Opens = "opens";
    public const string Due = "due";
    public const string Every = "every";
    public const string Until = "until";
    public const string InPerson = "in-person";
    public const string AnyDay = "any-day";

    /// <summary>Behind the name of a distance: its unit, and whether it lies before or after the anchor.</summary>
    public const string Unit = "-unit";
    public const string Side = "-side";
    public const string Before = "before";
    public const string After = "after";

    private static readonly string[] All =
    [
        Key, Title, Anchor, Kind, Opens, Opens + Unit, Opens + Side, Due, Due + Unit, Due + Side, Every, Every + Unit, Until, Until + Unit, InPerson, AnyDay,
    ];

    public static string Name(string field, int step) => string.Create(CultureInfo.InvariantCulture, $"{field}-{step}");

    /// <summary>How many steps the form has.</summary>
    public static int CountOf(FormState form) => Math.Clamp(form.Number(Count) ?? 0, 0, ScheduleRules.MostSteps + 1);

    public static FormState Fill(FormState form, IReadOnlyList<ScheduleStep> steps)
    {
        for (var index = 0; index < steps.Count; index++)
        {
            var step = steps[index];
            form.With(Name(Key, index), step.Key).With(Name(Title, index), step.Title).With(Name(Anchor, index), step.Anchor).With(Name(Kind, index), step.Kind)
                .With(Name(InPerson, index), step.InPerson ? "1" : null).With(Name(AnyDay, index), step.AnyDay ? "1" : null);
            Put(form, Opens, index, step.Opens);
            Put(form, Due, index, step.Due);
            Put(form, Every, index, step.Every);
            Put(form, Until, index, step.Until);
        }

        return form.With(Count, steps.Count);
    }

    /// <summary>The steps as they were typed; what is no number is refused beside its field.</summary>
    public static IReadOnlyList<ScheduleStep> Read(FormState form) => [.. Enumerable.Range(0, CountOf(form)).Select(index => Step(form, index))];

    /// <summary>The same form with its steps in another order, or more or fewer of them.</summary>
    /// <param name="rows">For each step what stood in which of the old ones; null for a new one.</param>
    public static FormState Arranged(FormState form, IReadOnlyList<int?> rows, params ReadOnlySpan<string> others)
    {
        var arranged = new FormState().With(Count, rows.Count);
        foreach (var other in others)
            arranged.With(other, form.Value(other));
        for (var index = 0; index < rows.Count; index++)
        {
            foreach (var field in All)
                arranged.With(Name(field, index), rows[index] is { } old ? form.Value(Name(field, old)) : New(field, form));
        }

        return arranged;
    }

    /// <summary>The field of a step that a fault is about.</summary>
    public static string Of(ScheduleFault fault) => fault switch
    {
        ScheduleFault.DueBeforeOpen or ScheduleFault.TooFar => Due,
        ScheduleFault.IntervalNotPositive or ScheduleFault.UnitsDiffer or ScheduleFault.TooManyTimes => Every,
        ScheduleFault.EndsBeforeFirst or ScheduleFault.EndWithoutInterval => Until,
        _ => Title,
    };

    private static string? New(string field, FormState form) => field switch
    {
        Key => FreeKey(form),
        Opens => "0",
        Due => "1",
        Due + Unit => nameof(DistanceUnit.Weeks),
        _ => null,
    };

    private static string FreeKey(FormState form)
    {
        var taken = Enumerable.Range(0, CountOf(form)).Select(index => form.Value(Name(Key, index))).ToHashSet(StringComparer.Ordinal);
        return Enumerable.Range(1, taken.Count + 1).Select(number => Name("step", number)).First(key => !taken.Contains(key));
    }

    private static ScheduleStep Step(FormState form, int index)
    {
        var key = form.Text(Name(Key, index));
        return new ScheduleStep(
            key is not null && KeyForm().IsMatch(key) ? key : "", form.Text(Name(Title, index)) ?? "", form.Choice<ScheduleAnchor>(Name(Anchor, index)) ?? ScheduleAnchor.JobStart,
            form.Choice<StepKind>(Name(Kind, index)) ?? StepKind.ClientContact, Given(form, Opens, index) ?? Distance.Days(0), Given(form, Due, index) ?? Distance.Days(0))
        {
            Every = Given(form, Every, index), Until = Given(form, Until, index), InPerson = form.Checked(Name(InPerson, index)), AnyDay = form.Checked(Name(AnyDay, index)),
        };
    }

    private static void Put(FormState form, string field, int index, Distance? distance)
    {
        if (distance is null)
            return;
        form.With(Name(field, index), Math.Abs(distance.Count)).With(Name(field + Unit, index), distance.Unit).With(Name(field + Side, index), distance.Count < 0 ? Before : After);
    }

    /// <summary>Null where nothing was typed; an interval may be left out, the days of a step not.</summary>
    private static Distance? Given(FormState form, string field, int index)
    {
        var name = Name(field, index);
        if (form.Text(name) is null && field is Every or Until)
            return null;
        if (form.Number(name) is not { } number || number is < 0 or > 9999)
        {
            form.Refuse(name, PageTexts.Get("ProblemStepNumber"));
            return null;
        }

        return new Distance(form.Value(Name(field + Side, index)) == Before ? -number : number, form.Choice<DistanceUnit>(Name(field + Unit, index)) ?? DistanceUnit.Days);
    }

    [GeneratedRegex("^[a-z0-9-]{1,40}$", RegexOptions.None, matchTimeoutMilliseconds: 5000)]
    private static partial Regex KeyForm();
}
