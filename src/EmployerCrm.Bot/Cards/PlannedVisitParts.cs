using System.Globalization;
using System.Text.Json.Nodes;
using EmployerCrm.Core;
using EmployerCrm.Core.Visits;

namespace EmployerCrm.Bot.Cards;

/// <summary>What becomes of a planned visit: one tap says that it happened or did not, and one line may say how it went.</summary>
internal static class PlannedVisitParts
{
    public const string Note = "note";
    public const string On = "on";
    public const string At = "at";

    /// <summary>What a person was told who came: nobody was there.</summary>
    public const string Reached = "reached";

    /// <summary>The buttons of a planned visit's card. The note goes with what happened only.</summary>
    /// <param name="asked">Whether its time is over, so that somebody may have gone and found nobody.</param>
    public static IEnumerable<JsonNode> Of(VisitView view, bool asked = false)
    {
        if (view.Visit.State != VisitState.Planned)
            yield break;
        yield return Fields.Text(Note, Texts.Get("PlannedNote"), null, Limits.Title);
        yield return CardParts.Actions(
        [
            CardParts.Button(Texts.Get("Happened"), Verbs.VisitHappened, Data(view.Visit), withInputs: true, style: "positive"),
            .. asked ? new JsonNode[] { NobodyIn(Data(view.Visit)) } : [],
            .. InsteadOfHappening(view.Visit),
        ]);
    }

    /// <summary>That somebody went and found nobody.</summary>
    public static JsonObject NobodyIn(JsonObject data)
    {
        data[Reached] = nameof(Core.Visits.Reached.Nobody);
        return CardParts.Button(Texts.Get("NobodyIn"), Verbs.VisitHappened, data, withInputs: true);
    }

    /// <summary>That it is on another day, or off.</summary>
    public static IEnumerable<JsonNode> InsteadOfHappening(Visit visit) =>
    [
        CardParts.Button(Texts.Get("Moved"), Verbs.AskMove, Data(visit)),
        CardParts.Button(Texts.Get("DidNotHappen"), Verbs.VisitCancelled, Data(visit)),
    ];

    /// <summary>Asks for the new day, in place of the card.</summary>
    /// <param name="told">What else was said; what the card is stored with leaves it out.</param>
    public static JsonObject MoveForm(VisitView view, DateOnly? on, TimeOnly? at, string? problem, MoveVisit? told = null)
    {
        var title = Texts.Get("MoveTitle");
        return CardParts.Card(
            title,
            CardParts.Title(title),
            CardParts.Plain(view.Employer.Name, bold: true, size: "large"),
            problem is null ? null : CardParts.Problem(problem),
            Fields.Date(On, Texts.Get("FieldDate"), on, Texts.Get("ErrorDateNeeded")),
            Fields.Time(At, Texts.Get("FieldTime"), at),
            told?.Notes is { } notes ? Fields.Text(VisitForm.Notes, Texts.Get("FieldNotes"), notes, Limits.Notes, multiline: true) : null,
            told?.Next is { } next ? Fields.Text(VisitForm.Next, Texts.Get("FieldNext"), next.Title, Limits.Title) : null,
            told?.Next is { } dated ? Fields.Date(VisitForm.NextDue, Texts.Get("FieldNextDue"), dated.DueOn) : null,
            CardParts.Actions(
                CardParts.Button(Texts.Get("Save"), Verbs.MoveVisit, Data(view.Visit), withInputs: true, style: "positive"),
                CardParts.Button(Texts.Get("Cancel"), Verbs.ShowVisit, new JsonObject { ["visit"] = view.Visit.Id.ToString() })));
    }

    private static JsonObject Data(Visit visit) => new()
    {
        ["visit"] = visit.Id.ToString(), ["version"] = visit.Version, ["planned"] = visit.On.ToString("O", CultureInfo.InvariantCulture),
    };
}
