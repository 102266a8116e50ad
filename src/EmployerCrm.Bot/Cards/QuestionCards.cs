using System.Text.Json.Nodes;
using EmployerCrm.Bot.Reading;
using EmployerCrm.Core;
using EmployerCrm.Core.Employers;

namespace EmployerCrm.Bot.Cards;

/// <summary>One short question about a line; the answer completes the same line.</summary>
internal static class QuestionCards
{
    public static JsonObject Employer(Guid draftId, LineReading reading, string? problem = null)
    {
        var choices = reading.Ambiguous.Count > 0 ? reading.Ambiguous : reading.ClosestEmployers;
        var why = reading.Ambiguous.Count > 0 ? Texts.Get("WhichEmployerSeveral")
            : reading.NewEmployer is { } name ? Texts.Get("WhichEmployerUnknown", name)
            : Texts.Get("WhichEmployerNone");
        return CardParts.Card(
            Texts.Get("WhichEmployer"),
            [
                CardParts.Title(Texts.Get("WhichEmployer")),
                CardParts.Plain(Texts.Get("WhichEmployerText", why)),
                problem is null ? null : CardParts.Problem(problem),
                .. choices.Select(choice => CardParts.Actions(
                    CardParts.Button(Label(choice), Verbs.ChooseEmployer, Data(draftId, "employer", choice.Id.ToString())))),
                CardParts.Sentence(Texts.Get("NewEmployer")),
                Fields.Text("name", Texts.Get("FieldEmployerName"), reading.NewEmployer, Limits.Name, requiredError: Texts.Get("ErrorNameNeeded")),
                CardParts.Actions(
                    CardParts.Button(Texts.Get("AddEmployer"), Verbs.NewEmployer, Data(draftId), withInputs: true),
                    Forget(draftId)),
            ]);
    }

    public static JsonObject Date(Guid draftId, LineReading reading, DateOnly today, string? problem = null)
    {
        var planned = reading.Intent == Intent.PlanVisit;
        var what = Texts.What(reading.Channel ?? Core.Visits.Channel.InPerson).ToLower(Texts.Culture);
        var (first, second) = planned ? (today.AddDays(1), today.AddDays(2)) : (today, today.AddDays(-1));
        return CardParts.Card(
            Texts.Get("WhichDate"),
            CardParts.Title(Texts.Get("WhichDate")),
            CardParts.Sentence(Texts.Get("WhichDateText", what)),
            problem is null ? null : CardParts.Problem(problem),
            CardParts.Actions(DayButton(draftId, first, today), DayButton(draftId, second, today)),
            Fields.Date("on", Texts.Get("FieldDate"), null, Texts.Get("ErrorDateNeeded")),
            CardParts.Actions(CardParts.Button(Texts.Get("UseDate"), Verbs.AnswerDate, Data(draftId), withInputs: true), Forget(draftId)));
    }

    /// <summary>Asks which client was meant.</summary>
    /// <param name="nearest">References of the team that are most like what was typed.</param>
    public static JsonObject Client(Guid draftId, IReadOnlyList<string> nearest) => CardParts.Card(
        Texts.Get("WhichClient"),
        [
            CardParts.Title(Texts.Get("WhichClient")),
            CardParts.Sentence(Texts.Get("WhichClientText")),
            CardParts.Actions([.. nearest.Select(JsonNode (reference) => CardParts.Button(reference, Verbs.AnswerClient, Data(draftId, "client", reference)))]),
            CardParts.Actions(CardParts.Button(Texts.Get("NoClient"), Verbs.AnswerClient, Data(draftId, "client", "")), Forget(draftId)),
        ]);

    private static JsonObject DayButton(Guid draftId, DateOnly day, DateOnly today) => CardParts.Button(
        DayText.WithDistance(day, today), Verbs.AnswerDate, Data(draftId, "on", day.ToString("O", System.Globalization.CultureInfo.InvariantCulture)));

    private static JsonObject Forget(Guid draftId) => CardParts.Button(Texts.Get("ForgetLine"), Verbs.DropDraft, Data(draftId));

    private static string Label(DirectoryEmployer employer) => employer.Town.Length == 0 ? employer.Name : $"{employer.Name} ({employer.Town})";

    private static JsonObject Data(Guid draftId, string? key = null, string? value = null)
    {
        var data = new JsonObject { ["draft"] = draftId.ToString() };
        if (key is not null)
            data[key] = value;
        return data;
    }
}
