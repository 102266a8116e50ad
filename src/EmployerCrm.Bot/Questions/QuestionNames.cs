namespace EmployerCrm.Bot.Questions;

/// <summary>What a stored question is about. Stored for days: a name once used stays understood.</summary>
internal static class QuestionNames
{
    public const string Employer = "employer";
    public const string Contact = "contact";
    public const string Date = "date";
    public const string NextDate = "next-date";
    public const string Client = "client";

    /// <summary>Which planned visit a line tells of.</summary>
    public const string Planned = "planned";

    /// <summary>Whether a line that came twice is to be logged twice.</summary>
    public const string Again = "again";

    /// <summary>One of several choices, each with what it does.</summary>
    public const string Choice = "choice";

    /// <summary>An edited line that waits for its author to say whether the visit is to be changed.</summary>
    public const string Change = "change";
}
