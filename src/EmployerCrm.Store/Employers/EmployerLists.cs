using EmployerCrm.Core.Employers;
using EmployerCrm.Core.People;
using EmployerCrm.Store.Sql;

namespace EmployerCrm.Store.Employers;

internal sealed class EmployerLists(Session session) : IEmployerLists
{
    private const int HoldersOfATown = 5;
    private const int MostTownKeys = 60;

    public Task<IReadOnlyList<FoundEmployer>> FindAsync(Actor actor, SearchText text) => new EmployerFinder(session, actor).FindAsync(text);

    public Task<IReadOnlyList<FoundEmployer>> RecentAsync(Actor actor, int most) => new EmployerFinder(session, actor).RecentAsync(most);

    public Task<EmployerIds> PageAsync(EmployerQuery query) => new EmployerPages(session).OfAsync(query);

    public Task<IReadOnlyList<EmployerFacts>> FactsAsync(IReadOnlyCollection<Guid> ids, Guid? teamId) => new EmployerFactRows(session).OfAsync(ids, teamId);

    public Task<IReadOnlyList<PlannedThere>> PlannedAsync(IReadOnlyCollection<Guid> ids, DateOnly from) => new EmployerFactRows(session).PlannedAsync(ids, from);

    public async Task<IReadOnlyList<string>> TownsLikeAsync(string town)
    {
        var words = FoldedText.Words(town);
        var keys = KeyMarks.ForQuery(KeyMarks.Town, words).Concat(words.SelectMany(WelshMutations.OtherForms).Select(form => KeyMarks.Town + form));
        var counts = await new SearchedKeys(session).CountsAsync(keys.ToHashSet(StringComparer.Ordinal));
        var stretches = new KeyStretches(session);
        var holders = new List<Guid>();
        foreach (var count in counts.OrderByDescending(count => count.Employers).Take(MostTownKeys))
            holders.AddRange(await stretches.SomeAsync(count.Key, HoldersOfATown));
        var employers = await new EmployerRows(session).OfAsync([.. holders.Distinct()]);
        return
        [
            .. holders.Select(id => employers.GetValueOrDefault(id)?.Town).OfType<string>().GroupBy(FoldedText.Key, StringComparer.Ordinal)
                .OrderByDescending(named => named.Count()).ThenBy(named => named.Key, StringComparer.Ordinal).Select(named => named.First()),
        ];
    }

    public Task<IReadOnlyList<TimelineEntry>> TimelineAsync(Guid employerId, Guid? teamId, TimelinePlace? before, int most) =>
        new TimelineRows(session).OfAsync(employerId, teamId, before, most);
}
