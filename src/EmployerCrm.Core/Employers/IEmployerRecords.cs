using EmployerCrm.Core.People;

namespace EmployerCrm.Core.Employers;

public interface IEmployerRecords
{
    Task<Employer?> EmployerAsync(Guid id);

    Task<Contact?> ContactAsync(Guid id);

    /// <summary>People at the employer, by name.</summary>
    Task<IReadOnlyList<Contact>> ContactsAsync(Guid employerId);

    /// <summary>
    /// Employers that share at least one of these keys, with their people and the ring they lie in for the actor, those sharing the rarest keys
    /// first and at most 200. Never a scan: the time does not grow with the number of employers.
    /// </summary>
    Task<IReadOnlyList<DirectoryEmployer>> WithKeysAsync(Actor actor, IReadOnlyCollection<string> keys);

    /// <summary>The same without the rings, which cost more than the rest and seldom decide anything.</summary>
    Task<IReadOnlyList<DirectoryEmployer>> CandidatesAsync(Actor actor, IReadOnlyCollection<string> keys);

    /// <summary>The same employers, each with the ring it lies in for the actor.</summary>
    Task<IReadOnlyList<DirectoryEmployer>> WithRingsAsync(Actor actor, IReadOnlyList<DirectoryEmployer> employers);

    Task<IReadOnlyList<EmployerActivity>> ActivityAsync(Guid employerId);

    /// <summary>Everything a person may read about the employer, in a handful of statements; null when it is not there.</summary>
    /// <param name="teamId">The team whose open follow-ups are told; null for none.</param>
    /// <param name="today">The day from which planned visits count as still to come.</param>
    Task<EmployerOverview?> OverviewAsync(Guid employerId, Guid? teamId, DateOnly today);

    /// <summary>Adds the employer with its look-up keys (<see cref="EmployerKeySource.Keys"/>).</summary>
    Task AddAsync(Employer employer);

    /// <summary>Adds the contact; the employer is found by their name from now on.</summary>
    Task AddAsync(Contact contact);

    /// <summary>Saves the employer and what it is found by; false when the version moved on.</summary>
    Task<bool> SaveAsync(Employer employer, int expectedVersion);

    /// <summary>Saves the contact and what the employer is found by; false when the version moved on.</summary>
    Task<bool> SaveAsync(Contact contact, int expectedVersion);

    /// <summary>Removes the employer with its keys unless anything refers to it or its version moved on; tells whether it was removed.</summary>
    Task<bool> RemoveEmployerIfUnusedAsync(Guid id, int version);

    /// <summary>Removes the contact unless anything refers to it or its version moved on; tells whether it was removed.</summary>
    Task<bool> RemoveContactIfUnusedAsync(Guid id, int version);

    /// <summary>Counts one contact of the specialist with the employer.</summary>
    Task CountActivityAsync(Guid employerId, Guid specialistId, DateOnly on, bool inPerson);

    /// <summary>Recomputes the specialist's row for this employer from the visits, after one was removed or changed.</summary>
    Task RecountActivityAsync(Guid employerId, Guid specialistId);
}
