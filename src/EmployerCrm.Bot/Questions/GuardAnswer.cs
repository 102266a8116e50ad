using EmployerCrm.Core.Privacy;

namespace EmployerCrm.Bot.Questions;

/// <summary>What the author of a line answered to the guard, as a kept line holds it: no word of what was found.</summary>
internal sealed record GuardAnswer(GuardChoice Choice, string Found, string Words)
{
    public static GuardAnswer Of(GuardDecision decision) => new(decision.Choice, decision.Found.ToString(), decision.WordsVersion);

    /// <summary>Null where the counts cannot be read, which then let nothing through.</summary>
    public GuardDecision? ToDecision() => GuardCounts.Parse(Found) is { } found ? new GuardDecision(Choice, found, Words) : null;
}
