using EmployerCrm.Core.Outbox;

namespace EmployerCrm.Core.Digest;

/// <summary>Rows about planned visits, each to whoever planned it.</summary>
internal static class PlanRows
{
    public static async Task<IReadOnlyList<OutboxRow>> OfAsync(
        ICrmSession session, PeopleSwept people, DateOnly day, IReadOnlyList<PlanAhead> plans, Func<SweptPerson, PlanAhead, OutboxRow?> row)
    {
        var theirs = plans.Select(plan => plan.SpecialistId).ToHashSet();
        var planners = (await people.EverybodyAsync(session, day, person => theirs.Contains(person.Id))).ToDictionary(person => person.Person.Id);
        return [.. plans.Select(plan => planners.TryGetValue(plan.SpecialistId, out var person) ? row(person, plan) : null).OfType<OutboxRow>()];
    }

    /// <summary>The row with what it is about, so that it can be cancelled when that goes away.</summary>
    public static OutboxRow? About(PlanAhead plan, OutboxRow? row) => row is null ? null : row with
    {
        SubjectId = plan.VisitId, ForDay = plan.On, EmployerId = plan.EmployerId, ClientId = plan.ClientId, TeamId = plan.TeamId,
    };
}
