using EmployerCrm.Core.Calendar;
using EmployerCrm.Core.Clients;
using EmployerCrm.Core.People;

namespace EmployerCrm.Web.Sample;

/// <summary>Caseloads: the known references belong to Alex, the others are issued as the service issues them.</summary>
internal static class SampleClients
{
    private const string Programme = "IPS in secondary care";
    private const int FullCaseload = 18;
    private const int LeadsCaseload = 6;
    private const int ClosedAfterDays = 360;

    // No letter or digit that is taken for another.
    private static readonly char[] Letters = [.. "ACDEFGHJKLMNPRTUVWXY"];
    private static readonly char[] Digits = [.. "2346789"];

    // Postcode areas of the region, and pairs that stand before a number in ordinary writing.
    private static readonly HashSet<string> Taken = 
        ["HX", "WF", "HD", "HG", "DN", "HU", "DL", "HR", "CV", "PA", "AM", "PM", "TV", "UK", "EU", "AC", "PC", "CA", "LA", "NE"];

    public static IReadOnlyList<SampleClient> Make(SampleSource source, SamplePeople people)
    {
        var references = new HashSet<string>(SampleDirectory.Known.Clients, StringComparer.Ordinal);
        var clients = new List<SampleClient>();
        foreach (var specialist in people.Specialists)
        {
            var caseload = specialist.Role is Role.TeamLead ? LeadsCaseload : FullCaseload + source.Between(-2, 3);
            var known = specialist == people.Alex ? SampleDirectory.Known.Clients : [];
            clients.AddRange(known.Select(reference => Client(source, specialist, reference, closedToo: false)));
            for (var i = known.Count; i < caseload; i++)
                clients.Add(Client(source, specialist, Issue(source, references), closedToo: true));
        }

        return clients;
    }

    private static SampleClient Client(SampleSource source, Specialist owner, string reference, bool closedToo)
    {
        var enteredOn = source.DayBetween(source.FirstDay, source.Today.AddDays(-20));
        var client = new Client
        {
            Id = source.NewId(LondonClock.ToInstant(enteredOn.ToDateTime(new TimeOnly(9, 30)))),
            Reference = reference,
            OwnerId = owner.Id,
            TeamId = owner.TeamId,
            Programme = Programme,
            EnteredOn = enteredOn,
            Status = Status(source, source.Today.DayNumber - enteredOn.DayNumber, closedToo),
            CheckReference = false,
        };
        if (client.Status is ClientStatus.Closed)
            client = client with { ClosedOn = enteredOn.AddDays(ClosedAfterDays), ClosingReason = ClosingReason.SupportNoLongerNeeded };
        return new SampleClient(client, [.. Enumerable.Range(0, source.Between(1, 3)).Select(_ => source.Pick(ClientLists.Default.JobTypes)).Distinct(StringComparer.Ordinal)]);
    }

    private static ClientStatus Status(SampleSource source, int daysInProgramme, bool closedToo) => daysInProgramme switch
    {
        > 365 when closedToo && source.Chance(0.4) => source.Chance(0.5) ? ClientStatus.SteppedDown : ClientStatus.Closed,
        > 120 when source.Chance(0.4) => ClientStatus.InWork,
        _ => ClientStatus.JobSearch,
    };

    private static string Issue(SampleSource source, HashSet<string> references)
    {
        while (true)
        {
            var reference = new string([source.Pick(Letters), source.Pick(Letters), source.Pick(Digits), source.Pick(Digits)]);
            var farApart = references.All(other => Differences(other, reference) >= 2)
                && SampleDirectory.Known.Clients.All(known => Differences(known, reference) >= 3);
            if (farApart && !Taken.Contains(reference[..2]) && references.Add(reference))
                return reference;
        }
    }

    /// <summary>References are kept apart, so that a slip in one is never another, and looks like no known one.</summary>
    private static int Differences(string one, string other) => one.Zip(other).Count(pair => pair.First != pair.Second);
}
