namespace EmployerCrm.Core.People;

public interface IPeopleRecords
{
    Task<Specialist?> SpecialistAsync(Guid id);

    /// <summary>The person with this Entra object id, also one who has left; null when unknown.</summary>
    Task<Specialist?> SpecialistWithObjectIdAsync(string objectId);

    Task<IReadOnlyList<Specialist>> SpecialistsAsync();

    Task<IReadOnlyList<Team>> TeamsAsync();

    Task AddAsync(Team team);

    Task AddAsync(Specialist specialist);
}
