using System.Text.Json.Nodes;
using EmployerCrm.Core;
using EmployerCrm.Core.Clients;

namespace EmployerCrm.Bot.Cards;

/// <summary>The clients of a person, a phone's screen at a time: reference, status, job and employer, last contact.</summary>
internal static class MyClientsCard
{
    public const int OnOneScreen = 8;

    public static JsonObject Build(ClientsShown shown, int from)
    {
        var page = ListPage.At(from, OnOneScreen, shown.Clients.Count);
        return CardParts.Card(
            Texts.Get("MyClientsTitle"),
            [
                CardParts.Title(Texts.Get(shown.OfTeam ? "TeamClientsTitle" : "MyClientsTitle")),
                CardParts.Sentence(shown.Clients.Count == 0 ? Texts.Get("MyClientsNone") : Texts.Get("MyClientsCount", shown.Clients.Count, shown.JobSearch, shown.InWork), subtle: true),
                .. page.Of(shown.Clients).SelectMany(client => Lines(client, shown)),
                .. Pager.Of(page, Verbs.ShowClients, _ => []),
                shown.Clients.Count == 0 ? null : CardParts.Actions(CardParts.Button(Texts.Get("RecordContact"), Verbs.OpenContactForm), CardParts.Button(Texts.Get("EndSupport"), Verbs.OpenEndForm)),
            ]);
    }

    private static IEnumerable<JsonNode> Lines(ClientShown client, ClientsShown shown)
    {
        var job = client.Jobs is [var first, ..] ? Texts.Get("ClientJob", first.JobTitle ?? Texts.Get("ClientJobAny"), CardParts.Shortened(first.EmployerName, CardParts.LongestName))
            : client.Next is { } next ? Texts.Get("ClientStartsAt", CardParts.Shortened(next.EmployerName, CardParts.LongestName), DayText.Short(next.StartsOn, shown.Today)) : null;
        string?[] what = [Texts.Get("Standing" + client.Standing), job, shown.OfTeam ? client.OwnerName : null];
        var line = new JsonObject
        {
            ["type"] = "RichTextBlock",
            ["separator"] = true,
            ["inlines"] = new JsonArray(CardParts.Run(client.Client.Reference, bold: true), CardParts.Run(" · " + string.Join(" · ", what.OfType<string>()))),
        };
        yield return line;
        yield return CardParts.Plain(
            client.LastContact is { } last
                ? Texts.Get("ClientLastContact", DayText.WithDistance(last.On, shown.Today), Texts.Of(last.Way).ToLower(Texts.Culture))
                : Texts.Get("ClientNoContact", client.DaysWithout),
            subtle: true);
    }
}
