using EmployerCrm.Core;
using EmployerCrm.Core.Employers;
using EmployerCrm.Store.Employers;
using EmployerCrm.Store.Sql;

namespace EmployerCrm.Store.Rebuild;

/// <summary>Folded names and look-up keys, made again: the rules that make them improve, and old rows follow here.</summary>
internal sealed class KeyRebuild(Session session)
{
    private const string AllEmployersSql = "select id from employers";

    private const string NamesSql = "select id, name, name_key, trading_names, town, town_key, postcode, company_number, tags from employers where id in @Ids";

    private const string KeysOfManySql = "select employer_id, [key] from employer_keys where employer_id in @Ids";

    private const string ContactNamesSql = "select employer_id, name from contacts where employer_id in @Ids";

    private const string AddKeySql = "insert into employer_keys ([key], employer_id) values (@Key, @EmployerId)";

    private const string RemoveKeySql = "delete from employer_keys where [key] = @Key and employer_id = @EmployerId";

    private const string RefoldSql = "update employers set name_key = @NameKey, town_key = @TownKey where id = @Id";

    public static async Task<IReadOnlyList<Guid>> AllEmployersAsync(Session session) => await session.QueryAsync<Guid>(AllEmployersSql);

    public async Task<IReadOnlyList<string>> RunAsync(Guid[] employerIds)
    {
        var keys = (await session.QueryAsync<KeyRow>(KeysOfManySql, new { Ids = employerIds })).ToLookup(row => row.EmployerId, row => row.Key);
        var people = (await session.QueryAsync<ContactName>(ContactNamesSql, new { Ids = employerIds })).ToLookup(row => row.EmployerId, row => row.Name);
        var differences = new List<string>();
        foreach (var employer in await session.QueryAsync<NameRow>(NamesSql, new { Ids = employerIds }))
        {
            if (await RefoldAsync(employer))
                differences.Add($"folded name or town of employer {employer.Id} was made again");
            if (await MendKeysAsync(employer, [.. people[employer.Id]], [.. keys[employer.Id]]) is > 0 and { } mended)
                differences.Add($"{mended} look-up keys of employer {employer.Id} were added or removed");
        }

        return differences;
    }

    private async Task<bool> RefoldAsync(NameRow employer)
    {
        var name = FoldedColumns.Key(employer.Name);
        var town = FoldedColumns.KeyOrNull(employer.Town);
        if (employer.NameKey == name && employer.TownKey == town)
            return false;
        return await session.ExecuteAsync(RefoldSql, new { employer.Id, NameKey = name, TownKey = town }) > 0;
    }

    private async Task<int> MendKeysAsync(NameRow employer, IReadOnlyList<string> contactNames, HashSet<string> stored)
    {
        var right = FoldedColumns.Keys(new EmployerKeySource(
            employer.Name, employer.TradingNames, employer.Town, employer.Postcode, employer.CompanyNumber, employer.Tags, contactNames));
        var missing = right.Where(key => !stored.Contains(key)).ToList();
        var surplus = stored.Except(right, StringComparer.Ordinal).ToList();
        await session.ExecuteEachAsync(AddKeySql, missing.Select(key => new { Key = key, EmployerId = employer.Id }));
        await session.ExecuteEachAsync(RemoveKeySql, surplus.Select(key => new { Key = key, EmployerId = employer.Id }));
        return missing.Count + surplus.Count;
    }

    private sealed record NameRow
    {
        public required Guid Id { get; init; }

        public required string Name { get; init; }

        public required string NameKey { get; init; }

        public TextList TradingNames { get; init; }

        public string? Town { get; init; }

        public string? TownKey { get; init; }

        public string? Postcode { get; init; }

        public string? CompanyNumber { get; init; }

        public TextList Tags { get; init; }
    }

    private sealed record ContactName
    {
        public required Guid EmployerId { get; init; }

        public required string Name { get; init; }
    }

    private sealed record KeyRow
    {
        public required Guid EmployerId { get; init; }

        public required string Key { get; init; }
    }
}
