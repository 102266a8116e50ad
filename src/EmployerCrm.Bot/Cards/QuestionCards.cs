using System.Globalization;
using System.Text.Json.Nodes;
using EmployerCrm.Bot.Questions;
using EmployerCrm.Bot.Reading;
using EmployerCrm.Core;

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
                    CardParts.Button(EmployerChoiceCard.Label(choice.Name, choice.Town), Verbs.ChooseEmployer, Data(draftId, "employer", choice.Id.ToString())))),
                CardParts.Sentence(Texts.Get("NewEmployer")),
                Fields.Text("name", Texts.Get("FieldEmployerName"), reading.NewEmployer, Limits.Name, requiredError: Texts.Get("ErrorNameNeeded")),
                CardParts.Actions([CardParts.Button(Texts.Get("AddEmployer"), Verbs.NewEmployer, Data(draftId), withInputs: true), .. Others(draftId, hasForm: reading.Intent != Intent.JobStart)]),
            ]);
    }

    /// <summary>Asks whom a name means that fits several people at the employer, or is only near somebody's.</summary>
    public static JsonObject Contact(Guid draftId, ContactReading contact, string employerName) => CardParts.Card(
        Texts.Get("WhichContact"),
        [
            CardParts.Title(Texts.Get("WhichContact")),
            CardParts.Plain(Texts.Get(contact.SeveralFit ? "WhichContactSeveral" : "WhichContactNear", contact.Typed, employerName)),
            .. contact.Doubt.Select(person => CardParts.Actions(
                CardParts.Button(person.Role is { Length: > 0 } role ? $"{person.Name} ({role})" : person.Name, Verbs.AnswerContact, Data(draftId, "contact", person.Id.ToString())))),
            CardParts.Actions([
                CardParts.Button(Texts.Get("SomebodyNew", CardParts.Shortened(contact.Typed, CardParts.LongestName)), Verbs.NewContact, Data(draftId)), .. Others(draftId)]),
        ]);

    public static JsonObject Date(Guid draftId, LineReading reading, DateOnly today, string? problem = null)
    {
        var planned = reading.Intent == Intent.PlanVisit;
        var what = Texts.What(reading.Channel ?? Core.Visits.Channel.InPerson).ToLower(Texts.Culture);
        var (first, second) = planned ? (today.AddDays(1), today.AddDays(2)) : (today, today.AddDays(-1));
        return Day(draftId, CardParts.Sentence(Texts.Get("WhichDateText", what)), Verbs.AnswerDate, first, second, today, problem);
    }

    /// <summary>Asks for the day of the next step, where the line named one that does not exist.</summary>
    public static JsonObject NextDate(Guid draftId, string title, DateOnly today) =>
        Day(draftId, CardParts.Plain(Texts.Get("WhichNextDateText", title)), Verbs.AnswerNextDate, today.AddDays(1), today.AddDays(7), today, null);

    /// <summary>Asks which client was meant.</summary>
    /// <param name="nearest">References of the team that are most like what was typed.</param>
    /// <param name="named">Whether a person's name stood in its place; it is not shown again.</param>
    public static JsonObject Client(Guid draftId, IReadOnlyList<string> nearest, bool named = false) => CardParts.Card(
        Texts.Get("WhichClient"),
        CardParts.Title(Texts.Get("WhichClient")),
        CardParts.Sentence(named ? Texts.Get("WhichClientNamed") : Texts.Get("WhichClientText")),
        nearest.Count == 0 ? null
            : CardParts.Actions([.. nearest.Select(JsonNode (reference) => CardParts.Button(reference, Verbs.AnswerClient, Data(draftId, "client", reference)))]),
        CardParts.Actions([CardParts.Button(Texts.Get("NoClient"), Verbs.AnswerClient, Data(draftId, "client", "")), .. Others(draftId)]));

    private static JsonObject Day(Guid draftId, JsonObject sentence, string verb, DateOnly first, DateOnly second, DateOnly today, string? problem) => CardParts.Card(
        Texts.Get("WhichDate"),
        CardParts.Title(Texts.Get("WhichDate")),
        sentence,
        problem is null ? null : CardParts.Problem(problem),
        CardParts.Actions(DayButton(draftId, verb, first, today), DayButton(draftId, verb, second, today)),
        Fields.Date("on", Texts.Get("FieldDate"), null, Texts.Get("ErrorDateNeeded")),
        CardParts.Actions([CardParts.Button(Texts.Get("UseDate"), verb, Data(draftId), withInputs: true), .. Others(draftId)]));

    private static JsonObject DayButton(Guid draftId, string verb, DateOnly day, DateOnly today) => CardParts.Button(
        DayText.WithDistance(day, today), verb, Data(draftId, "on", day.ToString("O", CultureInfo.InvariantCulture)));

    /// <summary>What every question has besides its answers.</summary>
    private static IEnumerable<JsonNode> Others(Guid draftId, bool hasForm = true)
    {
        if (hasForm)
            yield return CardParts.Button(Texts.Get("OpenForm"), Verbs.OpenForm, Data(draftId));
        yield return CardParts.Button(Texts.Get("ForgetLine"), Verbs.DropDraft, Data(draftId));
    }


    private static JsonObject Data(Guid draftId, string? key = null, string? value = null)
    {
        var data = new JsonObject { ["draft"] = draftId.ToString() };
        if (key is not null)
            data[key] = value;
        return data;
    }
}
