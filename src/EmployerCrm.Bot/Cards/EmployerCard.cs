using System.Text.Json.Nodes;
using EmployerCrm.Bot.Cards.Employers;
using EmployerCrm.Core.Employers;
using EmployerCrm.Core.Employers.Fields;

namespace EmployerCrm.Bot.Cards;

/// <summary>An employer: who knows it, what comes next, what the own team owes there, and its people. No note and no client.</summary>
internal static class EmployerCard
{
    /// <summary>More of a kind are counted, not shown.</summary>
    private const int MostLines = 6;

    private const int LongestTitle = 100;
    private const int LongestNeeds = 300;

    /// <summary>So many people can be called from the card; each has three buttons.</summary>
    private const int MostCalls = 3;

    public static JsonObject Build(EmployerShown shown)
    {
        var (employer, knownBy, last, next, owed, people) = shown.Overview;
        var place = string.Join(" · ", new[] { employer.Town, employer.Postcode, SectorOf(employer) }.Where(part => !string.IsNullOrEmpty(part)));
        var callable = people.Take(MostLines).Where(person => person is { Phone: not null, IsNotToBeApproached: false } && !(person.LeftOn <= shown.Today)).Take(MostCalls).ToHashSet();
        return CardParts.Card(
            Texts.Get("EmployerTitle"),
            [
                CardParts.Title(Texts.Get("EmployerTitle")),
                CardParts.Plain(employer.Name, bold: true, size: "large"),
                place.Length == 0 ? null : CardParts.Plain(place, subtle: true),
                .. Warnings(shown).Select(CardParts.Problem),
                shown.Level is { } level ? CardParts.Fact(Texts.Get("Engagement"), Texts.Get("LevelOfFive", level)) : null,
                CardParts.Fact(Texts.Get("LastContact"), last is null ? Texts.Get("LastContactNone") : Contact(last, shown)),
                CardParts.Fact(Texts.Get("NextPlanned"), next is null ? Texts.Get("NextPlannedNone") : Contact(next, shown)),
                employer.Needs is { } needs ? CardParts.Fact(Texts.Get("FieldName-needs"), CardParts.Shortened(needs, LongestNeeds)) : null,
                .. shown.Openings.Count == 0 ? [] : Section(Texts.Get("OpeningsHere"), shown.Openings, "", opening => Line(CardParts.Shortened(CardParts.Capitalised(opening.Job), LongestTitle), OpeningCards.Details(opening, shown.Today))),
                .. Section(Texts.Get("KnownBy"), knownBy, Texts.Get("KnownByNobody"), colleague => Colleague(colleague, shown)),
                .. Section(Texts.Get("OwedHere"), owed, Texts.Get("OwedHereNothing"), item => Owed(item, shown)),
                .. Section(Texts.Get("PeopleThere"), people, Texts.Get("PeopleThereNobody"), person => Person(person, shown, callable.Contains(person))),
                CardParts.Actions(Buttons(shown)),
            ]);
    }

    /// <summary>The division of the classification, or what it does in free words.</summary>
    public static string? SectorOf(Employer employer) => employer.Sector is { Length: > 0 } sector ? sector : Sic2007.Division(employer.SicDivision)?.Title;

    private static IEnumerable<string> Warnings(EmployerShown shown)
    {
        if (shown.Overview.Employer.ArchivedOn is { } archived)
            yield return Texts.Get("ArchivedSince", DayText.Short(archived, shown.Today));
        if (shown.Overview.Employer.DoNotApproachSince is { } since)
            yield return Texts.Get("DoNotApproachSince", DayText.Short(since, shown.Today));
    }

    private static IEnumerable<JsonNode> Buttons(EmployerShown shown)
    {
        var employer = shown.Overview.Employer;
        var data = new JsonObject { ["employer"] = employer.Id.ToString() };
        if (shown.Level is not null)
            yield return CardParts.Button(Texts.Get("WhyThisLevel"), Verbs.ShowLevel, data);
        if (shown.IsOwnTeams && employer.ArchivedOn is null)
            yield return CardParts.Button(Texts.Get("AddContact"), Verbs.OpenNewContact, (JsonObject)data.DeepClone());
        if (shown.IsOwnTeams && employer.ArchivedOn is not null)
            yield return CardParts.Button(Texts.Get("BringBack"), Verbs.RestoreEmployer, new JsonObject { ["employer"] = employer.Id.ToString(), ["version"] = employer.Version });
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
        CardParts.Shortened(CardParts.Owed(item.Title), LongestTitle),
        $"{Name(item.OwnerId, item.OwnerName, shown)} · {(item.DueOn is { } due ? DayText.WithDistance(due, shown.Today) : Texts.Get("NoDate"))}");

    /// <summary>A link that calls does nothing on a desktop: the number stands there as text too.</summary>
    private static JsonNode Person(Contact person, EmployerShown shown, bool withCall)
    {
        var details = new[]
        {
            person.Role is { Length: > 0 } role ? CardParts.Shortened(role, CardParts.LongestName) : null,
            person.LeftOn <= shown.Today ? Texts.Get("HasLeft") : null,
            person.IsNotToBeApproached ? Texts.Get("NotToBeApproached") : person.ObjectionScope == ObjectionScope.NoEmail ? Texts.Get("NoEmailPlease") : null,
            person.WholePhone,
            person.BestTime is { } time ? CardParts.Shortened(time, CardParts.LongestName) : null,
        };
        var aside = string.Join(" · ", details.OfType<string>());
        var line = Line(CardParts.Shortened(person.Name, CardParts.LongestName), aside.Length == 0 ? null : aside);
        return withCall ? CardParts.Group(line, CardParts.Actions(ContactCards.CallButtons(person))) : line;
    }

    private static string Name(Guid id, string name, EmployerShown shown) =>
        id == shown.SpecialistId ? Texts.Get("You") : CardParts.Shortened(name, CardParts.LongestName);

    private static IEnumerable<JsonNode> Section<T>(string heading, IReadOnlyList<T> items, string none, Func<T, JsonNode> line)
    {
        yield return CardParts.Section(heading);
        if (items.Count == 0)
            yield return CardParts.Sentence(none, subtle: true);
        foreach (var item in items.Take(MostLines))
            yield return line(item);
        if (items.Count > MostLines)
            yield return CardParts.Sentence(Texts.Count("DueMore", items.Count - MostLines), subtle: true);
    }

    internal static JsonObject Line(string text, string? aside)
    {
        var runs = new JsonArray(CardParts.Run(text));
        if (aside is not null)
            runs.Add(CardParts.Run(" · " + aside, subtle: true));
        return new JsonObject { ["type"] = "RichTextBlock", ["spacing"] = "small", ["inlines"] = runs };
    }
}
