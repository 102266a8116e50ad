using EmployerCrm.Core.Employers;
using EmployerCrm.Store.Sql;

namespace EmployerCrm.Store.Employers;

/// <summary>Employers as the reader of chat lines wants them, remembered or read: with their people; how near they are, <see cref="EmployerRings"/> tells.</summary>
internal sealed class DirectoryRows(Session session)
{
    /// <summary>The employers with these ids, in the order of the ids.</summary>
    public async Task<IReadOnlyList<DirectoryEmployer>> InOrderAsync(IReadOnlyCollection<Guid> ids)
    {
        var employers = await new EmployerRows(session).RememberedOrReadAsync(ids, remembered => remembered.Candidates, ReadAsync);
        return [.. ids.Select(id => employers[id])];
    }

    private async Task<IEnumerable<KeyValuePair<Guid, DirectoryEmployer>>> ReadAsync(IReadOnlyCollection<Guid> ids)
    {
        var rows = new EmployerRows(session);
        var (employers, contacts) = (await rows.OfAsync(ids), await rows.ContactsAsync(ids));
        return employers.Values.Select(employer => KeyValuePair.Create(employer.Id, new DirectoryEmployer(
            employer.Id,
            employer.Name,
            employer.Town ?? string.Empty,
            [.. contacts[employer.Id].Select(person => new DirectoryContact(person.Id, person.Name, person.Role ?? string.Empty))])
        {
            Ring = null,
            ArchivedOn = employer.ArchivedOn,
        }));
    }
}
