using System.Text.Json.Nodes;
using EmployerCrm.Core;
using EmployerCrm.Core.Employers;

namespace EmployerCrm.Bot.Cards.Employers;

/// <summary>What jobs employers have to give.</summary>
internal static class OpeningCards
{
    private const int MostOpenings = 6;
    private const int MostClients = 4;
    private const int LongestJob = 100;

    public static JsonObject List(OpeningsShown shown, int from = 0)
    {
        var page = ListPage.At(from, MostOpenings, shown.Openings.Count);
        var title = Texts.Get("OpeningsTitle");
        return CardParts.Card(
            title,
            [
                CardParts.Title(title),
                CardParts.Sentence(shown.Openings.Count == 0 ? Texts.Get("OpeningsNone") : Texts.Count("OpeningsLive", shown.Openings.Count), subtle: true),
                .. page.Of(shown.Openings).Select(opening => Row(opening, shown.Today)),
                .. Pager.Of(page, Verbs.ShowOpenings, _ => []),
            ]);
    }

    public static JsonObject Closed(OpeningSaved saved) => CardParts.Card(
        Texts.Get("OpeningClosedTitle"),
        CardParts.Plain(Texts.Get("OpeningClosed", saved.Opening.Job, saved.Employer.Name)),
        saved.UndoId is { } undo ? CardParts.Actions(CardParts.Button(Texts.Get("Undo"), Verbs.Undo, new JsonObject { ["step"] = undo.ToString() })) : null);

    /// <summary>"from Mon 4 Jan · 16 hours a week · live until Sat 12 Dec".</summary>
    public static string Details(Opening opening, DateOnly today) => Details(opening.From, opening.Hours, opening.ClosesOn, today);

    private static JsonObject Row(OpeningShown opening, DateOnly today)
    {
        var listing = opening.Listing;
        var details = new[]
        {
            EmployerChoiceCard.Label(listing.EmployerName, listing.Town),
            Details(listing.From, listing.Hours, listing.ClosesOn, today),
            listing.SaidBy is { } saidBy ? Texts.Get("SaidBy", CardParts.Shortened(saidBy, CardParts.LongestName)) : null,
            opening.FitsClients.Count > 0 ? Texts.Get("FitsClients", string.Join(", ", opening.FitsClients.Take(MostClients))) : null,
        };
        return CardParts.Group(
            CardParts.Plain(CardParts.Shortened(CardParts.Capitalised(listing.Job), LongestJob), bold: true),
            CardParts.Plain(string.Join(" · ", details.OfType<string>()), subtle: true),
            CardParts.Actions(
                CardParts.Button(Texts.Get("ShowEmployer"), Verbs.ShowEmployer, new JsonObject { ["employer"] = listing.EmployerId.ToString() }, tooltip: CardParts.Shortened(listing.EmployerName, CardParts.LongestName)),
                CardParts.Button(
                    Texts.Get("CloseOpening"), Verbs.CloseOpening, new JsonObject { ["opening"] = listing.Id.ToString(), ["version"] = listing.Version },
                    tooltip: CardParts.Shortened(listing.Job, CardParts.LongestName))));
    }

    private static string Details(DateOnly? from, string? hours, DateOnly closesOn, DateOnly today) => string.Join(" · ", new[]
    {
        from is { } day ? Texts.Get("OpeningFrom", DayText.Short(day, today)) : null,
        hours is null ? null : CardParts.Shortened(hours, CardParts.LongestName),
        Texts.Get("LiveUntil", DayText.Short(closesOn, today)),
    }.OfType<string>());
}
