using System.Text.Json.Nodes;
using EmployerCrm.Core.Employers;

namespace EmployerCrm.Bot.Cards.Employers;

/// <summary>Employers in a place: who was there last, how engaged they are, who is not to be approached, and what colleagues plan.</summary>
internal static class NearCard
{
    private const int MostEmployers = 10;
    private const int MostPlans = 2;

    public static JsonObject Build(NearShown shown, Guid specialistId)
    {
        var title = Texts.Get("NearTitle");
        var more = shown.Employers.Count - MostEmployers;
        return CardParts.Card(
            title,
            [
                CardParts.Title(title),
                CardParts.Plain(CardParts.Capitalised(shown.Place), bold: true, size: "large"),
                .. shown.Employers.Take(MostEmployers).Select(employer => Row(employer, shown, specialistId)),
                more > 0 || shown.HasMore ? CardParts.Sentence(shown.HasMore ? Texts.Get("NearManyMore", shown.Employers.Count) : Texts.Count("DueMore", more), subtle: true) : null,
            ]);
    }

    private static JsonObject Row(NearEmployer near, NearShown shown, Guid specialistId)
    {
        var employer = near.Employer;
        var plans = near.Planned.Take(MostPlans).Select(plan => plan.SpecialistId == specialistId
            ? Texts.Get("YouPlanThere", DayText.Short(plan.On, shown.Today))
            : Texts.Get("PlansThere", CardParts.Shortened(plan.SpecialistName, CardParts.LongestName), DayText.Short(plan.On, shown.Today)));
        var details = plans.Prepend(Last(employer, shown, specialistId)).Prepend(Texts.Get("LevelOfFive", employer.Level));
        var town = FoldedText.Key(employer.Town ?? "") == FoldedText.Key(shown.Place) ? null : employer.Town;
        return CardParts.Group(
            CardParts.Actions(CardParts.Button(EmployerChoiceCard.Label(employer.Name, town), Verbs.ShowEmployer, new JsonObject { ["employer"] = employer.Id.ToString() })),
            employer.DoNotApproach ? CardParts.Problem(Texts.Get("DoNotApproach")) : null,
            CardParts.Plain(string.Join(" · ", details), subtle: true));
    }

    private static string Last(EmployerListing employer, NearShown shown, Guid specialistId) => employer.Colleagues is not [var last, ..] ? Texts.Get("LastContactNone")
        : Texts.Get("LastContactBy", DayText.WithDistance(last.LastOn, shown.Today), last.SpecialistId == specialistId ? Texts.Get("You") : CardParts.Shortened(last.Name, CardParts.LongestName));
}
