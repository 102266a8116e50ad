using System.Text.Json.Nodes;
using EmployerCrm.Core.Employers;

namespace EmployerCrm.Bot.Cards;

/// <summary>An employer: who knows it, what comes next, what the own team owes there, and its people. No note and no client.</summary>
internal static class EmployerCard
{
    /// <summary>More of a kind are counted, not shown.</summary>
    private const int MostLines = 6;

    private const int LongestTitle = 100;

    public static JsonObject Build(EmployerShown shown)
    {
        var (employer, knownBy, last, next, owed, people) = shown.Overview;
        var place = string.Join(" · ", new[] { employer.Town, employer.Sector }.Where(part => !string.IsNullOrEmpty(part)));
        return CardParts.Card(
            Texts.Get("EmployerTitle"),
            [
                CardParts.Title(Texts.Get("EmployerTitle")),
                CardParts.Plain(employer.Name, bold: true, size: "large"),
                place.Length == 0 ? null : CardParts.Plain(place, subtle: true),
                CardParts.Fact(Texts.Get("LastContact"), last is null ? Texts.Get("LastContactNone") : Contact(last, shown)),
                CardParts.Fact(Texts.Get("NextPlanned"), next is null ? Texts.Get("NextPlannedNone") : Contact(next, shown)),
                .. Section(Texts.Get("KnownBy"), knownBy, Texts.Get("KnownByNobody"), colleague => Colleague(colleague, shown)),
                .. Section(Texts.Get("OwedHere"), owed, Texts.Get("OwedHereNothing"), item => Owed(item, shown)),
                .. Section(Texts.Get("PeopleThere"), people, Texts.Get("PeopleThereNobody"), Person),
            ]);
    }

    /// <summary>"Visit, Fri 20 Nov, yesterday, 15:00 (Sam Patel)".</summary>
    private static string Contact(EmployerContactMade contact, EmployerShown shown)
    {
        var time = contact.At is { } at ? ", " + DayText.Time(at) : "";
        return $"{Texts.What(contact.Channel)}, {DayText.WithDistance(contact.On, shown.Today)}{time} ({Name(contact.SpecialistId, contact.SpecialistName, shown)})";
    }

    private static JsonObject Colleague(KnowingColleague colleague, EmployerShown shown)
    {
        var details = new[]
        {
            colleague.TeamId == shown.TeamId ? null : CardParts.Shortened(colleague.TeamName, CardParts.LongestName),
            colleague.LeftOn <= shown.Today ? Texts.Get("HasLeft") : null,
        };
        var aside = string.Join(", ", details.OfType<string>());
        var name = CardParts.Capitalised(Name(colleague.SpecialistId, colleague.Name, shown));
        return Line(
            aside.Length == 0 ? name : $"{name} ({aside})",
            $"{Texts.Count("Contacts", colleague.Contacts)}, {Texts.Get("LastOn", DayText.WithDistance(colleague.LastOn, shown.Today))}");
    }

    private static JsonObject Owed(OwedToEmployer item, EmployerShown shown) => Line(
        CardParts.Shortened(CardParts.Capitalised(item.Title), LongestTitle),
        $"{Name(item.OwnerId, item.OwnerName, shown)} · {(item.DueOn is { } due ? DayText.WithDistance(due, shown.Today) : Texts.Get("NoDate"))}");

    private static JsonObject Person(Contact person) =>
        Line(CardParts.Shortened(person.Name, CardParts.LongestName), person.Role is { Length: > 0 } role ? CardParts.Shortened(role, CardParts.LongestName) : null);

    private static string Name(Guid id, string name, EmployerShown shown) =>
        id == shown.SpecialistId ? Texts.Get("You") : CardParts.Shortened(name, CardParts.LongestName);

    private static IEnumerable<JsonNode> Section<T>(string heading, IReadOnlyList<T> items, string none, Func<T, JsonObject> line)
    {
        yield return CardParts.Section(heading);
        if (items.Count == 0)
            yield return CardParts.Sentence(none, subtle: true);
        foreach (var item in items.Take(MostLines))
            yield return line(item);
        if (items.Count > MostLines)
            yield return CardParts.Sentence(Texts.Count("DueMore", items.Count - MostLines), subtle: true);
    }

    private static JsonObject Line(string text, string? aside)
    {
        var runs = new JsonArray(CardParts.Run(text));
        if (aside is not null)
            runs.Add(CardParts.Run(" · " + aside, subtle: true));
        return new JsonObject { ["type"] = "RichTextBlock", ["spacing"] = "small", ["inlines"] = runs };
    }
}
