using EmployerCrm.Core.Calendar;
using EmployerCrm.Core.Employers;
using EmployerCrm.Core.FollowUps;
using EmployerCrm.Core.Visits;

namespace EmployerCrm.Web.Sample;

/// <summary>What was promised at contacts: most is done about when it was due, some late, some not yet.</summary>
internal static class SampleFollowUps
{
    private const double Promised = 0.42;
    private const double WithoutDate = 0.06;

    /// <summary>Days overdue after which somebody would have put it off.</summary>
    private const int LongestLeft = 40;

    private static readonly string[] Titles =
    [
        "Send CV", "Send the guide for employers", "Ring {who} about {job}", "Ring {who}", "Drop off leaflets", "Arrange a look round", "Email {who} about a work trial",
        "Ask {who} about {job} hours", "Call in again", "Confirm the work trial with {who}", "Send a thank-you", "Check the {job} advert", "Fix a time with {who}",
        "Talk {job} through with {who}", "Find out who does the hiring",
    ];

    public static IReadOnlyList<FollowUp> Of(SampleSource source, IReadOnlyList<Visit> visits, IReadOnlyList<SampleEmployer> employers)
    {
        var byId = employers.ToDictionary(employer => employer.Employer.Id);
        return
        [
            .. visits.Where(visit => visit.State is VisitState.Held && source.Chance(Promised))
                .Select(visit => Settled(source, Promise(source, visit, byId[visit.EmployerId], DueAfter(source, visit.On))))
                .Select(followUp => PutOff(followUp, source.Today)),
        ];
    }

    /// <summary>An open follow-up that was promised at a contact.</summary>
    public static FollowUp Promise(SampleSource source, Visit visit, SampleEmployer employer, DateOnly? due) => new()
    {
        Id = source.NewId(visit.LoggedAt),
        EmployerId = visit.EmployerId,
        VisitId = visit.Id,
        ClientId = visit.ClientId,
        OwnerId = visit.SpecialistId,
        TeamId = visit.TeamId,
        Title = Title(source, visit, employer),
        DueOn = due,
        State = FollowUpState.Open,
        CreatedAt = visit.LoggedAt,
        Version = 1,
    };

    public static FollowUp Done(FollowUp followUp, DateTimeOffset at) => followUp with
    {
        State = FollowUpState.Done,
        DoneAt = at,
        DoneById = followUp.OwnerId,
        Version = 2,
    };

    /// <summary>Done, or still open: the older it is, the likelier it is done.</summary>
    private static FollowUp Settled(SampleSource source, FollowUp followUp)
    {
        var created = DateOnly.FromDateTime(LondonClock.ToLocal(followUp.CreatedAt));
        var about = followUp.DueOn ?? created.AddDays(20);
        var doneOn = about.AddDays(source.Between(-2, 4));
        if (doneOn <= created)
            doneOn = created.AddDays(1);
        var age = source.Today.DayNumber - about.DayNumber;
        var likely = age > 21 ? 0.97 : age > 7 ? 0.85 : 0.7;
        return doneOn < source.Today && source.Chance(likely) ? Done(followUp, source.OfficeHours(doneOn)) : followUp;
    }

    private static FollowUp PutOff(FollowUp followUp, DateOnly today)
    {
        if (followUp.State is FollowUpState.Done || followUp.DueOn is not { } due || due >= today.AddDays(-LongestLeft))
            return followUp;
        var later = today.AddDays(-1 - ((today.DayNumber - due.DayNumber) % LongestLeft));
        return followUp with
        {
            DueOn = later.DayOfWeek switch { DayOfWeek.Sunday => later.AddDays(-2), DayOfWeek.Saturday => later.AddDays(-1), _ => later },
            SnoozedTimes = 1,
            Version = 2,
        };
    }

    private static DateOnly? DueAfter(SampleSource source, DateOnly day)
    {
        if (source.Chance(WithoutDate))
            return null;
        var due = day.AddDays(source.Between(2, 21));
        return due.DayOfWeek switch
        {
            DayOfWeek.Saturday => due.AddDays(2),
            DayOfWeek.Sunday => due.AddDays(1),
            _ => due,
        };
    }

    private static string Title(SampleSource source, Visit visit, SampleEmployer employer) =>
        source.Pick(Titles)
            .Replace("{who}", Met(visit, employer)?.Name.Split(' ')[0] ?? "the manager", StringComparison.Ordinal)
            .Replace("{job}", SampleJobs.Pick(source, employer.Employer.Sector), StringComparison.Ordinal);

    private static Contact? Met(Visit visit, SampleEmployer employer) => employer.Contacts.FirstOrDefault(contact => contact.Id == visit.ContactId);
}
