using System.Globalization;
using EmployerCrm.Core;
using EmployerCrm.Core.Calendar;
using EmployerCrm.Core.Outbox;

namespace EmployerCrm.Web.Pages.Admin.Outbox;

/// <summary>Kinds, states and reasons of the outbox in words. What a connector says stands as it is behind ours, for whoever looks it up.</summary>
internal static class OutboxTexts
{
    private static readonly TimeSpan Minute = TimeSpan.FromMinutes(1);

    public static string Kind(string kind) => PageTexts.Find("OutboxKind-" + kind) ?? kind;

    public static string State(OutboxState state) => PageTexts.Get("OutboxState" + state);

    public static string Reason(string? reason)
    {
        if (reason is null)
            return "";
        var words = PageTexts.Find("OutboxReason-" + reason.Split(' ', ':')[0]);
        return words is null ? reason : reason.AsSpan().ContainsAny(' ', ':') || char.IsAsciiDigit(reason[0]) ? $"{words} ({reason})" : words;
    }

    public static string Of(RefusalReason reason) => reason switch
    {
        RefusalReason.DateInThePast => PageTexts.Get("OutboxTooLate"),
        RefusalReason.ChangedMeanwhile => PageTexts.Get("AdminRefusalChangedMeanwhile"),
        _ => PageTexts.Get("AdminRefusalNotAllowed"),
    };

    /// <summary>"5 min", "3 h", "2 d".</summary>
    public static string Age(TimeSpan age) => age < TimeSpan.FromHours(1) ? PageTexts.Get("OutboxMinutes", (int)Math.Ceiling(age / Minute))
        : age < TimeSpan.FromDays(1) ? PageTexts.Get("OutboxHours", (int)age.TotalHours)
        : PageTexts.Get("OutboxDays", (int)age.TotalDays);

    public static string At(DateTimeOffset at) => LondonClock.ToLocal(at).ToString("d MMM HH:mm", CultureInfo.CurrentCulture);
}
