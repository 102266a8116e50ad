using System.Diagnostics;
using System.Globalization;
using EmployerCrm.Core;
using EmployerCrm.Core.Calendar;
using EmployerCrm.Core.Clients;
using EmployerCrm.Core.Engagement;
using EmployerCrm.Core.FollowUps;
using EmployerCrm.Core.People;
using EmployerCrm.Core.Placements;
using EmployerCrm.Core.Privacy;
using EmployerCrm.Core.Schedules;
using EmployerCrm.Core.Visits;

namespace EmployerCrm.Benchmarks.Support;

/// <summary>
/// In-work support as the service grows: jobs that start with all that is owed from then on, starts that move, contacts that do a step and owe the next, and
/// what is due, for a person and for a team. Beside each a peer on the same file that follows no rules.
/// </summary>
internal static class SupportBenchmark
{
    private const int Newcomers = 2_000;
    private const int AtATime = 16;
    private const int Looks = 200;
    private const int PeerLooks = 10;
    private const int WarmingUp = 300;
    private const int DaysToStart = 10;
    private const int DaysInWork = 75;
    private static readonly int[] ContactsDaysAgo = [38, 19, 0];

    public static async Task RunAsync(IReadOnlyList<int> sizes, TextWriter output)
    {
        var lines = new List<(string What, string Cell, double Value)>();
        foreach (var size in sizes)
        {
            await using var store = await BenchmarkStore.OpenAsync();
            var service = new Service(store, size);
            var watch = Stopwatch.StartNew();
            await service.FillAsync();
            await output.WriteLineAsync(Text($"{size:N0} placements, {size * Service.FollowUpsOfAPlacement:N0} follow-ups, {service.Specialists.Count:N0} specialists: filled in {watch.Elapsed.TotalSeconds:N0} s."));
            await using var peer = await SupportPeer.OpenAsync(store.ConnectionString);
            lines.AddRange(await ChangesAsync(store, service, peer));
            lines.AddRange(await DueAsync(store, service, peer));
        }

        await output.WriteLineAsync($"| | {string.Join(" | ", sizes.Select(size => Text($"{size:N0} placements (peer, ratio)")))} | growth |");
        await output.WriteLineAsync($"|---|{string.Concat(sizes.Select(_ => "---|"))}---|");
        foreach (var line in lines.GroupBy(line => line.What))
            await output.WriteLineAsync(Text($"| {line.Key} | {string.Join(" | ", line.Select(cell => cell.Cell))} | {line.Last().Value / line.First().Value:F2}x |"));
    }

    private static async Task<IEnumerable<(string, string, double)>> ChangesAsync(BenchmarkStore store, Service service, SupportPeer peer)
    {
        var (clock, ids) = (new LondonClock(TimeProvider.System), new Ids(TimeProvider.System, new Random(3)));
        var schedules = new SupportSchedules(new ScheduleBook(BankHolidays.ByRule, ClientLists.Default), ids);
        var freeText = new FreeTextCheck(new FreeTextGuard(GuardWordsReader.WithDefaults().ToWords()));
        var starts = new JobStarts(store.Store, clock, ids, freeText, schedules, new EngagementOptions());
        var changes = new JobChanges(store.Store, clock, freeText, schedules, new EngagementOptions());
        var contacts = new ClientContacts(store.Store, clock, ids, schedules);
        await StartAsync(await service.NewcomersAsync("W", WarmingUp), service.Today);
        var newcomers = await service.NewcomersAsync("N", Newcomers);
        var soon = service.Today.AddDays(DaysToStart);
        var (starting, rows) = await StartAsync(newcomers, soon);
        var bare = Enumerable.Range(0, Newcomers / 10).Select(_ => ids.New()).ToList();
        var creating = await RateAsync(bare, (id, _) => peer.CreateAsync(id, soon, rows), atATime: 1);

        var moving = await RateAsync(newcomers, async (newcomer, number) =>
            Right(await changes.ChangeAsync(newcomer.Actor, new ChangeJob { ClientReference = newcomer.Reference, StartsOn = soon.AddDays(1 + (number % 5)) }, null, CancellationToken.None)));
        var shifting = await RateAsync(bare, (id, number) => peer.MoveAsync(id, 1 + (number % 5)), atATime: 1);

        var inWork = await service.NewcomersAsync("I", Newcomers);
        await StartAsync(inWork, service.Today.AddDays(-DaysInWork));
        var made = inWork.SelectMany(_ => ContactsDaysAgo, (newcomer, days) => (newcomer.Actor, newcomer.Reference, On: service.Today.AddDays(-days))).ToList();
        var extended = 0;
        var extending = await RateAsync(made, async (contact, _) =>
        {
            var done = Right(await contacts.RecordAsync(contact.Actor, new RecordClientContacts { References = [contact.Reference], On = contact.On, Way = Channel.InPerson }, null, CancellationToken.None));
            Interlocked.Add(ref extended, done.Owed?.Added.Count ?? 0);
        });
        return
        [
            Rate("jobs started a second", starting, creating), Rate("follow-ups created by them a second", starting * rows, creating * rows), Rate("starts moved a second", moving, shifting),
            Rate("contacts that do a step a second", extending, null), Rate("next steps created by them a second", extending * extended / made.Count, null),
        ];

        async Task<(double Rate, int Rows)> StartAsync(IReadOnlyList<(Actor Actor, string Reference)> clients, DateOnly on)
        {
            var owed = 0;
            var rate = await RateAsync(clients, async (client, number) =>
            {
                var start = new RecordJobStart
                {
                    ClientReference = client.Reference, EmployerId = service.Employers[number % service.Employers.Count].Id, StartsOn = on, JobTitle = "Kitchen porter", MinutesAWeek = 16 * 60,
                };
                Interlocked.Add(ref owed, Right(await starts.RecordAsync(client.Actor, start, null, CancellationToken.None)).Owed.Count);
            });
            return (rate, owed / clients.Count);
        }
    }

