using EmployerCrm.Core.Employers;

namespace EmployerCrm.Bot.Cards.Employers;

/// <summary>What is said before somebody approaches an employer.</summary>
internal static class ApproachSentences
{
    public static IReadOnlyList<string> Of(ApproachWarning warning, DateOnly today)
    {
        var sentences = new List<string>();
        if (warning.DoNotApproachSince is { } since)
            sentences.Add(Texts.Get("DoNotApproachSince", DayText.Short(since, today)));
        if (warning.NotToApproach.Count > 0)
            sentences.Add(Texts.Get("DoNotApproachPeople", string.Join(", ", warning.NotToApproach.Take(3).Select(person => CardParts.Shortened(person.Name, CardParts.LongestName)))));
        if (warning.Colleague is { } colleague)
            sentences.Add(Texts.Get("ColleagueWasThere", CardParts.Shortened(colleague.Name, CardParts.LongestName), CardParts.Shortened(colleague.TeamName, CardParts.LongestName), DayText.WithDistance(colleague.LastOn, today)));
        if (warning.Planned is { } planned)
            sentences.Add(Texts.Get("ColleaguePlans", CardParts.Shortened(planned.SpecialistName, CardParts.LongestName), DayText.WithDistance(planned.On, today)));
        return sentences;
    }
}
