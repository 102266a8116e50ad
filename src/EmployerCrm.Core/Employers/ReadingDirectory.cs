using EmployerCrm.Core.People;

namespace EmployerCrm.Core.Employers;

/// <summary>What the reader of chat lines looks up, in the store and for one person: the same path in chat and in the `parse` verb.</summary>
/// <param name="archived">Whether only archived employers are found, for telling that one was typed; else none of them is.</param>
public sealed class ReadingDirectory(ICrmStore store, Actor actor, bool archived = false) : IReadingDirectory
{
    public Task<IReadOnlyList<DirectoryEmployer>> EmployersWithKeysAsync(IReadOnlyCollection<string> keys, CancellationToken cancellationToken) =>
        store.ReadAsync(async session => await session.Employers.WithRingsAsync(actor, await EmployersAsync(session, keys)), cancellationToken);

    public Task<IReadOnlyList<string>> ClientReferencesAsync(CancellationToken cancellationToken) =>
        actor.TeamId is { } teamId
            ? store.ReadAsync(session => session.Clients.ReferencesOfTeamAsync(teamId), cancellationToken)
            : Task.FromResult<IReadOnlyList<string>>([]);

    public Task<LookedUp> LookUpAsync(IReadOnlyCollection<string> keys, CancellationToken cancellationToken) => store.ReadAsync(
        async session => new LookedUp(await EmployersAsync(session, keys), actor.TeamId is { } teamId ? await session.Clients.ReferencesOfTeamAsync(teamId) : []),
        cancellationToken);

    public Task<IReadOnlyList<DirectoryEmployer>> WithRingsAsync(IReadOnlyList<DirectoryEmployer> employers, CancellationToken cancellationToken) =>
        store.ReadAsync(session => session.Employers.WithRingsAsync(actor, employers), cancellationToken);

    private async Task<IReadOnlyList<DirectoryEmployer>> EmployersAsync(ICrmSession session, IReadOnlyCollection<string> keys)
    {
        var found = await session.Employers.CandidatesAsync(actor, keys);
        return found.All(employer => employer.ArchivedOn is not null == archived) ? found : [.. found.Where(employer => employer.ArchivedOn is not null == archived)];
    }
}
