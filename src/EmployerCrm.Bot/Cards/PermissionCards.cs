using System.Text.Json.Nodes;
using EmployerCrm.Core.Disclosure;

namespace EmployerCrm.Bot.Cards;

/// <summary>What was filled in about what an employer may be told.</summary>
internal sealed record PermissionFormValues(string Client, Guid EmployerId)
{
    public DisclosureLevel? Level { get; init; }

    public string? Who { get; init; }

    public string? How { get; init; }

    public string? Wording { get; init; }

    public string? Adjustments { get; init; }

    public ConsentGiven? Consent { get; init; }

    public DateOnly? Revisit { get; init; }

    /// <summary>Which of the three questions were answered with yes.</summary>
    public IReadOnlyList<string> Talked { get; init; } = [];
}

/// <summary>A disclosure permission: asked by a form, so that what was agreed is no chat message; the card that stays repeats none of the words.</summary>
internal static class PermissionCards
{
    public const string Level = "level";
    public const string Who = "who";
    public const string How = "how";
    public const string Wording = "wording";
    public const string Adjustments = "adjustments";
    public const string Consent = "consent";
    public const string Revisit = "revisit";
    public const string Talked = "talked";
    public const string NotACondition = "NotACondition";
    public const string ProsAndCons = "ProsAndCons";
    public const string WordingAgreed = "WordingAgreed";

    private const int LongestText = 400;
    private const int LongestWording = 4000;

    public static JsonObject Form(PermissionFormValues values, string employerName, string? problem)
    {
        var title = Texts.Get("PermissionFormTitle");
        var talked = Fields.Choice(
            Talked, Texts.Get("PermissionTalked"), new[] { NotACondition, ProsAndCons, WordingAgreed }.Select(name => (Texts.Get("Permission" + name), name)), string.Join(',', values.Talked));
        talked["isMultiSelect"] = true;
        talked["style"] = "expanded";
        return CardParts.Card(
            title,
            CardParts.Title(title),
            CardParts.Plain(employerName, bold: true),
            CardParts.Fact(Texts.Get("Client"), values.Client),
            CardParts.Sentence(Texts.Get("PermissionFormText"), subtle: true),
            problem is null ? null : CardParts.Problem(problem),
            Fields.Choice(
                Level, Texts.Get("PermissionLevel"), Enum.GetValues<DisclosureLevel>().Select(level => (Texts.Get("Disclosure" + level), level.ToString())),
                (values.Level ?? DisclosureLevel.ServiceSupports).ToString(), Texts.Get("ErrorLevelNeeded")),
            Fields.Text(Who, Texts.Get("PermissionWho"), values.Who, LongestText),
            Fields.Text(How, Texts.Get("PermissionHow"), values.How, LongestText),
            Fields.Text(Wording, Texts.Get("PermissionWording"), values.Wording, LongestWording, multiline: true),
            Fields.Text(Adjustments, Texts.Get("PermissionAdjustments"), values.Adjustments, LongestWording, multiline: true),
            Fields.Choice(Consent, Texts.Get("PermissionConsent"), Enum.GetValues<ConsentGiven>().Select(way => (Texts.Get("Consent" + way), way.ToString())), values.Consent?.ToString()),
            talked,
            Fields.Date(Revisit, Texts.Get("PermissionRevisit"), values.Revisit),
            CardParts.Actions(CardParts.Button(
                Texts.Get("RecordIt"), Verbs.SavePermission, new JsonObject { ["client"] = values.Client, ["employer"] = values.EmployerId.ToString() }, withInputs: true, style: "positive")));
    }

    /// <summary>What holds now, without its words.</summary>
    public static JsonObject Recorded(PermissionRecorded recorded)
    {
        var permission = recorded.Permission;
        var title = Texts.Get(recorded.Known ? "PermissionKnown" : permission.EndedOn is null ? "PermissionRecorded" : "PermissionRevoked");
        return CardParts.Card(
            title,
            [
                CardParts.Title(title),
                CardParts.Plain(recorded.EmployerName, bold: true, size: "large"),
                CardParts.Fact(Texts.Get("Client"), recorded.ClientReference),
                CardParts.Fact(Texts.Get("PermissionLevel"), Texts.Get("Disclosure" + (permission.IsLive ? permission.Level : DisclosureLevel.Nothing))),
                permission is { IsLive: true, RevisitOn: { } revisit } ? CardParts.Fact(Texts.Get("PermissionRevisit"), DayText.Short(revisit, recorded.Today)) : null,
                permission.IsLive ? null : CardParts.Sentence(Texts.Get("PermissionNone")),
                recorded.PlannedVisits > 0 ? CardParts.Problem(Texts.Count("PermissionPlanned", recorded.PlannedVisits)) : null,
                .. SupportLines.Changed(recorded.Owed, recorded.Today),
                CardParts.Actions(
                [
                    .. recorded.UndoId is { } step ? new JsonNode[] { CardParts.Button(Texts.Get("Undo"), Verbs.Undo, new JsonObject { ["step"] = step.ToString() }) } : [],
                    CardParts.Button(
                        Texts.Get("PermissionChange"), Verbs.OpenPermission,
                        new JsonObject { ["client"] = recorded.ClientReference, ["employer"] = permission.EmployerId.ToString() }),
                ]),
            ]);
    }
}
