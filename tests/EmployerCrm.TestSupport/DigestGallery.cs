using EmployerCrm.Bot;
using EmployerCrm.Bot.Cards;
using EmployerCrm.Bot.Digest;
using EmployerCrm.Core;
using EmployerCrm.Core.Conversations;
using EmployerCrm.Core.Digest;
using EmployerCrm.Core.FollowUps;
using EmployerCrm.Core.Visits;

namespace EmployerCrm.TestSupport;

/// <summary>The cards that are sent unasked, at their largest.</summary>
internal static class DigestGallery
{
    private const string User = "29:1aZ-very-long-id-of-a-person-as-the-platform-has-them-0123456789abcdefghijklmnopqrstuvwxyz";
    private static readonly Ids Ids = new(TimeProvider.System);

    public static IEnumerable<(string Name, string Json)> All(DateOnly today, IReadOnlyList<FollowUpSummary> owed, string name)
    {
        var week = new WeekProgress(today.AddDays(-5), 4, 9, 6) { ToConfirm = 1 };
        var visits = Enumerable.Range(0, 40).Select(_ => new VisitSummary
        {
            Id = Ids.New(), EmployerId = Ids.New(), EmployerName = name, State = VisitState.Planned, Channel = Channel.InPerson, On = today.AddDays(-1), At = new TimeOnly(14, 0),
        }).ToList();
        var items = DigestContents.InOrder(owed.Where(item => item.DueOn is not null).Select(item => new DigestItem(item, name)));
        var digest = new DigestContents(today, items, [.. visits.Select(visit => visit with { On = today })], visits, week);
        yield return ("digest at its largest", DigestCard.Build(digest, new DigestView(User)).ToJsonString());
        yield return ("digest, all of it", DigestCard.Build(digest, new DigestView(User) { From = 8 }).ToJsonString());
        yield return ("digest, snoozing", DigestCard.Build(digest, new DigestView(User) { Snoozing = items[0].FollowUp.Id, Problem = Texts.Get("ErrorDateNeeded") }).ToJsonString());
        yield return ("digest with a receipt", DigestCard.Build(digest, new DigestView(User) { Receipt = new DueReceipt("Done: send CV", Ids.New()) { Log = new LogOffer(Ids.New(), Ids.New(), Channel.Phone) } }).ToJsonString());
        yield return ("digest, all clear", DigestCard.Build(new DigestContents(today, [], [], [], week), new DigestView(null)).ToJsonString());

        var unsure = visits.Select(visit => new ContactToConfirm(visit, VisitFacts.Unknown, VisitFields.Reached | VisitFields.Purpose)).ToList();
        var clients = Enumerable.Range(10, 40).Select(number => $"JS{number}").ToList();
        var wrapUp = new WrapUpContents(today.AddDays(-5), today, week, visits, unsure, clients);
        var values = new WrapUpValues(new string('x', 1500), string.Join(',', clients.Take(30)), Channel.Phone, today);
        yield return ("end of a week at its largest", WrapUpCard.Build(wrapUp, new WrapUpView(User, values) { Receipt = name, UndoId = Ids.New(), Problem = Texts.Get("WrapUpNoneTicked") }).ToJsonString());
        yield return ("end of a week in which all is said", WrapUpCard.Build(new WrapUpContents(today.AddDays(-5), today, null, [], [], []), new WrapUpView(null, WrapUpValues.None)).ToJsonString());

        var members = Enumerable.Range(0, 30).Select(_ => new MemberWeek(name, week)).ToList();
        var unreachable = Enumerable.Range(0, 30).Select(_ => new UnreachablePerson { SpecialistId = Ids.New(), Name = name, TeamName = name }).ToList();
        yield return ("a team's last week at its largest", LeadSummaryCard.Build(new LeadOverview(name, today.AddDays(-12), today, members, unreachable, 41, 7, 12, [name, name, name], today.AddDays(-56))).ToJsonString());
        yield return ("a team's last week, quiet", LeadSummaryCard.Build(new LeadOverview("Leeds", today.AddDays(-12), today, [], [], 0, 0, 0, [], today.AddDays(-56))).ToJsonString());
    }
}
