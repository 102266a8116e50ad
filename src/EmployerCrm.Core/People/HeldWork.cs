namespace EmployerCrm.Core.People;

/// <summary>What somebody is responsible for now, by the ids of the records.</summary>
public sealed record HeldWork(IReadOnlyList<Guid> FollowUps, IReadOnlyList<Guid> PlannedVisits, IReadOnlyList<Guid> Employers, IReadOnlyList<Guid> Clients)
{
    public int Total => FollowUps.Count + PlannedVisits.Count + Employers.Count + Clients.Count;

    /// <summary>All of them, with the kind of record as the audit has it.</summary>
    public IEnumerable<(string Kind, Guid Id)> Records =>
        FollowUps.Select(id => ("follow-up", id)).Concat(PlannedVisits.Select(id => ("visit", id)))
            .Concat(Employers.Select(id => ("employer", id))).Concat(Clients.Select(id => ("client", id)));
}
