namespace EmployerCrm.Core.Employers.Fields;

/// <summary>Why what was typed into a field cannot be kept. Each has a sentence that says what to type instead, in the resource files of what shows it.</summary>
public enum FieldReason
{
    /// <summary>Nothing was typed where something is needed.</summary>
    Missing,

    TextTooLong,

    /// <summary>More entries than a list takes.</summary>
    TooMany,

    /// <summary>"n/a", "none", "-": a field that is not known is left empty.</summary>
    LeaveEmpty,

    /// <summary>Words beside the number, such as "ring after 4": those belong into the best time to call.</summary>
    PhoneHasWords,

    /// <summary>Without area code, or with digits missing.</summary>
    PhoneTooShort,

    PhoneTooLong,

    /// <summary>Not a number that can be rung.</summary>
    PhoneForm,

    EmailForm,

    WebsiteForm,

    PostcodeForm,

    /// <summary>Only the first half.</summary>
    PostcodeHalf,

    /// <summary>Neither eight digits nor two letters and six digits.</summary>
    CompanyNumberForm,

    /// <summary>No section or division of SIC 2007 by that code.</summary>
    SicUnknown,

    /// <summary>The division is of another section.</summary>
    SicOfAnotherSection,

    /// <summary>Disability Confident has levels 1 to 3.</summary>
    LevelUnknown,

    /// <summary>A day that belongs to something that was left empty.</summary>
    DayWithoutLevel,

    /// <summary>Further from today than such a day can be.</summary>
    DayUnlikely,

    DayToCome,

    /// <summary>Not somebody of the employer's team.</summary>
    OwnerUnknown,

    /// <summary>No employer, or the employer itself, or a branch of it.</summary>
    BranchOfUnknown,

    /// <summary>An objection needs the day and what it is to.</summary>
    ObjectionIncomplete,

    /// <summary>Nobody of that name at this employer.</summary>
    ContactUnknown,
}

/// <summary>What is wrong with one field of a form.</summary>
/// <param name="Field">By the names of <see cref="EmployerField"/>, <see cref="ContactField"/> or <see cref="OpeningField"/>, which the audit uses too.</param>
public sealed record FieldProblem(string Field, FieldReason Reason);

/// <summary>A field whose text was put right; shown so that the person can see it.</summary>
public sealed record FieldRepair(string Field, string Typed, string Kept);

/// <summary>What came of a typed text: its written form (null where nothing was typed), or why there is none.</summary>
public readonly record struct Written(string? Value, FieldReason? Problem = null)
{
    public static implicit operator Written(FieldReason problem) => new(null, problem);

    public static Written Of(string? value) => new(value);
}
