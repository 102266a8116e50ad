using EmployerCrm.Core.Calendar;

namespace EmployerCrm.Core.People;

/// <summary>What a person chooses for themselves; what is null stays.</summary>
public sealed record ChangeSettings
{
    /// <summary>The version the person saw; null where none was seen, as in a typed line.</summary>
    public int? ExpectedVersion { get; init; }

    public TimeOnly? DigestAt { get; init; }

    public string? TimeZone { get; init; }

    public WorkingDays? WorkingDays { get; init; }

    public TimeOnly? QuietFrom { get; init; }

    public TimeOnly? QuietUntil { get; init; }

    /// <summary>"en" or "cy"; empty for the service's.</summary>
    public string? Language { get; init; }

    public bool? CountOnCards { get; init; }

    public bool? WrapUp { get; init; }

    public bool? AllClear { get; init; }

    public bool? LeadSummary { get; init; }

    /// <summary>The settings with what is chosen; the version is the same.</summary>
    internal PersonSettings Of(PersonSettings before, DateTimeOffset now) => before with
    {
        DigestAt = DigestAt ?? before.DigestAt,
        TimeZone = TimeZone ?? before.TimeZone,
        WorkingDays = WorkingDays ?? before.WorkingDays,
        QuietFrom = QuietFrom ?? before.QuietFrom,
        QuietUntil = QuietUntil ?? before.QuietUntil,
        Language = Language is null ? before.Language : Core.Text.OrNull(Language),
        CountOnCards = CountOnCards ?? before.CountOnCards,
        WrapUp = WrapUp ?? before.WrapUp,
        AllClear = AllClear ?? before.AllClear,
        LeadSummary = LeadSummary ?? before.LeadSummary,
        DigestAskedAt = before.DigestAskedAt ?? (DigestAt is null ? null : now),
    };
}

internal static class SettingsRules
{
    private static readonly string[] Languages = ["en", "cy"];

    public static Refusal? Check(PersonSettings settings) =>
        settings.WorkingDays == WorkingDays.None ? new Refusal(RefusalReason.NoWorkingDay)
        : (settings.WorkingDays & ~WorkingDaysExtensions.WholeWeek) != WorkingDays.None ? new Refusal(RefusalReason.NoWorkingDay)
        : settings.Language is { } language && !Languages.Contains(language, StringComparer.Ordinal) ? new Refusal(RefusalReason.LanguageUnknown)
        : !TimeZoneInfo.TryFindSystemTimeZoneById(settings.TimeZone, out _) || settings.TimeZone.Length > LongestZone ? new Refusal(RefusalReason.TimeZoneUnknown)
        : QuietHours.Of(settings).Hold(settings.DigestAt) ? new Refusal(RefusalReason.DigestInQuietHours) { Names = [Hour(settings.QuietFrom), Hour(settings.QuietUntil)] }
        : null;

    private const int LongestZone = 60;

    private static string Hour(TimeOnly time) => time.ToString("HH:mm", System.Globalization.CultureInfo.InvariantCulture);
}
