using EmployerCrm.Core.Employers;
using EmployerCrm.Core.People;
using EmployerCrm.Store.Employers;

namespace EmployerCrm.Store.Remembering;

/// <summary>What was read of the directory at one version of it. The rows are the same for everybody who sees that version, and nobody changes them.</summary>
internal sealed class Remembered(long version)
{
    private const int MostRows = 20_000;
    private const int MostKeys = 200_000;

    public long Version { get; } = version;

    public Shelf<string, Specialist> PeopleByObjectId { get; } = new(MostRows);

    public Shelf<Guid, Specialist> People { get; } = new(MostRows);

    public Shelf<Guid, PersonSettings> Settings { get; } = new(MostRows);

    public Shelf<Guid, IReadOnlyList<string>> ReferencesByTeam { get; } = new(MostRows);

    public Shelf<Guid, Employer> Employers { get; } = new(MostRows);

    /// <summary>Employers with their people, as lines are compared with them; without rings, which are different for everybody.</summary>
    public Shelf<Guid, DirectoryEmployer> Candidates { get; } = new(MostRows);

    public Shelf<Guid, IReadOnlyList<Contact>> ContactsByEmployer { get; } = new(MostRows);

    /// <summary>How many employers hold a key; 0 for a key that nobody holds. Single words as typed and their slips, so in memory only.</summary>
    public Shelf<string, int> KeyCounts { get; } = new(MostKeys);

    /// <summary>Of the keys of a word as typed (see <see cref="EmployerKeys.OfWord"/>) those that employers hold; none for most words of a line.</summary>
    public Shelf<string, KeyCount[]> WordKeys { get; } = new(MostKeys);

    public Shelf<string, Guid[]> KeyHolders { get; } = new(MostKeys);
}
