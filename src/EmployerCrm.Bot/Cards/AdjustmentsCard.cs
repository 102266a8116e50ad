using System.Text.Json.Nodes;
using EmployerCrm.Core.Adjustments;
using EmployerCrm.Core.Placements;

namespace EmployerCrm.Bot.Cards;

/// <summary>What is recorded about adjustments: who was asked about, where the client works, and that there is none yet.</summary>
internal static class AdjustmentsCard
{
    private const int MostPlacements = 5;

    public static JsonObject Build(AdjustmentsShown shown) => CardParts.Card(
        Texts.Get("AdjustmentsTitle"),
        [
            CardParts.Title(Texts.Get("AdjustmentsTitle")),
            shown.ClientReference is { } client ? CardParts.Fact(Texts.Get("Client"), client) : null,
            shown.Employer is { } employer ? CardParts.Fact(Texts.Get("EmployerTitle"), EmployerChoiceCard.Label(employer.Name, employer.Town)) : null,
            .. shown.Placements.Take(MostPlacements).Select(placement => Job(placement, shown.Today)),
            shown.ClientReference is not null && shown.Placements.Count == 0 ? CardParts.Sentence(Texts.Get("NoPlacement")) : null,
            CardParts.Sentence(Texts.Get("AdjustmentsNone")),
            CardParts.Sentence(Texts.Get(shown.ClientReference is null && shown.Employer is null ? "AdjustmentsAsk" : "AdjustmentsNotYet"), subtle: true),
        ]);

    /// <summary>The reference typed is nobody's of the team: those most like it.</summary>
    public static JsonObject WhichClient(IReadOnlyList<string> nearest, Guid? employerId) => CardParts.Card(
        Texts.Get("WhichClient"),
        CardParts.Title(Texts.Get("WhichClient")),
        CardParts.Sentence(Texts.Get("ClientNotYours")),
        nearest.Count == 0
            ? CardParts.Sentence(Texts.Get("AdjustmentsAsk"), subtle: true)
            : CardParts.Actions([.. nearest.Select(JsonNode (reference) => Show(reference, reference, employerId))]));

    /// <summary>A button that asks about this client or employer.</summary>
    public static JsonObject Show(string title, string? client, Guid? employerId)
    {
        var data = new JsonObject();
        if (client is not null)
            data["client"] = client;
        if (employerId is { } id)
            data["employer"] = id.ToString();
        return CardParts.Button(title, Verbs.ShowAdjustments, data);
    }

    private static JsonObject Job(PlacementSummary placement, DateOnly today) => CardParts.Fact(
        Texts.Get("Job"),
        $"{(placement.JobTitle is { } title ? CardParts.Capitalised(title) + ", " : "")}{placement.EmployerName} — "
        + $"{Texts.Get(placement.StartsOn > today ? "JobFrom" : "JobSince", DayText.WithDistance(placement.StartsOn, today))}");
}
