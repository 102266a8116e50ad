namespace EmployerCrm.Web.Pages.Permissions;

/// <summary>The names of the fields of a permission's forms, those beside <see cref="Core.Disclosure.PermissionField"/>.</summary>
internal static class PermissionFormFields
{
    public const string Employer = "employer";
    public const string Seen = "seen";
    public const string SeenVersion = "seen-version";
    public const string Level = "level";
    public const string Who = "who";
    public const string How = "how";
    public const string Consent = "consent";
    public const string GivenOn = "given-on";
    public const string RevisitOn = "revisit-on";
    public const string NotACondition = "not-a-condition";
    public const string ProsAndCons = "pros-and-cons";
    public const string WordingAgreed = "wording-agreed";
}