    private static async Task<IEnumerable<(string, string, double)>> DueAsync(BenchmarkStore store, Service service, SupportPeer peer)
    {
        var (random, today) = (new Random(11), service.Today);
        var due = new DueList(store.Store, new LondonClock(TimeProvider.System));
        var (person, team) = (new Quantiles(), new Quantiles());
        var (personPeer, teamPeer) = (new Quantiles(), new Quantiles());
        for (var look = 0; look < Looks; look++)
        {
            var (of, specialists) = service.Teams[random.Next(service.Teams.Count)];
            var who = specialists[random.Next(specialists.Count)];
            await person.MeasureAsync(() => due.AllAsync(Actor.For(who, Via.Web), CancellationToken.None));
            await team.MeasureAsync(() => store.Store.ReadAsync(session => session.FollowUps.DueOfTeamAsync(of.Id, today), CancellationToken.None));
            if (look >= PeerLooks)
                continue;
            await personPeer.MeasureAsync(() => peer.DueAsync(who.Id, null, DateOnly.MaxValue));
            await teamPeer.MeasureAsync(() => peer.DueAsync(null, of.Id, today));
        }

        return [Time("all that a person owes, p95 ms", person, personPeer), Time("what is due of a team, p95 ms", team, teamPeer)];
    }

    private static async Task<double> RateAsync<T>(IReadOnlyList<T> items, Func<T, int, Task> work, int atATime = AtATime)
    {
        var start = Stopwatch.GetTimestamp();
        await Parallel.ForEachAsync(
            items.Index(), new ParallelOptions { MaxDegreeOfParallelism = atATime }, async (item, _) => await work(item.Item, item.Index));
        return items.Count / Stopwatch.GetElapsedTime(start).TotalSeconds;
    }

    private static T Right<T>(Outcome<T> outcome)
        where T : class => outcome.Value ?? throw new InvalidOperationException($"It was refused: {outcome.Refusal!.Reason}.");

    private static (string, string, double) Rate(string what, double ours, double? peer) =>
        (what, peer is { } theirs ? Text($"{ours:N0} ({theirs:N0}, {ours / theirs:F1}x)") : Text($"{ours:N0}"), ours);

    private static (string, string, double) Time(string what, Quantiles ours, Quantiles peer) =>
        (what, Text($"{ours.Percentile95:F1} ({peer.Percentile95:F1}, {peer.Percentile95 / ours.Percentile95:F1}x)"), ours.Percentile95);

    private static string Text(FormattableString text) => text.ToString(CultureInfo.InvariantCulture);
}
