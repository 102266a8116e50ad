using EmployerCrm.Bot.Cards;
using EmployerCrm.Bot.Cards.Employers;
using EmployerCrm.Bot.Handlers;
using EmployerCrm.Bot.Reading;
using EmployerCrm.Core;
using EmployerCrm.Core.Adjustments;
using EmployerCrm.Core.Employers;
using EmployerCrm.Core.Engagement;
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

    /// <summary>What is asked of employers beside their card.</summary>
    public static IEnumerable<(string Name, string Json)> Orders(string nasty)
    {
        var name = CardGallery.Long(nasty, Limits.Name);
        var listing = new EmployerListing
        {
            Id = Ids.New(), Name = name, Town = name, Level = 3, DoNotApproach = true, Archived = false, Owed = 1, Colleagues = [Knowing(Ids.New(), name, 1)],
        };
        var plans = Enumerable.Range(0, 4).Select(index => new PlannedThere
        {
            EmployerId = listing.Id, SpecialistId = index == 0 ? Alex : Ids.New(), SpecialistName = name, Channel = Channel.InPerson, On = Today.AddDays(index),
        }).ToList();
        yield return ("employers near a place", NearCard.Build(new NearShown("Otley", [new(listing with { Name = "Friday's Café", Town = "Otley", Colleagues = [] }, [])], false, Today), Alex).ToJsonString());
        yield return ("employers near at its largest", NearCard.Build(new NearShown(name, [.. Enumerable.Range(0, EmployersNear.Most).Select(_ => new NearEmployer(listing, plans))], true, Today), Alex).ToJsonString());

        var values = new NewEmployerValues(name, name, "LS21 3AB");
        var likely = new LikelyDouble(Shown(name, name, name, 2).Overview, name, (Likeness)31);
        yield return ("new employer", NewEmployerCards.Form(new NewEmployerValues("Greenacre", "Otley", null), Ids.New(), new DoublesShown([], Today), null).ToJsonString());
        yield return ("new employer with doubles", NewEmployerCards.Form(values, Ids.New(), new DoublesShown([likely, likely, likely, likely, likely], Today), name).ToJsonString());
        yield return ("employer added", NewEmployerCards.Saved(new EmployerSaved(Employer(name), [new(EmployerField.CompanyNumber, name, "01234567")], Ids.New())).ToJsonString());

        var contact = new Contact { Id = Ids.New(), EmployerId = Alex, Name = name, Role = name, Phone = "+441632960123", Email = "a@example.com", BestTime = name, Version = 1 };
        yield return ("new contact", ContactCards.Form(new PersonFormValues(null, name, Ids.New(), 3, name, name, name, name, name, name), Ids.New(), name).ToJsonString());
        yield return ("contact saved", ContactCards.Saved(new ContactSaved(contact, Employer(name), [], Ids.New())).ToJsonString());

        var opening = new OpeningListing
        {
            Id = Ids.New(), EmployerId = Alex, EmployerName = name, Town = name, Job = name, Hours = name, From = Today, ClosesOn = Today.AddDays(9), SaidBy = name, RecordedBy = name,
            RecordedAt = Now, Version = 1,
        };
        yield return ("openings", OpeningCards.List(new OpeningsShown([.. Enumerable.Range(0, 20).Select(_ => new OpeningShown(opening, ["JS12", "KT45", "MW73", "AB34", "CD56"]))], Today)).ToJsonString());
        yield return ("no openings", OpeningCards.List(new OpeningsShown([], Today)).ToJsonString());

        var lines = EvidenceKinds.All.Select(kind => new EvidenceLine(kind, 3, true, [])).ToList();
        var steps = Enumerable.Range(0, 4).Select(step => new StepUp(4, [.. EvidenceKinds.All.Take(step).Select(kind => new MissingEvidence(kind, 2))])).ToList();
        yield return ("why a level", LevelCard.Build(Employer(name), new EngagementLevel(3, 2, new SetLevel(3, name, name, Now, Today, 1), lines, 2, steps, []), Today).ToJsonString());
        yield return ("why the lowest level", LevelCard.Build(Employer("Two Rivers"), new EngagementLevel(1, 1, null, [], 0, [], []), Today).ToJsonString());
    }

    private static string Choice(LineReading reading) => EmployerChoiceCard.Build(reading, EmployerChoiceCard.ShowButton).ToJsonString();

    private static EmployerShown Shown(string employer, string title, string person, int count) => new(
        new EmployerOverview(
            Employer(employer),
            [.. Enumerable.Range(0, count).Select(index => Knowing(index == 0 ? Alex : Ids.New(), person, index))],
            new EmployerContactMade { SpecialistId = Ids.New(), SpecialistName = person, Channel = Channel.InPerson, On = Today.AddDays(-1), At = new TimeOnly(15, 0) },
            new EmployerContactMade { SpecialistId = Alex, SpecialistName = person, Channel = Channel.Phone, On = Today.AddDays(6) },
            [.. Enumerable.Range(0, count).Select(index => new OwedToEmployer { Title = title, OwnerId = Ids.New(), OwnerName = person, DueOn = index == 1 ? null : Today.AddDays(index) })],
            [.. Enumerable.Range(0, count).Select(_ => new Contact { Id = Ids.New(), EmployerId = Ids.New(), Name = person, Role = person, Phone = "+441134960123", PhoneExtension = "12", BestTime = person, Version = 1 })]),
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
