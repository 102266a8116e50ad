namespace EmployerCrm.Bot.Questions;

/// <summary>What a stored question is about. Stored for days: a name once used stays understood.</summary>
internal static class QuestionNames
{
    public const string Employer = "employer";
    public const string Contact = "contact";
    public const string Date = "date";
    public const string NextDate = "next-date";
    public const string Client = "client";

    /// <summary>An edited line that waits for its author to say whether the visit is to be changed.</summary>
    public const string Change = "change";
}
