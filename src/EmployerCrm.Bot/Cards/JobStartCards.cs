using System.Globalization;
using System.Text.Json.Nodes;
using EmployerCrm.Bot.Cards.Support;
using EmployerCrm.Core.Calendar;
using EmployerCrm.Core.Placements;

namespace EmployerCrm.Bot.Cards;

/// <summary>A job start that was recorded, and what is asked about one. Names a client, so it never shows a note.</summary>
internal static class JobStartCards
{
    private const int MostClients = 60;

    public static JsonObject Recorded(JobStartRecorded recorded, DateOnly today)
    {
        var placement = recorded.Placement;
        var title = Texts.Get(recorded.UndoId is null ? "JobStartKnown" : "JobStartRecorded");
        return CardParts.Card(
            title,
            [
                CardParts.Title(title),
                CardParts.Plain(placement.EmployerName, bold: true, size: "large"),
                placement.Town is { Length: > 0 } town ? CardParts.Plain(town, subtle: true) : null,
                CardParts.Fact(Texts.Get("Client"), recorded.ClientReference),
                CardParts.Fact(Texts.Get(placement.StartsOn > today ? "Starts" : "Started"), DayText.WithDistance(placement.StartsOn, today)),
                placement.JobTitle is null ? null : CardParts.Fact(Texts.Get("JobTitle"), placement.JobTitle),
                recorded.UndoId is null ? CardParts.Plain(Texts.Get("JobStartKnownText", placement.RecordedByName, DayText.Moment(placement.RecordedAt)), subtle: true) : null,
                placement.MinutesAWeek is { } minutes ? CardParts.Fact(Texts.Get("HoursAWeek"), JobFormCards.Hours(minutes)) : null,
                recorded.NowInWork ? CardParts.Sentence(Texts.Get("NowInWork"), subtle: true) : null,
                .. SupportLines.Started(recorded, today),
                JobFormCards.Missing(placement) is { } missing ? CardParts.Sentence(missing, subtle: true) : null,
                CardParts.Actions(
                [
                    .. recorded.UndoId is { } step ? new JsonNode[] { CardParts.Button(Texts.Get("Undo"), Verbs.Undo, new JsonObject { ["step"] = step.ToString() }) } : [],
                    JobFormCards.OpenButton(placement.Id),
                ]),
            ]);
    }

    /// <summary>Asks which client starts.</summary>
    /// <param name="why">Why it is asked.</param>
    /// <param name="nearest">References of the team that are most like what was typed.</param>
    /// <param name="caseload">The person's own clients.</param>
    public static JsonObject WhichClient(Guid draftId, string why, IReadOnlyList<string> nearest, IReadOnlyList<string> caseload) => CardParts.Card(
        Texts.Get("WhichClient"),
        [
            CardParts.Title(Texts.Get("WhichClient")),
            CardParts.Sentence(why),
            nearest.Count == 0 ? null : CardParts.Actions(
                [.. nearest.Select(JsonNode (reference) => CardParts.Button(reference, Verbs.AnswerClient, Data(draftId, "client", reference)))]),
            caseload.Count == 0 ? null : Fields.Choice(
                "client", Texts.Get("FieldClient"), caseload.Take(MostClients).Select(reference => (reference, reference)), null, Texts.Get("ErrorClientNeeded")),
            CardParts.Actions(
                [
                    .. caseload.Count == 0 ? [] : new JsonNode[] { CardParts.Button(Texts.Get("UseClient"), Verbs.AnswerClient, Data(draftId), withInputs: true) },
                    Forget(draftId),
                ]),
        ]);

    /// <summary>Asks for the first day; jobs like to start on a Monday.</summary>
    public static JsonObject WhichDay(Guid draftId, DateOnly today)
    {
        DateOnly[] likely = [today, Weeks.StartOf(today), Weeks.StartOf(today).AddDays(7)];
        return CardParts.Card(
            Texts.Get("WhichDate"),
            CardParts.Title(Texts.Get("WhichDate")),
            CardParts.Sentence(Texts.Get("WhichDateJobStart")),
            CardParts.Actions(
                [.. likely.Distinct().Select(JsonNode (day) => CardParts.Button(
                    DayText.WithDistance(day, today), Verbs.AnswerDate, Data(draftId, "on", day.ToString("O", CultureInfo.InvariantCulture))))]),
            Fields.Date("on", Texts.Get("FieldDate"), null, Texts.Get("ErrorDateNeeded")),
            CardParts.Actions(CardParts.Button(Texts.Get("UseDate"), Verbs.AnswerDate, Data(draftId), withInputs: true), Forget(draftId)));
    }

    private static JsonObject Forget(Guid draftId) => CardParts.Button(Texts.Get("ForgetLine"), Verbs.DropDraft, Data(draftId));

    private static JsonObject Data(Guid draftId, string? key = null, string? value = null)
    {
        var data = new JsonObject { ["draft"] = draftId.ToString() };
        if (key is not null)
            data[key] = value;
        return data;
    }
}
