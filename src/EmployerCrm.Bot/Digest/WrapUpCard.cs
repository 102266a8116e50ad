using System.Globalization;
using System.Text.Json.Nodes;
using EmployerCrm.Bot.Cards;
using EmployerCrm.Bot.Handlers;
using EmployerCrm.Core.Calendar;
using EmployerCrm.Core.Clients;
using EmployerCrm.Core.Digest;
using EmployerCrm.Core.Visits;

namespace EmployerCrm.Bot.Digest;

/// <summary>What stands in the fields of the card: a press of one button leaves what was filled in for another.</summary>
internal sealed record WrapUpValues(string? Lines, string? Clients, Channel? Way, DateOnly? On)
{
    public static readonly WrapUpValues None = new(null, null, null, null);

    public static WrapUpValues Of(ButtonData data) =>
        new(data.Text(WrapUpCard.Lines), data.Text(WrapUpCard.Clients), data.Name<Channel>(WrapUpCard.Way), data.Date(WrapUpCard.On));

    /// <summary>The clients that were ticked.</summary>
    public IReadOnlyList<string> Ticked => Clients?.Split(',', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries) ?? [];
}

/// <summary>How the card is shown.</summary>
/// <param name="UserId">For whom it renews itself when it is opened; null for nobody.</param>
internal sealed record WrapUpView(string? UserId, WrapUpValues Values)
{
    /// <summary>What was just done.</summary>
    public string? Receipt { get; init; }

    /// <summary>The step that takes it back.</summary>
    public Guid? UndoId { get; init; }

    public string? Problem { get; init; }
}

/// <summary>The end of a week on one card: plans without an outcome, what was only assumed, clients to tick, and a box for whatever else there was.</summary>
internal static class WrapUpCard
{
    public const string Mark = "wrap-up";
    public const string Lines = "lines";
    public const string Clients = "clients";
    public const string Way = "way";
    public const string On = "on";

    private const int MostPlans = 3;
    private const int MostToConfirm = 2;
    private const int LongestLines = 1500;

    public static JsonObject Build(WrapUpContents contents, WrapUpView view)
    {
        var title = Texts.Get("WrapUpTitle");
        var card = CardParts.Card(
            title,
            [
                CardParts.Title($"{title}, {DayText.Short(contents.WeekStart, contents.Today)} – {DayText.Short(Weeks.EndOf(contents.WeekStart), contents.Today)}"),
                view.Receipt is null ? null : CardParts.Plain(view.Receipt, subtle: true),
                view.UndoId is { } step ? CardParts.Actions(CardParts.Button(Texts.Get("Undo"), Verbs.UndoBeside, With("step", step), withInputs: true)) : null,
                view.Problem is null ? null : CardParts.Problem(view.Problem),
                contents.Week is { } week ? WeekCard.Count(week, contents.Today) : null,
                contents.Week is { } progress ? CardParts.Progress(progress.InPerson, progress.Target) : null,
                .. Plans(contents),
                .. ToConfirm(contents),
                .. Unseen(contents, view.Values),
                CardParts.Section(Texts.Get("WrapUpElse")),
                Fields.Text(Lines, Texts.Get("WrapUpLines"), view.Values.Lines, LongestLines, multiline: true),
                CardParts.Actions(CardParts.Button(Texts.Get("WrapUpSend"), Verbs.SendLines, Data(), withInputs: true, style: "positive")),
            ]);
        return Refreshing.When(card, view.UserId, Verbs.ShowWrapUp, Data());
    }

