using System.Text.Json.Nodes;
using EmployerCrm.Core.Employers;
using EmployerCrm.Core.Engagement;

namespace EmployerCrm.Bot.Cards.Employers;

/// <summary>Why an employer is at its level, and what would move it up.</summary>
internal static class LevelCard
{
    private const int MostSteps = 3;

    public static JsonObject Build(Employer employer, EngagementLevel level, DateOnly today)
    {
        var title = Texts.Get("LevelTitle");
        return CardParts.Card(
            title,
            [
                CardParts.Title(title),
                CardParts.Plain(employer.Name, bold: true, size: "large"),
                CardParts.Fact(Texts.Get("Engagement"), Texts.Get("LevelOfFive", level.Level)),
                level.Set is { } set ? CardParts.Plain(Texts.Get("LevelSetBy", set.By, DayText.Short(set.EndsOn, today), set.Reason, level.ComputedLevel)) : null,
                CardParts.Section(Texts.Get("WhyThisLevel")),
                level.Why.Count == 0 ? CardParts.Sentence(Texts.Get("LevelNoEvidence"), subtle: true) : null,
                .. level.Why.Select(Evidence),
                level.Silence > 0 ? CardParts.Sentence(Texts.Count("LevelSilence", level.Silence)) : null,
                CardParts.Section(Texts.Get("LevelUp")),
                level.WouldMoveUp.Count == 0 ? CardParts.Sentence(Texts.Get("LevelTop"), subtle: true) : null,
                .. level.WouldMoveUp.Take(MostSteps).Select(step => CardParts.Sentence(Step(step))),
                CardParts.Actions(CardParts.Button(Texts.Get("ShowEmployer"), Verbs.ShowEmployer, new JsonObject { ["employer"] = employer.Id.ToString() })),
            ]);
    }

    private static JsonObject Evidence(EvidenceLine line) => CardParts.Fact(
        Texts.Get("Evidence" + line.Kind), line.Elsewhere ? Texts.Get("EvidenceElsewhere", line.Count) : line.Count.ToString(Texts.Culture));

    private static string Step(StepUp step) => step.Missing.Count == 0
        ? Texts.Get("LevelUpAnyContact", step.Level)
        : Texts.Get("LevelUpBy", step.Level, string.Join(", ", step.Missing.Select(missing => Texts.Get("MissingEvidence", Texts.Get("Evidence" + missing.Kind).ToLower(Texts.Culture), missing.More))));
}
