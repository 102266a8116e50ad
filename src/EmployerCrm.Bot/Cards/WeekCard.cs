using System.Text.Json.Nodes;
using EmployerCrm.Core;
using EmployerCrm.Core.Calendar;
using EmployerCrm.Core.Visits;

namespace EmployerCrm.Bot.Cards;

/// <summary>A specialist's week: the count, what happened and what is planned, day by day.</summary>
internal static class WeekCard
{
    private const int MostLines = 20;
    private const int MostAskedAbout = 5;

    public static JsonObject Build(WeekShown week, int from = 0)
    {
        var page = ListPage.At(from, MostLines, week.Visits.Count);
        var monday = week.Progress.WeekStart;
        var title = Texts.Get("WeekTitle", DayText.Short(monday, week.Today), DayText.Short(Weeks.EndOf(monday), week.Today));
        return CardParts.Card(
            title,
            [
                CardParts.Title(title),
                Count(week.Progress, week.Today),
                CardParts.Progress(week.Progress.InPerson, week.Progress.Target),
                CardParts.Sentence(Texts.Get("WeekAll", week.Progress.All), subtle: true),
                .. week.Visits.Count == 0 ? [CardParts.Sentence(Texts.Get("WeekNothing"))] : page.Of(week.Visits).Select(visit => Line(visit, week.Today)),
                .. AskedAbout(week),
                CardParts.Sentence(week.DueThisWeek == 0 ? Texts.Get("WeekDueNone") : Texts.Count("WeekDue", week.DueThisWeek)),
                .. Pager.Of(page, Verbs.ShowWeek, _ => []),
            ]);
    }

    /// <summary>"4 of 6 visits in person this week, 1 to confirm".</summary>
    public static JsonObject Count(WeekProgress week, DateOnly today)
    {
        var count = week.WeekStart == Weeks.StartOf(today)
            ? Texts.Get("WeekCount", week.InPerson, week.Target)
            : Texts.Get("WeekCountOther", week.InPerson, week.Target, DayText.Short(week.WeekStart, today));
        return CardParts.Sentence(week.ToConfirm == 0 ? count : Texts.Get("WeekToConfirm", count, week.ToConfirm));
    }

    /// <summary>The planned visits whose day has passed: each button shows that visit's card, which asks what became of it. The oldest first.</summary>
    private static IEnumerable<JsonNode> AskedAbout(WeekShown week)
    {
        if (week.Overdue.Count == 0)
            yield break;
        yield return CardParts.Sentence(Texts.Get("WeekOverdue"));
        yield return CardParts.Actions(week.Overdue.Take(MostAskedAbout).Select(visit => CardParts.Button(
            $"{CardParts.Shortened(visit.EmployerName, CardParts.LongestName)}, {DayText.Short(visit.On, week.Today)}",
            Verbs.ShowVisit,
            new JsonObject { ["visit"] = visit.Id.ToString() })));
    }

    private static JsonObject Line(VisitSummary visit, DateOnly today)
    {
        var time = visit.At is { } at ? " " + DayText.Time(at) : "";
        var state = visit.State switch
        {
            VisitState.Planned => ", " + Texts.Get("WeekPlanned"),
            VisitState.Cancelled => ", " + Texts.Get("WeekCancelled"),
            _ => "",
        };
        return CardParts.Fact(DayText.Short(visit.On, today) + time, $"{CardParts.Shortened(visit.EmployerName, CardParts.LongestName)} ({Texts.What(visit.Channel)}{state})");
    }
}
