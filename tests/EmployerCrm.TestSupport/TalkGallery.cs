using System.Text.Json.Nodes;
using EmployerCrm.Bot;
using EmployerCrm.Bot.Cards;
using EmployerCrm.Bot.Handlers.Acts;
using EmployerCrm.Bot.Questions;
using EmployerCrm.Bot.Turns;
using EmployerCrm.Core;
using EmployerCrm.Core.Clients;
using EmployerCrm.Core.FollowUps;
using EmployerCrm.Core.People;
using EmployerCrm.Core.Placements;
using EmployerCrm.Core.Visits;

namespace EmployerCrm.TestSupport;

/// <summary>The cards of what lines tell of plans, reminders, clients and several contacts; small and at their largest.</summary>
internal static class TalkGallery
{
    private static readonly DateOnly Today = new(2026, 11, 21);
    private static readonly DateTimeOffset Now = new(2026, 11, 21, 10, 32, 0, TimeSpan.Zero);
    private static readonly Ids Ids = new(TimeProvider.System);
    private static readonly Guid Alex = Ids.New();

    public static IEnumerable<(string Name, string Json)> All(string nasty, VisitLogged visit)
    {
        var (name, title) = (CardGallery.Long(nasty, Limits.Name), CardGallery.Long(nasty, Limits.Title));
        var person = new Specialist { Id = Alex, ObjectId = "oid", Name = name, TeamId = Alex, Role = Role.TeamLead, WeeklyTarget = 6 };
        var colleagues = Enumerable.Range(0, 30).Select(index => person with { Id = Ids.New(), Name = $"{index} {name}" }).ToList();
        var away = Enumerable.Range(0, 8).Select(index => new LeaveShown(new Leave { Id = Ids.New(), SpecialistId = Alex, From = Today.AddDays(index * 10), To = Today.AddDays((index * 10) + 5) }, name, index % 2 == 0 ? name : null)).ToList();
        var usual = PersonSettings.UsualOf(Alex);
        yield return ("settings at their largest", SettingsCards.Form(new SettingsShown(person, usual, away, away, colleagues, Today), usual, Texts.Get("RefusalNoWorkingDay")).ToJsonString());
        yield return ("settings changed", SettingsCards.Changed(new SettingsChanged(usual, new PersonSettings { SpecialistId = Alex, DigestAt = new TimeOnly(9, 0), TimeZone = "Europe/Paris", QuietFrom = new TimeOnly(17, 0), Language = "cy", WrapUp = false, WorkingDays = WorkingDays.Monday }, Ids.New())).ToJsonString());
        yield return ("leave form", LeaveCards.Form(new LeaveFormValues(Alex, 1, Today, null, null), colleagues, Texts.Get("LeaveDaysNeeded")).ToJsonString());
        yield return ("leave recorded", LeaveCards.Changed(new LeaveChanged(away[1], false, away, colleagues, Today, Ids.New())).ToJsonString());
        yield return ("back from leave", LeaveCards.Changed(new LeaveChanged(away[0], false, [], [], Today, Ids.New()), isBack: true).ToJsonString());
        yield return ("visit that may be to come", VisitCard.Build(visit, Today, new OtherDays(null, null) { NotYet = true }).ToJsonString());
        yield return ("not yet, which day", NotYetCards.Form(visit.View, Today, new TimeOnly(14, 0), Texts.Get("ErrorDateNeeded")).ToJsonString());
        yield return ("log it again", AgainCards.Ask(Ids.New()).ToJsonString());
        yield return ("which planned visit", AgainCards.WhichPlanned(Ids.New(), [.. Enumerable.Range(0, 8).Select(_ => Planned(name))], Today).ToJsonString());

        var choices = Enumerable.Range(0, 8).Select(index => ChoiceData.To(CardParts.Shortened($"{index} {name}", CardParts.LongestName), Verbs.PlanCancelled, ("visit", Alex))).ToList();
        yield return ("choice at its largest", ChoiceCard.Build(Ids.New(), new ChoiceQuestion(Texts.Get("WhichPlanned"), title, choices) { Lines = [name, name] }).ToJsonString());
        yield return ("contact with a client", ChoiceCard.Build(Ids.New(), ClientContactLines.Question(new Bot.Reading.Acts.ClientContacted(Today, Channel.InPerson, true, false, false) { Clients = ["JS12", "KT45"] }, Today)).ToJsonString());
        yield return ("contact with a client, which day", ChoiceCard.Build(Ids.New(), ClientContactLines.Question(new Bot.Reading.Acts.ClientContacted(null, Channel.Phone, false, false, false) { Clients = ["JS12"] }, Today)).ToJsonString());
        var programmes = ClientLists.Default.ProgrammeNames.Select(programme => ChoiceData.To(programme, Verbs.IssueClient, ("programme", programme))).ToList();
        yield return ("new client", ChoiceCard.Build(Ids.New(), new ChoiceQuestion(Texts.Get("NewClientTitle"), Texts.Get("NewClientText"), programmes) { DayLabel = Texts.Get("FieldEnteredOn"), Day = Today }).ToJsonString());

        var saved = new ClientSaved(Client("JS12"), [.. ClientLists.Default.JobTypes.Take(10)], ClientStatus.JobSearch, Ids.New());
        yield return ("client reference issued", ClientCards.Issued(saved, Today).ToJsonString());
        yield return ("client", ClientCards.Shown(saved, Today).ToJsonString());
        yield return ("client form", ClientCards.Form(saved, ClientLists.Default, Texts.Get("ErrorProgrammeNeeded")).ToJsonString());
        var shown = Enumerable.Range(0, 20).Select(index => new ClientShown(
            Client($"JS{index + 10}"), name, (ClientStatus)(index % 3), index % 2 == 0 ? [Job(name, name, null)] : [], index % 2 == 1 ? Job(name, null, null) : null,
            index % 4 == 0 ? null : new LastContact(Today.AddDays(-index), ClientContactKind.Visit, Channel.InPerson), index)).ToList();
        yield return ("my clients", MyClientsCard.Build(new ClientsShown(shown, true, Today), 8).ToJsonString());
        yield return ("my clients, none", MyClientsCard.Build(new ClientsShown([], false, Today), 0).ToJsonString());

        var closed = new ClientEnding(Client("JS12") with { Status = ClientStatus.Closed, ClosedOn = Today, ClosingReason = ClosingReason.MovedAway }, [Owed(title, name)], true, [], Today, Ids.New());
        yield return ("client closed", EndedCard.Closed(closed).ToJsonString());
        yield return ("client closed already", EndedCard.Closed(closed with { UndoId = null }).ToJsonString());

        var ended = Job(name, name, Today);
        yield return ("job end", JobEndCard.Build(new JobEndRecorded("JS12", ended, [], ClientStatus.JobSearch, Today, Ids.New()), ended).ToJsonString());
        var why = Job("DPD Depot", null, Today) with { EndReason = JobEndReason.MovedOnToBetter };
        yield return ("job end with a reason", JobEndCard.Build(new JobEndRecorded("JS12", why, [], ClientStatus.InWork, Today, null), why).ToJsonString());

        var contact = new ClientContact { Id = Ids.New(), ClientId = Alex, SpecialistId = Alex, TeamId = Alex, On = Today, Way = Channel.Phone, LoggedAt = Now, Version = 1 };
        yield return ("contact with clients recorded", ClientContactCard.Build(new ClientContactsRecorded([.. Enumerable.Range(0, 30).Select(index => new ClientContactRecorded($"JS{index + 10}", contact, index % 2 == 0))], Today, Ids.New())).ToJsonString());
        yield return ("reminder", ReminderCard.Build(new ReminderAdded(Owed("ring Sarah", "Two Rivers") with { DueAt = new TimeOnly(15, 30) }, "JS12", Today, Ids.New()), Today.AddDays(7)).ToJsonString());
        yield return ("reminder at its largest", ReminderCard.Build(new ReminderAdded(Owed(title, name) with { DueOn = null }, "JS12", Today, Ids.New()), null).ToJsonString());
        yield return ("due list, and log it", DueCard.Build(DueListShown.Of([Owed(title, name)], DueScope.All, Today), new DueReceipt("Done", Ids.New()) { Log = new LogOffer(Alex, Ids.New(), Channel.Phone) }).ToJsonString());

        var card = (JsonNode)VisitCard.Build(visit, Today);
        var told = new Reply(null, card, CardKinds.Visit, Alex);
        yield return ("a day at its largest", AskedCards.Day(new DayShown(Today, Today, [.. Enumerable.Range(0, 20).Select(_ => Planned(name))], [.. Enumerable.Repeat(Owed(title, name), 20)])).ToJsonString());
        yield return ("employers not seen", AskedCards.NotSeen([.. Enumerable.Repeat(new NotSeenLately(name, Alex, Today.AddDays(-40)), 20)], Today.AddDays(-30), Today).ToJsonString());
        yield return ("owed for a client", AskedCards.OwedFor("JS12", [.. Enumerable.Repeat(Owed(title, name), 20)], Today).ToJsonString());
        yield return ("several contacts", SeveralCard.Build(20, 30, 4, 2, [.. Enumerable.Repeat(Texts.Get("PieceRefused", 3, Texts.Get("RefusalTextTooLong")), 10)], [.. Enumerable.Repeat(told, 20)]).ToJsonString());
    }

    private static Client Client(string reference) => new()
    {
        Id = Ids.New(), Reference = reference, OwnerId = Alex, TeamId = Alex, Programme = "IPS in secondary care", EnteredOn = Today.AddDays(-40), Status = ClientStatus.JobSearch, CheckReference = false,
    };

    private static PlacementSummary Job(string employer, string? title, DateOnly? endsOn) => new()
    {
        Id = Ids.New(), ClientId = Alex, EmployerId = Alex, EmployerName = employer, JobTitle = title, StartsOn = Today.AddDays(-30), EndsOn = endsOn, RecordedAt = Now, RecordedByName = "Sam Patel",
    };

    private static FollowUpSummary Owed(string title, string employer) => new()
    {
        Id = Ids.New(), EmployerId = Alex, TeamId = Alex, EmployerName = employer, Title = title, DueOn = Today.AddDays(2), State = FollowUpState.Open, Version = 1,
    };

    private static VisitSummary Planned(string employer) => new()
    {
        Id = Ids.New(), EmployerId = Alex, EmployerName = employer, State = VisitState.Planned, Channel = Channel.InPerson, On = Today.AddDays(2), At = new TimeOnly(9, 30),
    };
}
