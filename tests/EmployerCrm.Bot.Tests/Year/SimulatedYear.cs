using EmployerCrm.Core.Outbox;

namespace EmployerCrm.Bot.Tests.Year;

/// <summary>
/// A year of two teams in two nations, hour by hour: part-timers, leave with and without cover, leavers, jobs that start, move and end, permissions given and
/// revoked, both clock changes, a week in which the host is down. What came to each person is held against an oracle that knows the rules and nothing of the service.
/// </summary>
public sealed class SimulatedYear
{
    private static readonly Dictionary<Guid, HashSet<Guid>> Nobody = [];

    private readonly List<string> _wrong = [];
    private readonly HashSet<(Guid Id, DateOnly DueOn)> _everOwed = [];
    private readonly List<(Guid ClientId, DateOnly DueOn)> _contactsOwed = [];
    private int _digests;
    private int _items;

    [Fact]
    public async Task Everything_owed_is_shown_on_its_day_to_its_person_once_and_in_nobodys_quiet_hours()
    {
        var scale = YearScale.OfEnvironment();
        var random = new Random(scale.Seed);
        await using var connector = await YearConnector.StartAsync();
        await using var service = await YearService.StartAsync(random);
        var town = await YearTown.FoundAsync(service.Store, service.Ids, random, scale.People, connector.ServiceUrl);
        var (life, oracle) = (new YearLife(service, town, random), new YearOracle(town.People));
        using var rows = new YearRows(service.Database);
        var outage = (From: YearCalendar.Start.AddDays(scale.Days * 0.6), To: YearCalendar.Start.AddDays((scale.Days * 0.6) + 7));

        for (var hour = 0; hour < scale.Days * 24; hour++)
        {
            service.Clock.Advance(TimeSpan.FromHours(1));
            var now = service.Clock.GetUtcNow();
            if (now >= outage.From && now < outage.To)
                continue;
            var expected = Expected(oracle, town, rows, now);
            await service.WorkAsync();
            Compare(expected, town, rows, connector.TakeHour(), now);
            await life.HourAsync(now, rows);
            if (_wrong.Count > 30)
                break;
        }

        CompareJobs(town, YearCalendar.DayOf(service.Clock.GetUtcNow()), outage);
        var told = $"seed {scale.Seed}, {scale.People} people, {scale.Days} days: {_digests} digests with {_items} items, {town.Jobs.Count} jobs; {string.Join(", ", rows.States())}; {string.Join(", ", rows.Jobs())}";
        TestContext.Current.TestOutputHelper?.WriteLine(told);
        Assert.True(_wrong.Count == 0, told + "\n" + string.Join('\n', _wrong.Take(30)));
        Assert.Empty(service.Faults.All);
        Assert.True(_digests > scale.People * scale.Days / 10, told);
    }

    /// <summary>What the rules say must come in this hour, from what lies on the disk before it.</summary>
    private ExpectedHour Expected(YearOracle oracle, YearTown town, YearRows rows, DateTimeOffset now)
    {
        var day = YearCalendar.DayOf(now);
        var digests = town.People.Where(person => oracle.DigestFallsTo(person, now)).ToList();
        var wrapUps = town.People.Where(person => oracle.WrapUpFallsTo(person, now)).Select(person => person.Id).ToHashSet();
        var hour = YearCalendar.LondonTime(now).Hour;
        if (digests.Count == 0 && hour is < 8 or > 19)
            return new ExpectedHour(Nobody, wrapUps, []);
        var plans = rows.Plans();
        if (digests.Count == 0)
            return new ExpectedHour(Nobody, wrapUps, oracle.QuestionsIn(now, plans));
        var owed = rows.Owed();
        Remember(town, owed, day);
        var shown = digests.ToDictionary(person => person.Id, person => oracle.Digest(person, day, owed))
            .Where(entry => entry.Value.Count > 0 || YearOracle.HasPlans(town.People.First(person => person.Id == entry.Key), day, plans))
            .ToDictionary(entry => entry.Key, entry => entry.Value);
        return new ExpectedHour(shown, wrapUps, oracle.QuestionsIn(now, plans));
    }

