namespace EmployerCrm.Core.People;

/// <summary>What people are called, leavers included, for lists that name many.</summary>
internal static class PeopleNames
{
    /// <summary>By their keys.</summary>
    public static async Task<Dictionary<Guid, string>> OfAsync(ICrmSession session) =>
        (await session.People.SpecialistsAsync()).ToDictionary(person => person.Id, person => person.Name);
}
