namespace EmployerCrm.Core.People;

/// <summary>Which days can be leave, and who can cover.</summary>
public static class LeaveRules
{
    /// <summary>In days. A year of parental leave with what is added to it fits.</summary>
    public const int Longest = 460;

    private const int FurthestBack = 62;
    private const int FurthestAhead = 800;

    /// <summary>Everybody for themselves, the lead for their team, and the system.</summary>
    internal static bool MayKeep(Actor actor, Specialist person) =>
        actor.Role is null || (actor.Role is not Role.Admin && actor.SpecialistId == person.Id) || (actor.Role is Role.TeamLead && actor.TeamId == person.TeamId);

    internal static Refusal? Check(DateOnly from, DateOnly to, DateOnly today) =>
        to < from ? new Refusal(RefusalReason.LeaveEndsFirst)
        : to < today ? new Refusal(RefusalReason.LeaveInThePast)
        : to.DayNumber - from.DayNumber >= Longest ? new Refusal(RefusalReason.LeaveTooLong)
        : from.DayNumber < today.DayNumber - FurthestBack || from.DayNumber > today.DayNumber + FurthestAhead ? new Refusal(RefusalReason.DayUnlikely)
        : null;

    /// <summary>Who could cover somebody, by name.</summary>
    internal static async Task<IReadOnlyList<Specialist>> ColleaguesAsync(ICrmSession session, Specialist person, DateOnly today) =>
        [.. (await session.People.OfTeamAsync(person.TeamId)).Where(one => Colleagues.MayStandIn(one, person, today))];

    /// <summary>With the names of who is away and who covers.</summary>
    internal static async Task<IReadOnlyList<LeaveShown>> ShownAsync(ICrmSession session, IReadOnlyList<Leave> rows)
    {
        var shown = new List<LeaveShown>(rows.Count);
        foreach (var row in rows)
        {
            var cover = row.CoverId is { } id ? await session.People.SpecialistAsync(id) : null;
            shown.Add(new LeaveShown(row, (await session.People.SpecialistAsync(row.SpecialistId))!.Name, cover?.Name));
        }

        return shown;
    }

    /// <summary>What stands against leave on those days with that cover; the leave itself does not.</summary>
    internal static async Task<Refusal?> CheckAsync(ICrmSession session, Leave leave, Specialist person, DateOnly today)
    {
        if (Check(leave.From, leave.To, today) is { } refusal)
            return refusal;
        if ((await session.Settings.LeaveAsync([person.Id], leave.From, leave.To)).FirstOrDefault(other => other.Id != leave.Id) is { } away)
            return new Refusal(RefusalReason.LeaveOverlaps) { Days = (away.From, away.To) };
        if (leave.CoverId is not { } coverId)
            return null;
        if (await session.People.SpecialistAsync(coverId) is not { } cover || !Colleagues.MayStandIn(cover, person, today))
            return new Refusal(RefusalReason.CoverUnknown);
        var from = leave.From < today ? today : leave.From;
        return (await session.Settings.LeaveAsync([coverId], from, leave.To)) is [var off, ..]
            ? new Refusal(RefusalReason.CoverAway) { Names = [cover.Name], Days = (off.From, off.To) }
            : null;
    }
}