    private void Compare(ExpectedHour expected, YearTown town, YearRows rows, IReadOnlyList<Received> received, DateTimeOffset now)
    {
        var sent = rows.SentAt(now);
        foreach (var person in town.People)
        {
            var mine = sent.FindAll(row => row.RecipientId == person.Id);
            var came = received.Count(message => message.Conversation == person.Conversation);
            if (came != mine.Count)
                Wrong(now, person, $"{came} messages came, {mine.Count} are said to be sent");
            if (came > 0 && (person.IsQuiet(now) || !person.IsHere(YearCalendar.DayOf(now))))
                Wrong(now, person, "a message came in quiet hours, or after they left");
            CompareDigest(expected, person, mine, rows, received, now);
            var wrapUps = mine.Count(row => row.Kind == OutboxKinds.WrapUp);
            if (wrapUps != (expected.WrapUps.Contains(person.Id) ? 1 : 0))
                Wrong(now, person, $"{wrapUps} wrap-ups");
        }

        var asked = sent.Where(row => row.Kind == OutboxKinds.VisitQuestion).Select(row => row.SubjectId!.Value).ToList();
        foreach (var missing in expected.Questions.Except(asked))
            Wrong(now, null, $"nobody was asked about visit {missing}");
        if (asked.Distinct().Count() != asked.Count)
            Wrong(now, null, "a visit was asked about twice");
    }

    private void CompareDigest(ExpectedHour expected, YearPerson person, List<SentRow> mine, YearRows rows, IReadOnlyList<Received> received, DateTimeOffset now)
    {
        var digests = mine.Count(row => row.Kind == OutboxKinds.Digest);
        if (!expected.Digests.TryGetValue(person.Id, out var items))
        {
            if (digests > 0)
                Wrong(now, person, "a digest that the rules know nothing of");
            return;
        }

        if (digests != 1)
        {
            Wrong(now, person, $"{digests} digests, expected one of {items.Count} items");
            return;
        }

        _digests++;
        _items += items.Count;
        var shown = items.Count == 0 ? [] : rows.Numbers(person.Id);
        if (!shown.SetEquals(items))
            Wrong(now, person, $"missing {string.Join(", ", items.Except(shown))}; too much {string.Join(", ", shown.Except(items))}");
        var body = string.Concat(received.Where(message => message.Conversation == person.Conversation).Select(message => message.Body));
        if (items.Count > 0 && items.Count(item => body.Contains(item.ToString(), StringComparison.OrdinalIgnoreCase)) < Math.Min(items.Count, 2))
            Wrong(now, person, "the card does not hold its items");
        person.Today = items;
    }

    /// <summary>Nothing is owed to an employer without a permission that holds; what is owed for clients is kept for the end.</summary>
    private void Remember(YearTown town, IReadOnlyList<OwedRow> owed, DateOnly day)
    {
        foreach (var item in owed)
        {
            if (item.Kind == "EmployerCheckIn" && !town.Clients.Exists(client => client.Id == item.ClientId && client.Permitted.Contains(item.EmployerId!.Value)))
                _wrong.Add($"{day:yyyy-MM-dd}: a check-in is owed to an employer who may be told nothing: {item}");
            if (item is { Kind: "ClientContact", ClientId: { } client } && _everOwed.Add((item.Id, item.DueOn)))
                _contactsOwed.Add((client, item.DueOn));
        }
    }

    /// <summary>After a start somebody is to be seen within three working days, however often the start was moved.</summary>
    private void CompareJobs(YearTown town, DateOnly today, (DateTimeOffset From, DateTimeOffset To) outage)
    {
        foreach (var job in town.Jobs.Where(job => !job.IsDisturbed && job.StartsOn < today.AddDays(-10)
            && !(job.StartsOn.AddDays(8) >= YearCalendar.DayOf(outage.From) && job.StartsOn.AddDays(-3) <= YearCalendar.DayOf(outage.To))))
        {
            if (!_contactsOwed.Exists(owed => owed.ClientId == job.Client.Id && owed.DueOn >= job.StartsOn && owed.DueOn <= job.StartsOn.AddDays(7)))
                _wrong.Add($"nobody owed {job.Client.Reference} a contact after the start on {job.StartsOn:yyyy-MM-dd}");
        }
    }

    private void Wrong(DateTimeOffset now, YearPerson? person, string what) =>
        _wrong.Add($"{YearCalendar.LondonTime(now):ddd yyyy-MM-dd HH:mm} {person?.Row.Name} ({person?.Settings.DigestAt}, {person?.Settings.WorkingDays}): {what}");

    private sealed record ExpectedHour(IReadOnlyDictionary<Guid, HashSet<Guid>> Digests, HashSet<Guid> WrapUps, HashSet<Guid> Questions);
}
