using EmployerCrm.Bot;
using EmployerCrm.Bot.Cards;
using EmployerCrm.Bot.Questions;
using EmployerCrm.Bot.Reading;
using EmployerCrm.Core;
using EmployerCrm.Core.Conversations;
using EmployerCrm.Core.Employers;
using EmployerCrm.Core.FollowUps;
using EmployerCrm.Core.Visits;

namespace EmployerCrm.TestSupport;

/// <summary>Every kind of card the bot can send, small and at its largest, for Microsoft's own renderer and the size limit of Teams.</summary>
public static class CardGallery
{
    private static readonly DateOnly Today = new(2026, 11, 21);
    private static readonly DateTimeOffset Now = new(2026, 11, 21, 10, 32, 0, TimeSpan.Zero);
    private static readonly Ids Ids = new(TimeProvider.System);
    private static readonly Guid Alex = Ids.New();

    /// <summary>Name and JSON of each card.</summary>
    public static IEnumerable<(string Name, string Json)> All()
    {
        var nasty = "Caffi'r Bont & \"Ŵyr\" <b>**Sons**</b> [x](https://example.org) {{DATE(2026-01-01T00:00:00Z)}} ";
        yield return ("visit", VisitCard.Build(Logged("Friday's Café", "keen on Saturdays", "send CV", null), Today).ToJsonString());
        yield return ("visit with a client", VisitCard.Build(Logged("Friday's Café", "keen on Saturdays", "send CV", "JS12"), Today).ToJsonString());
        yield return ("visit at its largest", VisitCard.Build(Logged(Long(nasty, Limits.Name), Long(nasty, Limits.Notes), Long(nasty, Limits.Title), null), Today).ToJsonString());
        yield return ("visit with other days", VisitCard.Build(Logged("Two Rivers", null, "ring Sarah", null), Today, new OtherDays(Today.AddDays(7), Today.AddDays(10))).ToJsonString());
        var told = new EmployerCrm.Core.Privacy.CheckedTexts(
            [new EmployerCrm.Core.Privacy.CheckedText(Long(nasty, Limits.Notes), [.. Enum.GetValues<EmployerCrm.Core.Privacy.GuardKind>().Select(kind => new EmployerCrm.Core.Privacy.GuardHit(kind, 0, Limits.Notes, 0, Limits.Notes))])],
            EmployerCrm.Core.Privacy.GuardSurroundings.None, "1");
        yield return ("guard", GuardCard.Build(Ids.New(), told, quoted: true).ToJsonString());
        yield return ("planned visit, moving", PlannedVisitParts.MoveForm(Logged(Long(nasty, Limits.Name), null, null, null, VisitState.Planned).View, Today, new TimeOnly(14, 0), Texts.Get("ErrorDateNeeded")).ToJsonString());
        yield return ("visit called off", VisitCard.Build(Logged("Two Rivers", null, null, null, VisitState.Cancelled), Today).ToJsonString());
        yield return ("visit planned", VisitCard.Build(Logged("Two Rivers", null, null, null, VisitState.Planned), Today).ToJsonString());

        var view = Logged(Long(nasty, Limits.Name), Long(nasty, Limits.Notes), Long(nasty, Limits.Title), null).View;
        yield return ("visit form", VisitForm.Build(Ids.New(), 3, view.Employer.Name, VisitFormValues.Of(view), null).ToJsonString());
        yield return ("visit form with a problem", VisitForm.Build(Ids.New(), 3, "Two Rivers", new VisitFormValues(null, null, null, null, null, null, null), Texts.Get("ErrorDateNeeded")).ToJsonString());

        var items = Enumerable.Range(0, 37).Select(index => Owed(Long(nasty, Limits.Title), Long(nasty, Limits.Name), index % 10 == 9 ? null : Today.AddDays((index * 3) - 6))).ToList();
        var list = DueListShown.Of(items, new DuePage(DueScope.Overdue, 10), Today);
        yield return ("due list at its largest", DueCard.Build(list).ToJsonString());
        yield return ("due list with a receipt", DueCard.Build(list, new DueReceipt("Done: send CV (Two Rivers)", Ids.New())).ToJsonString());
        yield return ("due list, snoozing", DueCard.Build(list, null, items[13].Id, Texts.Get("ErrorDateNeeded")).ToJsonString());
        yield return ("due list, empty", DueCard.Build(DueListShown.Of([], DueScope.Week, Today)).ToJsonString());

        foreach (var card in DigestGallery.All(Today, items, Long(nasty, Limits.Name)))
            yield return card;

        var visits = Enumerable.Range(0, 40).Select(index => Summary(Long(nasty, Limits.Name), index)).ToList();
        yield return ("week", WeekCard.Build(new WeekShown(new WeekProgress(new DateOnly(2026, 11, 16), 4, 9, 6), Today, visits, 5)).ToJsonString());
        yield return ("week with planned visits that passed", WeekCard.Build(new WeekShown(new WeekProgress(new DateOnly(2026, 11, 16), 4, 9, 6), Today, visits, 5) { Overdue = visits }).ToJsonString());
        yield return ("week, empty", WeekCard.Build(new WeekShown(new WeekProgress(new DateOnly(2026, 11, 16), 0, 0, 6), Today, [], 0)).ToJsonString());

        var employers = Enumerable.Range(0, 5).Select(_ => new DirectoryEmployer(Ids.New(), Long(nasty, Limits.Name), "Castleford", [])).ToList();
        yield return ("which employer, several", QuestionCards.Employer(Ids.New(), new LineReading { Intent = Intent.LogVisit, Ambiguous = employers }).ToJsonString());
        yield return ("which employer, new", QuestionCards.Employer(Ids.New(), new LineReading { Intent = Intent.LogVisit, NewEmployer = Long(nasty, 200), ClosestEmployers = employers }).ToJsonString());
        yield return ("which employer, none", QuestionCards.Employer(Ids.New(), new LineReading { Intent = Intent.LogVisit }).ToJsonString());
        yield return ("which day", QuestionCards.Date(Ids.New(), new LineReading { Intent = Intent.LogVisit, Channel = Channel.Phone }, Today).ToJsonString());
        yield return ("which day, planned", QuestionCards.Date(Ids.New(), new LineReading { Intent = Intent.PlanVisit }, Today).ToJsonString());
        yield return ("which client", QuestionCards.Client(Ids.New(), ["JS12", "MK07"]).ToJsonString());
        yield return ("which client, none near", QuestionCards.Client(Ids.New(), []).ToJsonString());

        foreach (var card in LookUpGallery.All(nasty).Concat(LookUpGallery.Orders(nasty)))
            yield return card;
        // What a line holds in all is what a note may hold.
        foreach (var card in TalkGallery.All(nasty, Logged(Long(nasty, Limits.Name), Long(nasty, Limits.Notes - Limits.Title), Long(nasty, Limits.Title), null)))
            yield return card;
        yield return ("which client, a name refused", QuestionCards.Client(Ids.New(), [], named: true).ToJsonString());
        yield return ("which day, next step", QuestionCards.NextDate(Ids.New(), Long(nasty, Limits.Title), Today).ToJsonString());
        var people = Enumerable.Range(0, 8).Select(_ => new Contact { Id = Ids.New(), EmployerId = Alex, Name = Long(nasty, Limits.Name), Role = "owner", Version = 1 }).ToList();
        yield return ("which contact, near", QuestionCards.Contact(Ids.New(), new ContactReading(Long(nasty, Limits.Name), null, people), Long(nasty, Limits.Name)).ToJsonString());
        yield return ("which contact, several", QuestionCards.Contact(Ids.New(), ContactReading.Of("Sarah", [Named("Sarah Okafor"), Named("Sarah Lumb")]), "Two Rivers").ToJsonString());

        var empty = new VisitFormValues(Channel.InPerson, Today, null, null, null, null, null);
        var full = new NewVisitValues(Long(nasty, Limits.Name), "JS12", VisitFormValues.Of(view));
        yield return ("new visit form, empty", NewVisitForm.Build(Ids.New(), false, new NewVisitValues(null, null, empty)).ToJsonString());
        yield return ("new visit form at its largest", NewVisitForm.Build(Ids.New(), true, full, Ids.New(), new FieldProblem(NewVisitForm.Client, Texts.Get("ClientNotAName"))).ToJsonString());
        yield return ("edit form of an edited line", VisitForm.Build(Ids.New(), 3, "Two Rivers", empty, Texts.Get("ChangeElsewhere"), Ids.New()).ToJsonString());

        var drafts = Enumerable.Range(0, 12).Select(index => Waiting(Long(nasty, Limits.Notes), index % 2 == 0 ? QuestionNames.Employer : QuestionNames.Change)).ToList();
        yield return ("drafts", DraftsCard.Build(drafts, 0, Texts.Get("LineForgotten")).ToJsonString());
        yield return ("drafts, none", DraftsCard.Build([]).ToJsonString());
        yield return ("changed line", EditedLineCards.Changed(Ids.New(), view, Today).ToJsonString());
        yield return ("deleted line", EditedLineCards.Deleted(Logged(Long(nasty, Limits.Name), null, null, "JS12"), Today).ToJsonString());
        yield return ("employer in a group", GroupCards.Facts(view.Employer with { Sector = "Care" }, "28:bot").ToJsonString());
        yield return ("employers in a group", GroupCards.Several(employers.Select(employer => employer.Name), null).ToJsonString());

        yield return ("welcome", TalkCards.Welcome(Long(nasty, Limits.Name)).ToJsonString());
        yield return ("help", TalkCards.Help().ToJsonString());
        yield return ("receipt", TalkCards.Receipt(Texts.Get("UndoneTitle"), nasty).ToJsonString());
    }

