using EmployerCrm.Bot.Cards;
using EmployerCrm.Bot.Handlers;
using EmployerCrm.Bot.Reading;
using EmployerCrm.Core;
using EmployerCrm.Core.Adjustments;
using EmployerCrm.Core.Employers;
using EmployerCrm.Core.Placements;
using EmployerCrm.Core.Visits;

namespace EmployerCrm.TestSupport;

/// <summary>The cards of employers, job starts and adjustments, and what a line gets that was not understood; small and at their largest.</summary>
internal static class LookUpGallery
{
    private static readonly DateOnly Today = new(2026, 11, 21);
    private static readonly DateTimeOffset Now = new(2026, 11, 21, 10, 32, 0, TimeSpan.Zero);
    private static readonly Ids Ids = new(TimeProvider.System);
    private static readonly Guid Alex = Ids.New();
    private static readonly Guid Team = Ids.New();

    public static IEnumerable<(string Name, string Json)> All(string nasty)
    {
        var name = CardGallery.Long(nasty, Limits.Name);
        yield return ("employer", EmployerCard.Build(Shown("Friday's Café", "send CV", "Marta Kowalska", 2)).ToJsonString());
        yield return ("employer at its largest", EmployerCard.Build(Shown(name, CardGallery.Long(nasty, Limits.Title), name, 30)).ToJsonString());
        yield return ("employer nobody has met", EmployerCard.Build(new EmployerShown(new EmployerOverview(Employer("Two Rivers"), [], null, null, [], []), Today, Alex, Team)).ToJsonString());

        var employers = Enumerable.Range(0, 5).Select(_ => new DirectoryEmployer(Ids.New(), name, "Castleford", [])).ToList();
        yield return ("employer to choose from", Choice(new LineReading { Intent = Intent.Employer, Ambiguous = employers }));
        yield return ("employer unknown, closest", Choice(new LineReading { Intent = Intent.Employer, NewEmployer = name, ClosestEmployers = employers }));
        yield return ("employer unknown, none near", Choice(new LineReading { Intent = Intent.Employer }));

        yield return ("job start", JobStartCards.Recorded(new JobStartRecorded(Placement("DPD Depot", "van driver's mate", 2), "TR19", true, Ids.New()), Today).ToJsonString());
        yield return ("job start at its largest", JobStartCards.Recorded(new JobStartRecorded(Placement(name, name, -40), "TR19", true, Ids.New()), Today).ToJsonString());
        yield return ("job start recorded already", JobStartCards.Recorded(new JobStartRecorded(Placement("DPD Depot", null, -2), "TR19", false, null), Today).ToJsonString());
        yield return ("job start, which client", JobStartCards.WhichClient(Ids.New(), "Which one?", ["JS12", "MK07"], [.. Enumerable.Range(0, 90).Select(_ => "AB34")]).ToJsonString());
        yield return ("job start, which client, none near", JobStartCards.WhichClient(Ids.New(), "Which one?", [], []).ToJsonString());
        yield return ("job start, which day", JobStartCards.WhichDay(Ids.New(), Today).ToJsonString());

        yield return ("adjustments of a client", AdjustmentsCard.Build(new AdjustmentsShown("JS12", null, [Placement("DPD Depot", null, 2)], Today)).ToJsonString());
        yield return ("adjustments at their largest", AdjustmentsCard.Build(new AdjustmentsShown("JS12", Employer(name), [.. Enumerable.Range(0, 12).Select(_ => Placement(name, name, -9))], Today)).ToJsonString());
        yield return ("adjustments of nobody", AdjustmentsCard.Build(new AdjustmentsShown(null, null, [], Today)).ToJsonString());
        yield return ("adjustments, which client", AdjustmentsCard.WhichClient(["JS12", "MK07"], Ids.New()).ToJsonString());

        yield return ("not understood", TalkCards.Unknown(WhatICanDo.Closest(nasty), []).ToJsonString());
        yield return ("not understood, employers near", TalkCards.Unknown(WhatICanDo.Closest("who knows"), employers).ToJsonString());
    }

    private static string Choice(LineReading reading) => EmployerChoiceCard.Build(reading, EmployerChoiceCard.ShowButton).ToJsonString();

    private static EmployerShown Shown(string employer, string title, string person, int count) => new(
        new EmployerOverview(
            Employer(employer),
            [.. Enumerable.Range(0, count).Select(index => Knowing(index == 0 ? Alex : Ids.New(), person, index))],
            new EmployerContactMade { SpecialistId = Ids.New(), SpecialistName = person, Channel = Channel.InPerson, On = Today.AddDays(-1), At = new TimeOnly(15, 0) },
            new EmployerContactMade { SpecialistId = Alex, SpecialistName = person, Channel = Channel.Phone, On = Today.AddDays(6) },
            [.. Enumerable.Range(0, count).Select(index => new OwedToEmployer { Title = title, OwnerId = Ids.New(), OwnerName = person, DueOn = index == 1 ? null : Today.AddDays(index) })],
            [.. Enumerable.Range(0, count).Select(_ => new Contact { Id = Ids.New(), EmployerId = Ids.New(), Name = person, Role = person, Version = 1 })]),
        Today,
        Alex,
        Team);

    private static KnowingColleague Knowing(Guid id, string name, int index) => new()
    {
        SpecialistId = id, Name = name, TeamId = index % 2 == 0 ? Team : Ids.New(), TeamName = name, LeftOn = index == 3 ? Today.AddDays(-9) : null, Contacts = index + 1,
        LastOn = Today.AddDays(-index),
    };

    private static Employer Employer(string name) => new() { Id = Ids.New(), Name = name, Town = "Otley", Sector = "hospitality", TeamId = Team, CreatedAt = Now, Version = 1 };

    private static PlacementSummary Placement(string employer, string? title, int days) => new()
    {
        Id = Ids.New(), ClientId = Ids.New(), EmployerId = Ids.New(), EmployerName = employer, Town = "Wakefield", JobTitle = title, StartsOn = Today.AddDays(days), RecordedAt = Now, RecordedByName = "Sam Patel",
    };
}
