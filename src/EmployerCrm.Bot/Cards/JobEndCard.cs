using System.Globalization;
using System.Text.Json.Nodes;
using EmployerCrm.Core.Clients;
using EmployerCrm.Core.Placements;

namespace EmployerCrm.Bot.Cards;

/// <summary>The end of a job: when, and why if somebody says so. The next search begins; nobody is to blame.</summary>
internal static class JobEndCard
{
    public static JsonObject Build(JobEndRecorded recorded, PlacementSummary job)
    {
        var (today, on) = (recorded.Today, job.EndsOn!.Value);
        var title = Texts.Get(recorded.UndoId is null ? "JobEndKnown" : "JobEndRecorded");
        return CardParts.Card(
            title,
            [
                CardParts.Title(title),
                CardParts.Plain(job.EmployerName, bold: true, size: "large"),
                CardParts.Fact(Texts.Get("Client"), recorded.ClientReference),
                job.JobTitle is null ? null : CardParts.Fact(Texts.Get("JobTitle"), job.JobTitle),
                CardParts.Fact(Texts.Get("JobEnded"), DayText.WithDistance(on, today)),
                job.EndReason is { } reason ? CardParts.Fact(Texts.Get("JobEndReason"), Texts.Get("JobEnd" + reason)) : null,
                recorded.Standing == ClientStatus.JobSearch ? CardParts.Sentence(Texts.Get("JobEndNextSearch"), subtle: true) : null,
                .. SupportLines.Changed(recorded.Owed, today),
                .. job.EndReason is null ? Reasons(recorded.ClientReference, job, on) : [],
                CardParts.Sentence(Texts.Get("JobEndOtherDay"), subtle: true),
                Fields.Date("on", Texts.Get("FieldDate"), on, Texts.Get("ErrorDateNeeded")),
                CardParts.Actions(
                [
                    .. recorded.UndoId is { } step ? new JsonNode[] { CardParts.Button(Texts.Get("Undo"), Verbs.Undo, new JsonObject { ["step"] = step.ToString() }) } : [],
                    CardParts.Button(Texts.Get("UseDate"), Verbs.EndJob, Data(recorded.ClientReference, job, null), withInputs: true),
                ]),
            ]);
    }

    /// <summary>"Two Rivers Care Home, care assistant".</summary>
    public static string Title(PlacementSummary job) => CardParts.Shortened(job.JobTitle is { } title ? $"{job.EmployerName}, {title}" : job.EmployerName, CardParts.LongestName);

    private static IEnumerable<JsonNode> Reasons(string client, PlacementSummary job, DateOnly on)
    {
        yield return CardParts.Sentence(Texts.Get("JobEndWhy"), subtle: true);
        foreach (var row in Enum.GetValues<JobEndReason>().Chunk(5))
        {
            yield return CardParts.Actions(row.Select(reason =>
            {
                var data = Data(client, job, on);
                data["reason"] = reason.ToString();
                return CardParts.Button(Texts.Get("JobEnd" + reason), Verbs.EndJob, data);
            }));
        }
    }

    private static JsonObject Data(string client, PlacementSummary job, DateOnly? on)
    {
        var data = new JsonObject { ["client"] = client, ["placement"] = job.Id.ToString() };
        if (on is { } day)
            data["on"] = day.ToString("O", CultureInfo.InvariantCulture);
        return data;
    }
}
