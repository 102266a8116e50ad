using EmployerCrm.Core.People;

namespace EmployerCrm.Core.Employers;

/// <summary>Who may change an employer and its people: the team that looks after it. Everybody else asks that team.</summary>
public static class EmployerAccess
{
    /// <summary>Whether the person may read and change what only the employer's team sees: needs, notes, and how its people are reached.</summary>
    public static bool IsOwnTeams(Actor actor, Employer employer)
    {
        ArgumentNullException.ThrowIfNull(actor);
        ArgumentNullException.ThrowIfNull(employer);
        return actor.WorksIn(employer.TeamId);
    }

    /// <summary>Null when the actor may change it; else a refusal that names whom to ask.</summary>
    internal static async Task<Refusal?> RefusalAsync(ICrmSession session, Actor actor, Employer employer)
    {
        if (IsOwnTeams(actor, employer))
            return null;
        if (actor.Role is Role.Admin)
            return new Refusal(RefusalReason.NotAllowed);
        var team = await session.People.TeamAsync(employer.TeamId);
        return new Refusal(RefusalReason.OfAnotherTeam) { Names = [employer.Name, team?.Name ?? string.Empty] };
    }

    /// <summary>The employer as this person may see it: without its team's needs and notes for anybody else.</summary>
    public static Employer AsSeenBy(this Employer employer, Actor actor) =>
        IsOwnTeams(actor, employer) ? employer : employer with { Needs = null, NeedsRecordedOn = null, Notes = null, Source = null };

    /// <summary>A person at the employer as this person may see them: others learn who is there and whom not to approach, not how they are reached.</summary>
    public static Contact AsSeenBy(this Contact contact, Actor actor, Employer employer)
    {
        ArgumentNullException.ThrowIfNull(contact);
        return IsOwnTeams(actor, employer)
            ? contact
            : contact with { Email = null, Phone = null, PhoneExtension = null, BestTime = null, PreferredChannel = null, LawfulBasis = null, ToldOn = null };
    }
}
