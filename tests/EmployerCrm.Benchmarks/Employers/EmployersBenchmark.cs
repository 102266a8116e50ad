using System.Globalization;
using EmployerCrm.Core.Calendar;
using EmployerCrm.Core.Employers;
using EmployerCrm.Core.Engagement;
using EmployerCrm.Core.Privacy;

namespace EmployerCrm.Benchmarks.Employers;

/// <summary>
/// Searching while typing, the employer list and the employer page as the number of employers grows, each beside a peer in the same run that a program without
/// keys, summaries and indexes for it would send: LIKE over the names, one sorted query, a scan of the visits.
/// </summary>
internal static class EmployersBenchmark
{
    private const int Repeats = 60;
    private const int PeerRepeats = 15;
    private const int Warming = 5;
    private const int RowsOfAPage = 50;

    public static async Task RunAsync(IReadOnlyList<int> sizes, TextWriter output)
    {
        var table = new EmployersTable();
        foreach (var size in sizes)
        {
            await using var store = await BenchmarkStore.OpenAsync();
            var region = new Region(store, size);
            await region.FillAsync();
            await using var peer = await Peer.OpenAsync(store.ConnectionString);
            var clock = new LondonClock(TimeProvider.System);
            await SearchAsync(store, region, peer, table);
            await ListAsync(store, region, peer, clock, table);
            await PageAsync(store, region, peer, clock, table);
            await output.WriteLineAsync(string.Create(CultureInfo.InvariantCulture, $"{size:N0} employers measured."));
        }

        await table.WriteAsync(output);
    }

    private static async Task SearchAsync(BenchmarkStore store, Region region, Peer peer, EmployersTable table)
    {
        var searching = new EmployerSearching(store.Store);
        for (var way = 0; way < Typing.Count; way++)
        {
            var typing = new Typing(region, new Random(way));
            var (ours, theirs) = (new Quantiles(), new Quantiles());
            var (meant, found) = (0, 0);
            for (var warming = 0; warming < Warming; warming++)
                await searching.SuggestAsync(store.Actor, typing.Next(way).Typed, 10, CancellationToken.None);
            for (var repeat = 0; repeat < Repeats; repeat++)
            {
                var (typed, id) = typing.Next(way);
                IReadOnlyList<SuggestedEmployer> suggested = [];
                await ours.MeasureAsync(async () => suggested = await searching.SuggestAsync(store.Actor, typed, 10, CancellationToken.None));
                (meant, found) = (meant + (id is null ? 0 : 1), found + (id is not null && suggested.Any(employer => employer.Id == id) ? 1 : 0));
                if (repeat < PeerRepeats)
                    await theirs.MeasureAsync(() => peer.LikeAsync(Typing.Longest(typed)));
            }

            table.Add($"search: {Typing.Names[way]}", region.Employers.Count, ours, theirs, meant == 0 ? null : 100.0 * found / meant);
        }
    }

    private static async Task ListAsync(BenchmarkStore store, Region region, Peer peer, LondonClock clock, EmployersTable table)
    {
        var list = new EmployerList(store.Store, clock, new EngagementOptions());
        var random = new Random(1);
        (string Name, Func<EmployerFilter> Filter, EmployerSort Sort)[] pages =
        [
            ("all, by name", () => new EmployerFilter(), EmployerSort.Default),
            ("all, last contact first", () => new EmployerFilter(), new EmployerSort(EmployerColumn.LastContact, Descending: true)),
            ("all, highest level first", () => new EmployerFilter(), new EmployerSort(EmployerColumn.Level, Descending: true)),
            ("mine, longest without contact", () => new EmployerFilter { OwnerId = store.Actor.SpecialistId }, new EmployerSort(EmployerColumn.LastContact)),
            ("of a town", () => new EmployerFilter { Place = region.Employers[random.Next(region.Employers.Count)].Town }, EmployerSort.Default),
            ("of a division and level", () => new EmployerFilter { SicDivision = $"{10 + random.Next(60)}", Level = 2 }, EmployerSort.Default),
            ("with a tag", () => new EmployerFilter { Tag = "living wage" }, new EmployerSort(EmployerColumn.Level, Descending: true)),
            ("quiet for 90 days", () => new EmployerFilter { QuietForDays = 90 }, EmployerSort.Default),
            ("text", () => new EmployerFilter { Text = region.Employers[random.Next(region.Employers.Count)].Name }, EmployerSort.Default),
        ];
        foreach (var (name, filter, sort) in pages)
        {
            var (ours, theirs) = (new Quantiles(), new Quantiles());
            for (var warming = 0; warming < Warming; warming++)
                await list.PageAsync(store.Actor, filter(), sort, 1, RowsOfAPage, CancellationToken.None);
            for (var repeat = 0; repeat < Repeats; repeat++)
            {
                var chosen = filter();
                await ours.MeasureAsync(() => list.PageAsync(store.Actor, chosen, sort, 1, RowsOfAPage, CancellationToken.None));
                if (repeat < PeerRepeats)
                    await theirs.MeasureAsync(() => peer.ListAsync(chosen, sort, RowsOfAPage));
            }

            table.Add($"list: {name}", region.Employers.Count, ours, theirs, null);
        }
    }

    private static async Task PageAsync(BenchmarkStore store, Region region, Peer peer, LondonClock clock, EmployersTable table)
    {
        var freeText = new FreeTextCheck(new FreeTextGuard(GuardWordsReader.WithDefaults().ToWords()));
        var engagement = new EmployerEngagement(store.Store, clock, new Core.Ids(TimeProvider.System), new EngagementOptions(), freeText);
        var (overviews, timeline) = (new EmployerOverviews(store.Store, clock), new EmployerTimeline(store.Store));
        var random = new Random(2);
        foreach (var (name, chosen) in new (string, Func<Guid>)[]
        {
            ("any employer", () => region.Employers[random.Next(region.Employers.Count)].Id), ("one with 400 contacts", () => region.Busiest.Id),
        })
        {
            var (ours, theirs) = (new Quantiles(), new Quantiles());
            for (var warming = 0; warming < Warming; warming++)
                await ReadAsync(chosen());
            for (var repeat = 0; repeat < Repeats; repeat++)
            {
                var id = chosen();
                await ours.MeasureAsync(() => ReadAsync(id));
                if (repeat < PeerRepeats)
                    await theirs.MeasureAsync(() => peer.HistoryAsync(id, RowsOfAPage));
            }

            table.Add($"page: {name}", region.Employers.Count, ours, theirs, null);
        }

        async Task ReadAsync(Guid id)
        {
            await overviews.ShowAsync(store.Actor, id, null, CancellationToken.None);
            await engagement.OfAsync(store.Actor, id, CancellationToken.None);
            await timeline.PageAsync(store.Actor, id, null, RowsOfAPage, CancellationToken.None);
        }
    }
}
