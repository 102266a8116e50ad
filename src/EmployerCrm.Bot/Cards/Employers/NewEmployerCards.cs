using System.Text.Json.Nodes;
using EmployerCrm.Core;
using EmployerCrm.Core.Employers;
using EmployerCrm.Core.Employers.Fields;

namespace EmployerCrm.Bot.Cards.Employers;

/// <summary>What is filled in about a new employer.</summary>
internal sealed record NewEmployerValues(string? Name, string? Town, string? Postcode)
{
    public SoughtEmployer Sought => new(Name) { Town = Town, Postcode = Postcode };

    public EmployerDetails Details => new() { Name = Name, Town = Town, Postcode = Postcode };

    /// <summary>The same words mean the same check for doubles.</summary>
    public string Key => FoldedText.Key($"{Name} {Town} {Postcode}");
}

/// <summary>A new employer: those that it may be already, then the form; and the card afterwards.</summary>
internal static class NewEmployerCards
{
    public const string Name = "name";
    public const string Town = "town";
    public const string Postcode = "postcode";
    public const string Checked = "checked";

    private const int LongestReason = 80;

    /// <summary>The form, below those that may be meant already.</summary>
    /// <param name="doubles">Who may be meant already; null before a name was given.</param>
    public static JsonObject Form(NewEmployerValues values, Guid id, DoublesShown? doubles, string? problem)
    {
        var title = Texts.Get("NewEmployerTitle");
        var likely = doubles?.Doubles ?? [];
        return CardParts.Card(
            title,
            [
                CardParts.Title(title),
                problem is null ? null : CardParts.Problem(problem),
                likely.Count == 0 ? null : CardParts.Problem(Texts.Count("NewEmployerLikely", likely.Count)),
                .. likely.Select(found => Double(found, doubles!.Today)),
                Fields.Text(Name, Texts.Get("FieldName-name"), values.Name, Limits.Name, requiredError: Texts.Get("ErrorNameNeeded")),
                Fields.Text(Town, Texts.Get("FieldName-town"), values.Town, Limits.Name),
                Fields.Text(Postcode, Texts.Get("FieldName-postcode"), values.Postcode, CardParts.LongestName),
                CardParts.Actions(CardParts.Button(
                    Texts.Get(likely.Count == 0 ? "AddIt" : "AddItAllTheSame"), Verbs.AddEmployer, new JsonObject { ["id"] = id.ToString(), [Checked] = doubles is null ? "" : values.Key },
                    withInputs: true, style: likely.Count == 0 ? "positive" : null)),
            ]);
    }

    public static JsonObject Saved(EmployerSaved saved)
    {
        var title = Texts.Get("EmployerAddedTitle");
        var employer = saved.Employer;
        var place = string.Join(" · ", new[] { employer.Town, employer.Postcode }.OfType<string>());
        return CardParts.Card(
            title,
            [
                CardParts.Title(title),
                CardParts.Plain(employer.Name, bold: true, size: "large"),
                place.Length == 0 ? null : CardParts.Plain(place, subtle: true),
                .. Repairs(saved.Repairs),
                CardParts.Actions(
                [
                    .. saved.UndoId is { } undo ? new[] { CardParts.Button(Texts.Get("Undo"), Verbs.Undo, new JsonObject { ["step"] = undo.ToString() }) } : [],
                    CardParts.Button(Texts.Get("AddContact"), Verbs.OpenNewContact, new JsonObject { ["employer"] = employer.Id.ToString() }),
                    CardParts.Button(Texts.Get("ShowEmployer"), Verbs.ShowEmployer, new JsonObject { ["employer"] = employer.Id.ToString() }),
                ]),
            ]);
    }

    /// <summary>What was put right is said.</summary>
    public static IEnumerable<JsonNode> Repairs(IReadOnlyList<FieldRepair> repairs) =>
        repairs.Select(repair => CardParts.Plain(Texts.Get("FieldRepaired", Texts.FieldName(repair.Field), repair.Typed, repair.Kept), subtle: true));

    private static JsonObject Double(LikelyDouble found, DateOnly today)
    {
        var employer = found.Overview.Employer;
        var details = new[]
        {
            CardParts.Shortened(found.TeamName, CardParts.LongestName),
            found.Overview.KnownBy is [var known, ..] ? Texts.Get("LastContactBy", DayText.WithDistance(known.LastOn, today), CardParts.Shortened(known.Name, CardParts.LongestName)) : Texts.Get("LastContactNone"),
            found.Overview.NextPlanned is { } next ? Texts.Get("PlansThere", CardParts.Shortened(next.SpecialistName, CardParts.LongestName), DayText.Short(next.On, today)) : null,
            employer.ArchivedOn is { } archived ? Texts.Get("ArchivedSince", DayText.Short(archived, today)) : null,
            employer.DoNotApproachSince is { } since ? Texts.Get("DoNotApproachSince", DayText.Short(since, today)) : null,
            CardParts.Shortened(string.Join(", ", Enum.GetValues<Likeness>().Where(likeness => likeness != Likeness.None && found.Because.HasFlag(likeness)).Select(likeness => Texts.Get("Likeness" + likeness))), LongestReason),
        };
        return CardParts.Group(
            CardParts.Actions(CardParts.Button(EmployerChoiceCard.Label(employer.Name, employer.Town), Verbs.ShowEmployer, new JsonObject { ["employer"] = employer.Id.ToString() })),
            CardParts.Plain(string.Join(" · ", details.OfType<string>()), subtle: true));
    }
}
