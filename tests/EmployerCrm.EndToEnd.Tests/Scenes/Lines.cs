namespace EmployerCrm.EndToEnd.Tests.Scenes;

/// <summary>What the specialist types.</summary>
internal static class Lines
{
    /// <summary>The line of the issue, the welcome and the README.</summary>
    public const string Visit = "visited Friday's Café yesterday 3pm, spoke to the owner, next send CV Tues";

    public const string AmbiguousVisit = "visited Pennine Pets yesterday, met the store manager, next ring back Thurs";

    public const string UnknownEmployer = "visited Zebra Print Studio yesterday 11am, spoke to Olwen Vaughan";
}