    internal static string Long(string text, int length) => string.Concat(Enumerable.Repeat(text, (length / text.Length) + 1))[..length];
    private static Contact Named(string name) => new() { Id = Ids.New(), EmployerId = Alex, Name = name, Version = 1 };

    private static Draft Waiting(string text, string question) => new()
    {
        Id = Ids.New(), SpecialistId = Alex, Text = text, TypedAt = Now, Question = question, Answers = "{}", ExpiresAt = Now + OpenQuestions.Kept, Version = 1,
    };

    private static VisitLogged Logged(string employer, string? notes, string? next, string? client, VisitState state = VisitState.Held)
    {
        var employerId = Ids.New();
        var visit = new Visit
        {
            Id = Ids.New(), EmployerId = employerId, SpecialistId = Alex, TeamId = Ids.New(), State = state, Channel = Channel.InPerson, On = Today, At = new TimeOnly(15, 0),
            Notes = notes, LoggedAt = Now, Version = 1,
        };
        return new VisitLogged(
            new VisitView(
                visit,
                new Employer { Id = employerId, Name = employer, Town = "Otley", TeamId = visit.TeamId, CreatedAt = Now, Version = 1 },
                new Contact { Id = Ids.New(), EmployerId = employerId, Name = "Marta Kowalska", Role = "owner", Version = 1 },
                client,
                next is null ? null : new FollowUp { Id = Ids.New(), EmployerId = employerId, OwnerId = Alex, TeamId = visit.TeamId, Title = next, DueOn = Today.AddDays(3), State = FollowUpState.Open, CreatedAt = Now, Version = 1 }),
            Ids.New(),
            new WeekProgress(new DateOnly(2026, 11, 16), 4, 7, 6),
            3) { ThankYouDue = Today.AddDays(2) };
    }

    private static FollowUpSummary Owed(string title, string employer, DateOnly? due) => new()
    {
        Id = Ids.New(), EmployerId = Ids.New(), TeamId = Ids.New(), EmployerName = employer, Title = title, DueOn = due, State = FollowUpState.Open, Version = 1,
    };

    private static VisitSummary Summary(string employer, int index) => new()
    {
        Id = Ids.New(), EmployerId = Ids.New(), EmployerName = employer, State = index % 3 == 0 ? VisitState.Planned : VisitState.Held, Channel = (Channel)(index % 5),
        On = Today.AddDays(-(index % 7)), At = new TimeOnly(9, 30),
    };
}
