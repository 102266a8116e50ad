using System.Text.Json.Nodes;
using EmployerCrm.Core.CareTeam;
using EmployerCrm.Core.Clients;
using EmployerCrm.Core.Placements;

namespace EmployerCrm.Bot.Cards;

/// <summary>What is for the clinical record: to be copied from the card, which keeps the words only until it is shared.</summary>
internal static class CareTeamCards
{
    public const string TextField = "text";
    public const string With = "with";
    public const string On = "on";

    private const int LongestText = 4000;
    private const int LongestName = 200;

    /// <summary>Sentences from recorded facts; no note and no employer's name.</summary>
    public static string Draft(CareTeamFacts facts)
    {
        var lines = new List<string> { Texts.Get("CareTeamStanding" + facts.Standing, facts.ClientReference) };
        lines.AddRange(facts.Jobs.Select(job => Texts.Get("CareTeamJob", Title(job), DayText.Short(job.StartsOn, facts.Today)) + Hours(job)));
        if (facts.Next is { } next)
            lines.Add(Texts.Get("CareTeamNext", Title(next), DayText.Short(next.StartsOn, facts.Today)) + Hours(next));
        if (facts is { Jobs.Count: 0, Next: null, Ended: { } ended })
            lines.Add(Texts.Get("CareTeamEnded", Title(ended), DayText.Short(ended.EndsOn!.Value, facts.Today)));
        if (facts.Adjustments.Count > 0)
            lines.Add(Texts.Get("CareTeamAdjustments", string.Join("; ", facts.Adjustments)));
        if (facts.NextContact is { } contact)
            lines.Add(Texts.Get("CareTeamContact", DayText.Short(contact, facts.Today)));
        return string.Join('\n', lines);
    }

    public static JsonObject Form(string client, string text, string? with, DateOnly? on, string? problem) => CardParts.Card(
        Texts.Get("CareTeamTitle"),
        CardParts.Title(Texts.Get("CareTeamTitle")),
        CardParts.Fact(Texts.Get("Client"), client),
        CardParts.Sentence(Texts.Get("CareTeamText"), subtle: true),
        problem is null ? null : CardParts.Problem(problem),
        Fields.Text(TextField, Texts.Get("CareTeamField"), text, LongestText, multiline: true, Texts.Get("ErrorTextNeeded")),
        Fields.Text(With, Texts.Get("CareTeamWith"), with, LongestName, requiredError: Texts.Get("ErrorTextNeeded")),
        Fields.Date(On, Texts.Get("FieldDate"), on),
        CardParts.Actions(CardParts.Button(Texts.Get("CareTeamShared"), Verbs.ShareUpdate, new JsonObject { ["client"] = client }, withInputs: true, style: "positive")));

    /// <summary>That it was shared, with whom and when; the words stand in the clinical record.</summary>
    public static JsonObject Shared(UpdateShared shared) => CardParts.Card(
        Texts.Get("CareTeamDone"),
        [
            CardParts.Title(Texts.Get("CareTeamDone")),
            CardParts.Fact(Texts.Get("Client"), shared.ClientReference),
            CardParts.Fact(Texts.Get("CareTeamWith"), shared.Update.SharedWith),
            CardParts.Fact(Texts.Get("When"), DayText.WithDistance(shared.Update.SharedOn, shared.Today)),
            .. SupportLines.Changed(shared.Owed, shared.Today),
            CardParts.Actions(CardParts.Button(Texts.Get("Undo"), Verbs.Undo, new JsonObject { ["step"] = shared.UndoId.ToString() })),
        ]);

    /// <summary>The week's client contacts, a line each.</summary>
    public static JsonObject Week(WeekForRecord week) => CardParts.Card(
        Texts.Get("ForRecordTitle"),
        [
            CardParts.Title(Texts.Get("ForRecordTitle")),
            CardParts.Sentence(Texts.Get("ForRecordWeek", DayText.Short(week.From, week.Today), DayText.Short(week.To, week.Today)), subtle: true),
            .. week.Lines.Count == 0
                ? [CardParts.Sentence(Texts.Get("ForRecordNone"))]
                : week.Lines.Select(line => CardParts.Plain($"{line.Reference} · {DayText.Short(line.On, week.Today)} · {Texts.Of(line.Way).ToLower(Texts.Culture)}")),
        ]);

    private static string Title(PlacementSummary job) => job.JobTitle ?? Texts.Get("ClientJobAny");

    private static string Hours(PlacementSummary job) => job.MinutesAWeek is { } minutes ? Texts.Get("CareTeamHours", Support.JobFormCards.Hours(minutes)) : "";
}
