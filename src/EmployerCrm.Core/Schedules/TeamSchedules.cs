using EmployerCrm.Core.Audit;
using EmployerCrm.Core.Calendar;
using EmployerCrm.Core.People;
using EmployerCrm.Core.Placements;

namespace EmployerCrm.Core.Schedules;

/// <summary>A schedule as a team has it now.</summary>
/// <param name="Number">How often the team changed it; 0 for the one that comes with the service.</param>
public sealed record TeamSchedule(ScheduleTemplate Template, int Number);

/// <summary>A team's own schedules. What began under one goes on under it; a change is for what begins from then on.</summary>
public sealed class TeamSchedules(ICrmStore store, LondonClock clock, Ids ids, ScheduleBook book)
{
    public Task<Outcome<TeamSchedule>> ShowAsync(Actor actor, string name, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(actor);
        return store.ReadAsync<Outcome<TeamSchedule>>(
            async session =>
            {
                if (actor is not { TeamId: { } teamId, Role: Role.Specialist or Role.TeamLead })
                    return RefusalReason.NotAllowed;
                if (ScheduleBook.ShippedAs(name) is not { } shipped)
                    return RefusalReason.NotFound;
                return await session.Schedules.LatestAsync(teamId, name) is { } stored ? new TeamSchedule(ScheduleBook.Of(stored), stored.Number) : new TeamSchedule(shipped, 0);
            },
            cancellationToken);
    }

    /// <summary>The team's schedules with all their versions, and the programmes that go by them.</summary>
    public Task<Outcome<TeamSchedulesShown>> AllAsync(Actor actor, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(actor);
        var today = clock.Today;
        return store.ReadAsync<Outcome<TeamSchedulesShown>>(
            async session =>
            {
                if (actor is not { TeamId: { } teamId, Role: Role.Specialist or Role.TeamLead })
                    return RefusalReason.NotAllowed;
                var saved = (await session.Schedules.OfTeamAsync(teamId)).ToLookup(stored => stored.Name);
                var names = await PeopleNames.OfAsync(session);
                var schedules = ScheduleTemplate.Shipped.Select(shipped => new NamedSchedule(
                    shipped.Name,
                    [
                        .. saved[shipped.Name].OrderByDescending(stored => stored.Number)
                            .Select(stored => new ScheduleVersion(stored.Number, ScheduleBook.Of(stored), names.GetValueOrDefault(stored.SavedById), stored.SavedAt)),
                        new ScheduleVersion(0, shipped, null, null),
                    ],
                    book.ProgrammesOf(shipped.Name)));
                return new TeamSchedulesShown([.. schedules], today);
            },
            cancellationToken);
    }

    /// <summary>What these steps come to for a job that begins on a day; nothing is saved.</summary>
    public Task<Outcome<SchedulePreview>> PreviewAsync(Actor actor, IReadOnlyList<ScheduleStep> steps, DateOnly startsOn, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(actor);
        ArgumentNullException.ThrowIfNull(steps);
        var today = clock.Today;
        return store.ReadAsync<Outcome<SchedulePreview>>(
            async session =>
            {
                if (actor is not { TeamId: { } teamId, Role: Role.Specialist or Role.TeamLead })
                    return RefusalReason.NotAllowed;
                var template = new ScheduleTemplate("preview", steps);
                if ((PlacementRules.CheckEnd(startsOn, today) ?? Refused(template)) is { } refusal)
                    return refusal;
                return SchedulePreview.Of(template, await book.CalendarAsync(session, teamId), startsOn);
            },
            cancellationToken);
    }

    /// <summary>Saves the steps as the team's schedule of that name, with the audit. A team lead does that.</summary>
    /// <param name="expectedNumber">As it was shown; refused when somebody changed it meanwhile.</param>
    public Task<Outcome<TeamSchedule>> SaveAsync(Actor actor, string name, IReadOnlyList<ScheduleStep> steps, int expectedNumber, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(actor);
        ArgumentNullException.ThrowIfNull(steps);
        var (now, id, auditId) = (clock.Now, ids.New(), ids.New());
        return store.WriteAsync<Outcome<TeamSchedule>>(
            async session =>
            {
                if (actor is not { SpecialistId: { } specialistId, TeamId: { } teamId, Role: Role.TeamLead })
                    return RefusalReason.NotAllowed;
                if (ScheduleBook.ShippedAs(name) is null)
                    return RefusalReason.NotFound;
                var template = new ScheduleTemplate(name, steps);
                if (Refused(template) is { } refusal)
                    return refusal;
                var number = (await session.Schedules.LatestAsync(teamId, name))?.Number ?? 0;
                if (number != expectedNumber)
                    return RefusalReason.ChangedMeanwhile;
                try
                {
                    await session.Schedules.AddAsync(new StoredSchedule
                    {
                        Id = id, TeamId = teamId, Name = name, Number = number + 1, Steps = ScheduleJson.Write(steps), SavedById = specialistId, SavedAt = now,
                    });
                }
                catch (DuplicateKeyException)
                {
                    // Another node saved this number just now.
                    return RefusalReason.ChangedMeanwhile;
                }

                await session.Audit.AddAsync(AuditEntry.Of(auditId, now, actor, "schedule-saved", "schedule", id), []);
                return new TeamSchedule(template, number + 1);
            },
            cancellationToken);
    }

    private static Refusal? Refused(ScheduleTemplate template)
    {
        var problems = ScheduleRules.Problems(template).ToList();
        return problems.Count == 0 ? null : new Refusal(RefusalReason.ScheduleFaulty) { Names = [.. problems.Select(problem => problem.StepKey is { } key ? $"{key}: {problem.Fault}" : $"{problem.Fault}")] };
    }
}
