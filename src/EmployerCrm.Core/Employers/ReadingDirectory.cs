using EmployerCrm.Core.People;

namespace EmployerCrm.Core.Employers;

/// <summary>What the reader of chat lines looks up, in the store and for one person: the same path in chat and in the `parse` verb.</summary>
public sealed class ReadingDirectory(ICrmStore store, Actor actor) : IReadingDirectory
{
    public Task<IReadOnlyList<DirectoryEmployer>> EmployersWithKeysAsync(IReadOnlyCollection<string> keys, CancellationToken cancellationToken) =>
        keys.Count == 0
            ? Task.FromResult<IReadOnlyList<DirectoryEmployer>>([])
            : store.ReadAsync(session => session.Employers.WithKeysAsync(actor, keys), cancellationToken);

    public Task<IReadOnlyList<string>> ClientReferencesAsync(CancellationToken cancellationToken) =>
        actor.TeamId is { } teamId
            ? store.ReadAsync(session => session.Clients.ReferencesOfTeamAsync(teamId), cancellationToken)
            : Task.FromResult<IReadOnlyList<string>>([]);

    public Task<LookedUp> LookUpAsync(IReadOnlyCollection<string> keys, CancellationToken cancellationToken) => store.ReadAsync(
        async session => new LookedUp(
            keys.Count == 0 ? [] : await session.Employers.WithKeysAsync(actor, keys),
            actor.TeamId is { } teamId ? await session.Clients.ReferencesOfTeamAsync(teamId) : []),
        cancellationToken);
}
