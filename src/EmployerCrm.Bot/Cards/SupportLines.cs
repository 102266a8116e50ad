using System.Text.Json.Nodes;
using EmployerCrm.Core.Employers;
using EmployerCrm.Core.FollowUps;
using EmployerCrm.Core.Placements;
using EmployerCrm.Core.Schedules;
using EmployerCrm.Core.Visits;

namespace EmployerCrm.Bot.Cards;

/// <summary>What schedules owe, said where something changed it: days and what is to be done, never why.</summary>
internal static class SupportLines
{
    private const int MostShown = 14;

    /// <summary>After a job start: everything that is owed from now on, and what is worth knowing of where and beside what it is.</summary>
    public static IEnumerable<JsonNode> Started(JobStartRecorded recorded, DateOnly today)
    {
        if (recorded.Employer is { } employer && Warning(employer) is { } warning)
            yield return CardParts.Problem(Texts.Get(warning));
        if (recorded.OtherJobs.Count > 0)
            yield return CardParts.Sentence(Texts.Get("JobStartBeside"), subtle: true);
        if (recorded.OtherJobs.Count > 0)
            yield return CardParts.Plain(string.Join(", ", recorded.OtherJobs.Select(JobEndCard.Title)), subtle: true);
        foreach (var part in List("OwedDoneBefore", recorded.DoneBefore, today))
            yield return part;
        foreach (var part in List("OwedNow", recorded.Owed, today))
            yield return part;
    }

    /// <summary>After a contact or an end: what it did, what it did not do, what is owed next and what no longer is.</summary>
    public static IEnumerable<JsonNode> Changed(OwedChange? owed, DateOnly today)
    {
        if (owed is null)
            yield break;
        foreach (var part in List("OwedDone", [.. owed.Closed], today).Concat(List("OwedAgain", [.. owed.Reopened], today)).Concat(List("OwedNotMet", owed.NotMet, today)).Concat(Moved(owed, today)).Concat(List("OwedNext", owed.Added, today)))
            yield return part;
        if (owed.Cancelled.Count() is var cancelled and > 0)
            yield return CardParts.Sentence(Texts.Count("OwedCancelled", cancelled), subtle: true);
    }

    /// <summary>After a contact that names a client: what it did, and that no permission holds.</summary>
    public static IEnumerable<JsonNode> Of(VisitLogged logged, DateOnly today)
    {
        if (logged.Support is not { } support)
            yield break;
        if (!support.IsPermitted && logged.View.Visit.State != VisitState.Cancelled)
            yield return CardParts.Sentence(Texts.Get("PermissionMissing", logged.View.ClientReference));
        foreach (var part in Changed(support.Owed, today))
            yield return part;
    }

    /// <summary>"Weekly meeting in the first month, by Mon 30 Nov".</summary>
    public static string Line(FollowUp owed, DateOnly today) =>
        $"• {CardParts.Owed(owed.Title)}{(owed.InPerson ? $" ({Texts.Get("OwedInPerson")})" : "")}{(owed.DueOn is { } due ? ", " + Texts.Get("OwedBy", DayText.Short(due, today)) : "")}";

    /// <summary>Which steps moved, from which day to which.</summary>
    private static IEnumerable<JsonNode> Moved(OwedChange owed, DateOnly today)
    {
        var moved = owed.Shifted.OrderBy(change => change.After.DueOn).ToList();
        if (moved.Count == 0)
            yield break;
        yield return CardParts.Section(Texts.Get("OwedMoved"));
        foreach (var change in moved.Take(MostShown))
        {
            var before = change.Before.State == FollowUpState.Open && change.Before.DueOn is { } due ? " " + Texts.Get("OwedMovedFrom", DayText.Short(due, today)) : "";
            yield return CardParts.Plain(Line(change.After, today) + before);
        }

        if (moved.Count > MostShown)
            yield return CardParts.Sentence(Texts.Get("OwedMore", moved.Count - MostShown), subtle: true);
    }

    private static IEnumerable<JsonNode> List(string key, IReadOnlyList<FollowUp> rows, DateOnly today)
    {
        if (rows.Count == 0)
            yield break;
        yield return CardParts.Section(Texts.Get(key));
        foreach (var row in rows.Take(MostShown))
            yield return CardParts.Plain(Line(row, today));
        if (rows.Count > MostShown)
            yield return CardParts.Sentence(Texts.Get("OwedMore", rows.Count - MostShown), subtle: true);
    }

    private static string? Warning(Employer employer) =>
        employer.DoNotApproachSince is not null ? "JobStartNotApproached" : employer.ArchivedOn is not null ? "JobStartArchived" : null;
}
