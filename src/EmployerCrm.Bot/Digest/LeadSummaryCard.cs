using System.Text.Json.Nodes;
using EmployerCrm.Bot.Cards;
using EmployerCrm.Core.Calendar;
using EmployerCrm.Core.Digest;
using EmployerCrm.Core.Visits;

namespace EmployerCrm.Bot.Digest;

/// <summary>The team's last week for its lead.</summary>
internal static class LeadSummaryCard
{
    private const int MostMembers = 15;
    private const int MostUnreachable = 5;

    public static JsonObject Build(LeadOverview overview)
    {
        var title = Texts.Get("LeadSummaryTitle");
        var days = $"{DayText.Short(overview.WeekStart, overview.Today)} – {DayText.Short(Weeks.EndOf(overview.WeekStart), overview.Today)}";
        var (reached, target) = (overview.Members.Sum(member => member.Progress.InPerson), overview.Members.Sum(member => member.Progress.Target));
        return CardParts.Card(
            title,
            [
                CardParts.Title($"{title}, {days}"),
                CardParts.Plain(overview.TeamName, bold: true, size: "large"),
                CardParts.Sentence(Texts.Get("LeadSummaryTeam", reached, target, overview.Members.Sum(member => member.Progress.All))),
                .. overview.Members.Take(MostMembers).Select(member => CardParts.Fact(member.Name, Standing(member.Progress))),
                overview.Members.Count > MostMembers ? CardParts.Sentence(Texts.Count("DigestMore", overview.Members.Count - MostMembers), subtle: true) : null,
                CardParts.Section(Texts.Get("LeadSummaryOwed")),
                CardParts.Sentence(Texts.Get("LeadSummaryOverdue", overview.Overdue, overview.Escalated)),
                .. Quiet(overview),
                .. Unreachable(overview),
            ]);
    }

    private static string Standing(WeekProgress week)
    {
        var standing = Texts.Get("LeadSummaryMember", week.InPerson, week.Target, week.All);
        return week.ToConfirm == 0 ? standing : Texts.Get("WeekToConfirm", standing, week.ToConfirm);
    }

    private static IEnumerable<JsonNode> Quiet(LeadOverview overview)
    {
        if (overview.Quiet == 0)
            yield break;
        yield return CardParts.Section(Texts.Get("LeadSummaryQuiet"));
        yield return CardParts.Sentence(Texts.Get("LeadSummaryQuietCount", overview.Quiet, DayText.Short(overview.QuietSince, overview.Today)));
        yield return CardParts.Plain(string.Join(" · ", overview.QuietNames.Select(name => CardParts.Shortened(name, CardParts.LongestName))), subtle: true);
    }

    private static IEnumerable<JsonNode> Unreachable(LeadOverview overview)
    {
        if (overview.Unreachable.Count == 0)
            yield break;
        yield return CardParts.Section(Texts.Get("LeadSummaryUnreachable"));
        yield return CardParts.Plain(string.Join(", ", overview.Unreachable.Take(MostUnreachable).Select(person => person.Name)));
        yield return CardParts.Actions(CardParts.Button(Texts.Get("LeadSummaryWhy"), Verbs.ShowUnreachable));
    }
}
