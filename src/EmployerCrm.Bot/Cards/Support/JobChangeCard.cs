using System.Text.Json.Nodes;
using EmployerCrm.Core.Placements;

namespace EmployerCrm.Bot.Cards.Support;

/// <summary>A job as it is since it was changed, and what that moved.</summary>
internal static class JobChangeCard
{
    /// <summary>The job with what its change moved, closed or owes.</summary>
    /// <param name="from">From when the title or the hours are others, where a day was said.</param>
    public static JsonObject Build(JobChanged changed, PlacementSummary job, DateOnly? from = null)
    {
        var title = Texts.Get(changed.UndoId is null ? "JobChangeKnown" : "JobChanged");
        return CardParts.Card(
            title,
            [
                CardParts.Title(title),
                CardParts.Plain(job.EmployerName, bold: true, size: "large"),
                CardParts.Fact(Texts.Get("Client"), changed.ClientReference),
                CardParts.Fact(Texts.Get(job.StartsOn > changed.Today ? "Starts" : "Started"), DayText.WithDistance(job.StartsOn, changed.Today)),
                job.JobTitle is null ? null : CardParts.Fact(Texts.Get("JobTitle"), job.JobTitle),
                job.MinutesAWeek is { } minutes ? CardParts.Fact(Texts.Get("HoursAWeek"), JobFormCards.Hours(minutes)) : null,
                from is { } day && changed.UndoId is not null ? CardParts.Fact(Texts.Get("JobChangedFrom"), DayText.WithDistance(day, changed.Today)) : null,
                .. SupportLines.Changed(changed.Owed, changed.Today),
                CardParts.Actions(
                [
                    .. changed.UndoId is { } step ? new JsonNode[] { CardParts.Button(Texts.Get("Undo"), Verbs.Undo, new JsonObject { ["step"] = step.ToString() }) } : [],
                    JobFormCards.OpenButton(job.Id),
                ]),
            ]);
    }
}
