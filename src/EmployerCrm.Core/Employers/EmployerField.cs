namespace EmployerCrm.Core.Employers;

/// <summary>The fields of an employer by the names that problems, conflicts and the audit use.</summary>
public static class EmployerField
{
    public const string Name = "name";
    public const string TradingNames = "trading-names";
    public const string BranchOf = "branch-of";
    public const string Town = "town";
    public const string Address = "address";
    public const string Postcode = "postcode";
    public const string SicSection = "sic-section";
    public const string SicDivision = "sic-division";
    public const string Size = "size";
    public const string LegalForm = "legal-form";
    public const string CompanyNumber = "company-number";
    public const string Website = "website";
    public const string Tags = "tags";
    public const string DisabilityConfidentLevel = "disability-confident-level";
    public const string DisabilityConfidentEnds = "disability-confident-ends";
    public const string Source = "source";
    public const string Needs = "needs";
    public const string NeedsRecorded = "needs-recorded";
    public const string Notes = "notes";
    public const string DoNotApproach = "do-not-approach";
    public const string Owner = "owner";
    public const string Archived = "archived";
}

/// <summary>The same of a contact.</summary>
public static class ContactField
{
    public const string Name = "name";
    public const string Role = "role";
    public const string Email = "email";
    public const string Phone = "phone";
    public const string PreferredChannel = "preferred-channel";
    public const string BestTime = "best-time";
    public const string LawfulBasis = "lawful-basis";
    public const string Told = "told";
    public const string Objected = "objected";
    public const string ObjectionScope = "objection-scope";
    public const string Left = "left";
}

/// <summary>The same of an opening.</summary>
public static class OpeningField
{
    public const string Job = "job";
    public const string Hours = "hours";
    public const string From = "from";
    public const string Closes = "closes";
    public const string SaidBy = "said-by";
    public const string Closed = "closed";
}
