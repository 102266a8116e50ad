using EmployerCrm.Core.Employers;
using EmployerCrm.Store.Remembering;
using EmployerCrm.Store.Sql;

namespace EmployerCrm.Store.Employers;

/// <summary>Employers and their contacts, remembered or read.</summary>
internal sealed class EmployerRows(Session session)
{
    private const string EmployersSql = """
        select id, name, trading_names, branch_of_id, town, sector, sic_section, sic_division, size_band, legal_form, company_number, address, postcode, website, tags,
          disability_confident_level, disability_confident_ends_on, source, needs, needs_recorded_on, notes, do_not_approach_since, archived_on,
          team_id, owner_id, created_at, version
        from employers
        where id in @Ids
        """;

    private const string ContactsSql = $"select {ContactRecords.Columns} from contacts where employer_id in @Ids order by name_key";

    /// <summary>Those of the employers that are there, by id.</summary>
    public Task<Dictionary<Guid, Employer>> OfAsync(IReadOnlyCollection<Guid> ids) => RememberedOrReadAsync(
        ids,
        remembered => remembered.Employers,
        async missing => (await session.QueryInChunksAsync<Employer, Guid>(EmployersSql, missing, chunk => new { Ids = chunk }))
            .Select(employer => KeyValuePair.Create(employer.Id, employer)));

    /// <summary>The contacts of each employer, by name.</summary>
    public Task<Dictionary<Guid, IReadOnlyList<Contact>>> ContactsAsync(IReadOnlyCollection<Guid> ids) => RememberedOrReadAsync(
        ids,
        remembered => remembered.ContactsByEmployer,
        async missing =>
        {
            var contacts = (await session.QueryInChunksAsync<Contact, Guid>(ContactsSql, missing, chunk => new { Ids = chunk })).ToLookup(contact => contact.EmployerId);
            return missing.Select(id => KeyValuePair.Create<Guid, IReadOnlyList<Contact>>(id, [.. contacts[id]]));
        });

    /// <summary>What a shelf holds of these employers, by id; what it lacks is read, and from now on remembered.</summary>
    public async Task<Dictionary<Guid, T>> RememberedOrReadAsync<T>(
        IReadOnlyCollection<Guid> ids, Func<Remembered, Shelf<Guid, T>> shelf, Func<IReadOnlyCollection<Guid>, Task<IEnumerable<KeyValuePair<Guid, T>>>> read)
    {
        var remembered = await session.RememberedAsync();
        var kept = remembered is null ? null : shelf(remembered);
        var (found, missing) = (new Dictionary<Guid, T>(ids.Count), new List<Guid>());
        foreach (var id in ids)
        {
            if (kept is not null && kept.TryGet(id, out var known))
                found[id] = known;
            else
                missing.Add(id);
        }

        if (missing.Count == 0)
            return found;
        foreach (var (id, row) in await read(missing))
        {
            found[id] = row;
            if (session.MayRemember)
                kept?.Keep(id, row);
        }

        return found;
    }
}
