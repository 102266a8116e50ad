using System.Text.Json;
using EmployerCrm.Core.Employers;

namespace EmployerCrm.Bot.Tests.Reading;

/// <summary>A directory in memory that is looked up as the store is: by keys, most shared keys first.</summary>
internal sealed class IndexedDirectory : IReadingDirectory
{
    private const int CommonKey = 400;

    private readonly Dictionary<string, List<DirectoryEmployer>> _byKey = new(StringComparer.Ordinal);
    private readonly IReadOnlyList<string> _references;

    public IndexedDirectory(IEnumerable<DirectoryEmployer> employers, IReadOnlyList<string> references)
    {
        _references = references;
        foreach (var employer in employers)
        {
            foreach (var key in EmployerKeys.ForName(employer.Name))
            {
                if (!_byKey.TryGetValue(key, out var list))
                    _byKey[key] = list = [];
                list.Add(employer);
            }
        }
    }

    public static IndexedDirectory Load(string path)
    {
        using var file = JsonDocument.Parse(File.ReadAllText(path));
        var employers = file.RootElement.GetProperty("employers").EnumerateArray().Select((employer, index) => new DirectoryEmployer(
            Id(index, 0), employer.GetProperty("name").GetString()!, employer.GetProperty("town").GetString()!,
            [.. employer.GetProperty("contacts").EnumerateArray().Select((contact, place) => new DirectoryContact(Id(index, place + 1), contact.GetProperty("name").GetString()!, contact.GetProperty("role").GetString()!))]));
        return new IndexedDirectory(employers, [.. file.RootElement.GetProperty("clients").EnumerateArray().Select(client => client.GetString()!)]);
    }

    public static Guid Id(int employer, int contact) => new(employer + 1, (short)contact, 0, [0, 0, 0, 0, 0, 0, 0, 1]);

    public Task<IReadOnlyList<DirectoryEmployer>> EmployersWithKeysAsync(IReadOnlyCollection<string> keys, CancellationToken cancellationToken)
    {
        var shared = new Dictionary<DirectoryEmployer, int>(ReferenceEqualityComparer.Instance);
        var lists = keys.Select(key => _byKey.GetValueOrDefault(key)).OfType<List<DirectoryEmployer>>().ToList();
        var telling = lists.FindAll(list => list.Count <= CommonKey);
        foreach (var employer in (telling.Count > 0 ? telling : lists).SelectMany(list => list))
            shared[employer] = shared.GetValueOrDefault(employer) + 1;
        return Task.FromResult<IReadOnlyList<DirectoryEmployer>>([.. shared.OrderByDescending(pair => pair.Value).Take(300).Select(pair => pair.Key)]);
    }

    public Task<IReadOnlyList<string>> ClientReferencesAsync(CancellationToken cancellationToken) => Task.FromResult(_references);
}
