using EmployerCrm.Core;
using EmployerCrm.Core.People;
using EmployerCrm.Web.Pages.Components;
using EmployerCrm.Web.SignIn;

namespace EmployerCrm.Web.Pages.Personal;

/// <summary>Leave in a form and back.</summary>
internal static class LeaveFields
{
    public const string Person = "person";
    public const string Version = "version";
    public const string From = "from";
    public const string To = "to";
    public const string Cover = "cover";

    /// <summary>The page that the form is left for.</summary>
    public const string Back = "back";

    private static readonly string[] Places = ["/settings", "/team/leave"];

    public static FormState Of(LeaveOpened opened) => opened.Leave is not { } leave
        ? new FormState().With(Person, opened.Person.Id)
        : new FormState().With(Person, opened.Person.Id).With(Version, leave.Version).With(From, Days.Iso(leave.From)).With(To, Days.Iso(leave.To)).With(Cover, leave.CoverId);

    /// <summary>The days; what is missing is refused beside its field.</summary>
    public static (DateOnly From, DateOnly To)? BothDays(FormState form)
    {
        var (from, to) = (form.Date(From), form.Date(To));
        if (from is null)
            form.Refuse(From, PageTexts.Get("LeaveFromNeeded"));
        if (to is null)
            form.Refuse(To, PageTexts.Get("LeaveToNeeded"));
        return from is { } first && to is { } last && !form.IsRefused ? (first, last) : null;
    }

    public static void Put(FormState form, Refusal refusal) => form.Refuse(
        refusal.Reason switch
        {
            RefusalReason.LeaveEndsFirst or RefusalReason.LeaveTooLong or RefusalReason.LeaveInThePast => To,
            RefusalReason.LeaveOverlaps or RefusalReason.DayUnlikely => From,
            RefusalReason.CoverUnknown or RefusalReason.CoverAway => Cover,
            _ => "",
        },
        Problems.Of(refusal));

    /// <summary>One of the two pages with leave on them, whatever an address says.</summary>
    public static string BackTo(string? named) => Places.FirstOrDefault(place => named is not null && (named == place || named.StartsWith(place + "?", StringComparison.Ordinal))) is null
        ? Places[0]
        : SignInAddresses.Local(named);
}
