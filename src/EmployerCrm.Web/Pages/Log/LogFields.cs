namespace EmployerCrm.Web.Pages.Log;

/// <summary>The fields of the form by which a contact is logged.</summary>
internal static class LogFields
{
    /// <summary>The key that the visit will have: however often the form is sent, it is one visit.</summary>
    public const string Visit = "visit";

    /// <summary>The line that the form completes.</summary>
    public const string Draft = "draft";

    /// <summary>The planned visit that took place.</summary>
    public const string Plan = "plan";

    public const string Employer = "employer";

    /// <summary>The employer that the name stands for, as long as nobody changes the name.</summary>
    public const string Known = "known";
    public const string KnownName = "knownName";

    /// <summary>Which employer is meant; <see cref="New"/> for one that is not in the list yet.</summary>
    public const string Choose = "choose";
    public const string New = "new";

    public const string Contact = "contact";
    public const string ChooseContact = "chooseContact";
    public const string Channel = "channel";
    public const string On = "on";
    public const string At = "at";
    public const string Client = "client";
    public const string ClientPresent = "clientPresent";
    public const string Matches = "matches";
    public const string Notes = "notes";
    public const string Next = "next";
    public const string NextDue = "nextDue";
    public const string Purpose = "purpose";
    public const string Reached = "reached";

    /// <summary>The contact is meant although an equal one was logged a moment ago.</summary>
    public const string Again = "again";

    /// <summary>What a line told of further contacts.</summary>
    public const string Rest = "rest";
}
