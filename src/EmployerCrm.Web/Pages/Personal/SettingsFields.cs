using EmployerCrm.Core;
using EmployerCrm.Core.People;
using EmployerCrm.Web.Pages.Components;

namespace EmployerCrm.Web.Pages.Personal;

/// <summary>A person's settings in a form and back.</summary>
internal static class SettingsFields
{
    public const string Version = "version";
    public const string DigestAt = "digest-at";
    public const string TimeZone = "time-zone";
    public const string Days = "days";
    public const string QuietFrom = "quiet-from";
    public const string QuietUntil = "quiet-until";
    public const string Language = "language";
    public const string Shown = "shown";

    public static FormState Of(PersonSettings settings) => new FormState()
        .With(Version, settings.Version).With(DigestAt, Pages.Days.Time(settings.DigestAt)).With(TimeZone, settings.TimeZone)
        .WithAll(Days, settings.WorkingDays.Days().Select(day => day.ToString()))
        .With(QuietFrom, Pages.Days.Time(settings.QuietFrom)).With(QuietUntil, Pages.Days.Time(settings.QuietUntil)).With(Language, settings.Language)
        .WithAll(Shown, Switches(settings).Where(one => one.On).Select(one => one.Name));

    public static IReadOnlyList<(string Name, bool On)> Switches(PersonSettings settings) =>
    [
        (nameof(PersonSettings.CountOnCards), settings.CountOnCards), (nameof(PersonSettings.WrapUp), settings.WrapUp), (nameof(PersonSettings.AllClear), settings.AllClear),
        (nameof(PersonSettings.LeadSummary), settings.LeadSummary),
    ];

    /// <summary>What is chosen; what is needed and missing is refused beside its field.</summary>
    public static ChangeSettings Chosen(FormState form, Specialist person)
    {
        var change = new ChangeSettings { ExpectedVersion = form.Number(Version) ?? 0, Language = form.Text(Language) ?? "" };
        if (person.Role is Role.Admin)
            return change;
        var shown = form.Values(Shown);
        return change with
        {
            DigestAt = Needed(form, DigestAt),
            QuietFrom = Needed(form, QuietFrom),
            QuietUntil = Needed(form, QuietUntil),
            TimeZone = form.Text(TimeZone),
            WorkingDays = WorkingDaysExtensions.Of(form.Values(Days).Select(name => Enum.TryParse<DayOfWeek>(name, out var day) ? day : DayOfWeek.Sunday)),
            CountOnCards = shown.Contains(nameof(PersonSettings.CountOnCards)),
            WrapUp = shown.Contains(nameof(PersonSettings.WrapUp)),
            AllClear = shown.Contains(nameof(PersonSettings.AllClear)),
            LeadSummary = person.Role is Role.TeamLead ? shown.Contains(nameof(PersonSettings.LeadSummary)) : null,
        };
    }

    /// <summary>The sentence beside the field that it is about.</summary>
    public static void Put(FormState form, Refusal refusal) => form.Refuse(
        refusal.Reason switch
        {
            RefusalReason.DigestInQuietHours => DigestAt,
            RefusalReason.NoWorkingDay => Days,
            RefusalReason.LanguageUnknown => Language,
            RefusalReason.TimeZoneUnknown => TimeZone,
            _ => "",
        },
        Problems.Of(refusal));

    private static TimeOnly? Needed(FormState form, string name)
    {
        var time = form.Time(name);
        if (time is null)
            form.Refuse(name, PageTexts.Get("ProblemTime"));
        return time;
    }
}
