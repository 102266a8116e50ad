namespace EmployerCrm.Core.People;

/// <summary>Through what a use case was called; kept in the audit.</summary>
public enum Via
{
    Chat,
    Web,
    CommandLine,
    Job,
}

/// <summary>Who is acting. Every use case takes one and refuses what the person may not do.</summary>
/// <param name="SpecialistId">The person; null for the system itself (seed, jobs).</param>
/// <param name="TeamId">The person's team; null for the system itself.</param>
/// <param name="Role">What the person may do; null for the system itself, which may do all.</param>
public sealed record Actor(Guid? SpecialistId, Guid? TeamId, Role? Role, Via Via)
{
    /// <summary>The service itself: sample data, imports, jobs.</summary>
    public static Actor System(Via via) => new(null, null, null, via);

    public static Actor For(Specialist person, Via via) => new(person.Id, person.TeamId, person.Role, via);

    /// <summary>Whether people and teams may be kept: by admins, and by the system itself.</summary>
    public bool Administers => Role is null or People.Role.Admin;

    /// <summary>Whether rows of this team that a client is linked to may be seen and changed.</summary>
    public bool WorksIn(Guid teamId) => Role is null || (TeamId == teamId && Role is not People.Role.Admin);
}
