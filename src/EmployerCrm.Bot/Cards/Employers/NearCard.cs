using System.Text.Json.Nodes;
using EmployerCrm.Core.Employers;

namespace EmployerCrm.Bot.Cards.Employers;

/// <summary>Employers in a place: who was there last, how engaged they are, who is not to be approached, and what colleagues plan.</summary>
internal static class NearCard
{
    private const int MostPlans = 2;

    public static JsonObject Build(NearShown shown)
    {
        var title = Texts.Get("NearTitle");
        var more = shown.Total - shown.Employers.Count;
        return CardParts.Card(
            title,
            [
                CardParts.Title(title),
                CardParts.Plain(shown.Place, bold: true, size: "large"),
                .. shown.Employers.Select(employer => Row(employer, shown)),
                more > 0 ? CardParts.Sentence(Texts.Count("DueMore", more), subtle: true) : null,
            ]);
    }

    private static JsonObject Row(NearEmployer employer, NearShown shown)
    {
        var plans = employer.Plans.Take(MostPlans).Select(plan => plan.SpecialistId == shown.SpecialistId
            ? Texts.Get("YouPlanThere", DayText.Short(plan.On, shown.Today))
            : Texts.Get("PlansThere", CardParts.Shortened(plan.Name, CardParts.LongestName), DayText.Short(plan.On, shown.Today)));
        var details = plans.Prepend(Last(employer, shown)).Prepend(Texts.Get("LevelOfFive", employer.Level));
        return CardParts.Group(
            CardParts.Actions(CardParts.Button(
                EmployerChoiceCard.Label(employer.Name, employer.Town == shown.Place ? employer.Address : employer.Town), Verbs.ShowEmployer, new JsonObject { ["employer"] = employer.Id.ToString() })),
            employer.DoNotApproachSince is { } since ? CardParts.Problem(Texts.Get("DoNotApproachSince", DayText.Short(since, shown.Today))) : null,
            CardParts.Plain(string.Join(" · ", details), subtle: true));
    }

    private static string Last(NearEmployer employer, NearShown shown) => employer.Last is not { } last ? Texts.Get("LastContactNone")
        : Texts.Get("LastContactBy", DayText.WithDistance(last.On, shown.Today), last.SpecialistId == shown.SpecialistId ? Texts.Get("You") : CardParts.Shortened(last.Name, CardParts.LongestName));
}
