namespace EmployerCrm.Core.Employers;

/// <summary>How near an employer is to the person who types; the nearest ring with a match wins.</summary>
public enum EmployerRing
{
    Mine,
    Team,
    Region,
}

/// <summary>What the reader of chat lines asks of the store. Made for one person, so that the rings are theirs.</summary>
public interface IReadingDirectory
{
    /// <summary>
    /// Employers that hold any of the keys (see <see cref="EmployerKeys"/>), those that hold most of them first. A key that many employers hold says little:
    /// an answer may leave out what only such keys found, and need not be longer than 300.
    /// </summary>
    Task<IReadOnlyList<DirectoryEmployer>> EmployersWithKeysAsync(IReadOnlyCollection<string> keys, CancellationToken cancellationToken);

    /// <summary>The client references that the person may use, as issued ("JS12").</summary>
    Task<IReadOnlyList<string>> ClientReferencesAsync(CancellationToken cancellationToken);

    /// <summary>Both, as one look where that is cheaper.</summary>
    async Task<LookedUp> LookUpAsync(IReadOnlyCollection<string> keys, CancellationToken cancellationToken) =>
        new(await EmployersWithKeysAsync(keys, cancellationToken), await ClientReferencesAsync(cancellationToken));

    /// <summary>The same employers, each with its ring: asked only for a line that leaves open which of several it means.</summary>
    Task<IReadOnlyList<DirectoryEmployer>> WithRingsAsync(IReadOnlyList<DirectoryEmployer> employers, CancellationToken cancellationToken) => Task.FromResult(employers);
}

/// <summary>What a line may be about: see <see cref="IReadingDirectory"/>.</summary>
public sealed record LookedUp(IReadOnlyList<DirectoryEmployer> Employers, IReadOnlyList<string> ClientReferences);

/// <summary>An employer as the reader needs it.</summary>
public sealed record DirectoryEmployer(Guid Id, string Name, string Town, IReadOnlyList<DirectoryContact> Contacts)
{
    /// <summary>Null where it has not been looked up: see <see cref="IReadingDirectory.WithRingsAsync"/>.</summary>
    public EmployerRing? Ring { get; init; } = EmployerRing.Region;

    /// <summary>Since when it is no longer offered; null for one that is.</summary>
    public DateOnly? ArchivedOn { get; init; }
}

/// <summary>A person at an employer.</summary>
public sealed record DirectoryContact(Guid Id, string Name, string Role);
