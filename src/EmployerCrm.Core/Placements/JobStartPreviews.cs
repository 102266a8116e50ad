using EmployerCrm.Core.Calendar;
using EmployerCrm.Core.Clients;
using EmployerCrm.Core.Disclosure;
using EmployerCrm.Core.Employers;
using EmployerCrm.Core.FollowUps;
using EmployerCrm.Core.People;
using EmployerCrm.Core.Schedules;

namespace EmployerCrm.Core.Placements;

/// <summary>What a job start comes to, before it is recorded.</summary>
/// <param name="Employer">Where it is, with what is worth saying: archived, not to be approached. Null for one that is not in the list yet.</param>
/// <param name="Steps">What would be owed, in the order of the days.</param>
/// <param name="Permission">What the client lets this employer know; without one nothing is owed to the employer.</param>
/// <param name="OtherJobs">Other jobs of the client that are not over on the first day: two at once are allowed, and said.</param>
/// <param name="IsKnown">Whether this very start is recorded already.</param>
public sealed record JobStartPreview(
    Client Client, Employer? Employer, IReadOnlyList<PlannedStep> Steps, DisclosurePermission? Permission, IReadOnlyList<PlacementSummary> OtherJobs, bool IsKnown, DateOnly Today)
{
    /// <summary>Those of the steps that contacts have done which are recorded already.</summary>
    public IReadOnlyCollection<PlannedStep> DoneBefore { get; init; } = [];
}

/// <summary>Shows what a job start would create, by the same plan as creates it.</summary>
public sealed class JobStartPreviews(ICrmStore store, LondonClock clock, ScheduleBook book)
{
    /// <summary>What recording it would come to; nothing is saved, and what recording refuses is refused.</summary>
    public Task<Outcome<JobStartPreview>> ShowAsync(Actor actor, RecordJobStart start, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(actor);
        ArgumentNullException.ThrowIfNull(start);
        var today = clock.Today;
        return store.ReadAsync(session => ShowAsync(session, actor, start, today), cancellationToken);
    }

    private async Task<Outcome<JobStartPreview>> ShowAsync(ICrmSession session, Actor actor, RecordJobStart start, DateOnly today)
    {
        var found = await ClientChanges.OfTeamAsync(session, actor, start.ClientReference);
        if (found.Value is not { } client)
            return found.Refusal!;
        if (PlacementRules.Check(start, today) is { } refusal)
            return refusal;
        if (client.Status == ClientStatus.Closed)
            return new Refusal(RefusalReason.ClientClosed) { Names = [client.Reference] };
        var employer = start.EmployerId is { } employerId ? await session.Employers.EmployerAsync(employerId) : null;
        if (start.EmployerId is not null && employer is null)
            return RefusalReason.NotFound;
        var permission = employer is null ? null : await session.Disclosure.HoldingAsync(client.Id, employer.Id);
        var plan = new SchedulePlan((await book.CurrentAsync(session, client.TeamId, client.Programme)).Template, await book.CalendarAsync(session, client.TeamId));
        var facts = new ScheduleFacts(start.StartsOn, today, EndsOn: null, IsSupported: true, permission?.IsLive == true);
        var jobs = await session.Placements.OfClientAsync(client.Id);
        var known = jobs.FirstOrDefault(job => job.EmployerId == employer?.Id && job.StartsOn == start.StartsOn);
        var steps = Reanchoring.Of([], plan, facts).Add.OrderBy(step => step.Due).ThenBy(step => step.Opens).ToList();
        return new JobStartPreview(
            client,
            employer,
            steps,
            permission,
            [.. jobs.Where(job => job.Id != known?.Id && !(job.EndsOn <= start.StartsOn))],
            known is not null,
            today)
        {
            DoneBefore = await DoneBeforeAsync(session, client, employer, steps.FindAll(step => step.Opens <= today)),
        };
    }

    private static async Task<IReadOnlyCollection<PlannedStep>> DoneBeforeAsync(ICrmSession session, Client client, Employer? employer, List<PlannedStep> open)
    {
        if (open.Count == 0)
            return [];
        var contacts = await ContactMade.SinceAsync(session, client.Id, open.Min(step => step.Opens));
        return open.FindAll(step => step.Step.Kind != StepKind.CareTeamUpdate && contacts.Any(made => made.Does(Owed(client, employer, step))));
    }

    private static FollowUp Owed(Client client, Employer? employer, PlannedStep step)
    {
        var isCheckIn = step.Step.Kind == StepKind.EmployerCheckIn;
        return new FollowUp
        {
            Id = Guid.Empty, ClientId = client.Id, EmployerId = isCheckIn ? employer?.Id : null, OwnerId = client.OwnerId, TeamId = client.TeamId, Title = step.Step.Title,
            State = FollowUpState.Open, Kind = isCheckIn ? FollowUpKind.EmployerCheckIn : FollowUpKind.ClientContact, OpensOn = step.Opens, InPerson = step.Step.InPerson,
            CreatedAt = default, Version = 1,
        };
    }
}