    private static IEnumerable<JsonNode> Plans(WrapUpContents contents)
    {
        if (contents.Unanswered.Count == 0)
            yield break;
        yield return CardParts.Section(Texts.Get("WeekOverdue"));
        foreach (var plan in contents.Unanswered.Take(MostPlans))
        {
            yield return CardParts.Group(
                CardParts.Fact(DayText.Short(plan.On, contents.Today) + (plan.At is { } at ? ", " + DayText.Time(at) : ""), $"{PlanLines.Name(plan)} ({Texts.What(plan.Channel)})"),
                CardParts.Actions(
                    CardParts.Button(Texts.Get("Happened"), Verbs.VisitHappened, Data(plan), withInputs: true, tooltip: Tooltip("Happened", plan)),
                    PlannedVisitParts.NobodyIn(Data(plan)),
                    PlanLines.Beside(plan, contents.Today, Data(), withInputs: true, Texts.Get("WrapUpOther"))));
        }

        if (contents.Unanswered.Count > MostPlans)
            yield return CardParts.Sentence(Texts.Count("DigestMore", contents.Unanswered.Count - MostPlans), subtle: true);
    }

    private static IEnumerable<JsonNode> ToConfirm(WrapUpContents contents)
    {
        if (contents.ToConfirm.Count == 0)
            yield break;
        yield return CardParts.Section(Texts.Get("WrapUpConfirm"));
        foreach (var contact in contents.ToConfirm.Take(MostToConfirm))
        {
            var data = Data(contact.Visit);
            data["fields"] = contact.Assumed.ToString();
            yield return CardParts.Group(
                CardParts.Fact(DayText.Short(contact.Visit.On, contents.Today), $"{PlanLines.Name(contact.Visit)}: {Assumed(contact)}"),
                CardParts.Actions(
                    CardParts.Button(Texts.Get("WrapUpRight"), Verbs.ConfirmFacts, data, withInputs: true, tooltip: Tooltip("WrapUpRight", contact.Visit)),
                    PlanLines.Beside(contact.Visit, contents.Today, Data(), withInputs: true, Texts.Get("WrapUpChange"))));
        }

        if (contents.ToConfirm.Count > MostToConfirm)
            yield return CardParts.Sentence(Texts.Count("DigestMore", contents.ToConfirm.Count - MostToConfirm), subtle: true);
    }

    /// <summary>"Other staff, follow up".</summary>
    private static string Assumed(ContactToConfirm contact) => string.Join(", ", new[]
    {
        contact.Assumed.HasFlag(VisitFields.Reached) ? Texts.Of(contact.Facts.Reached) : null,
        contact.Assumed.HasFlag(VisitFields.Purpose) ? Texts.Of(contact.Facts.Purpose) : null,
    }.OfType<string>());

    private static IEnumerable<JsonNode> Unseen(WrapUpContents contents, WrapUpValues values)
    {
        if (contents.Clients.Count == 0)
            yield break;
        yield return CardParts.Section(Texts.Get("WrapUpClients"));
        var ticks = Fields.Choice(Clients, Texts.Get("WrapUpTick"), contents.Clients.Take(ClientContacts.MostAtOnce).Select(client => (client, client)), values.Clients);
        ticks["style"] = "expanded";
        ticks["isMultiSelect"] = true;
        yield return ticks;
        yield return Fields.Choice(Way, Texts.Get("How"), Enum.GetValues<Channel>().Select(way => (Texts.Of(way), way.ToString())), (values.Way ?? Channel.InPerson).ToString());
        yield return Fields.Date(On, Texts.Get("FieldDate"), values.On ?? contents.Today);
        yield return CardParts.Actions(CardParts.Button(Texts.Get("WrapUpRecord"), Verbs.RecordClientContact, Data(), withInputs: true));
    }

    private static string Tooltip(string action, VisitSummary visit) => $"{Texts.Get(action)}: {PlanLines.Name(visit)}";

    private static JsonObject Data(VisitSummary? visit = null)
    {
        var data = new JsonObject { [CardMarks.Name] = Mark };
        if (visit is null)
            return data;
        (data["visit"], data["version"], data["planned"]) = (visit.Id.ToString(), visit.Version, visit.On.ToString("O", CultureInfo.InvariantCulture));
        return data;
    }

    private static JsonObject With(string name, Guid id)
    {
        var data = Data();
        data[name] = id.ToString();
        return data;
    }
}
