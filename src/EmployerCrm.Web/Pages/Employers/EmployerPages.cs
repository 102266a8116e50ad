using EmployerCrm.Core;
using EmployerCrm.Core.Disclosure;
using EmployerCrm.Core.Employers;
using EmployerCrm.Core.Engagement;
using EmployerCrm.Core.People;
using EmployerCrm.Web.SignIn;

namespace EmployerCrm.Web.Pages.Employers;

/// <summary>Puts together what the page of an employer shows.</summary>
internal sealed class EmployerPages(ICrmStore store, EmployerOverviews overviews, EmployerEngagement engagement, EmployerTimeline timeline, PermissionOverviews permissions)
{
    private const int TimelineSize = 20;

    /// <summary>Null when the employer is not there.</summary>
    public async Task<EmployerPageView?> ShowAsync(SignedInPerson person, Guid employerId, string? before, CancellationToken cancellationToken)
    {
        var actor = person.Actor;
        var shown = await overviews.ShowAsync(actor, employerId, null, cancellationToken);
        if (shown.Value is not { } employer || (await engagement.OfAsync(actor, employerId, cancellationToken)).Value is not { } level
            || (await timeline.PageAsync(actor, employerId, TimelinePlace.Parse(before), TimelineSize, cancellationToken)).Value is not { } happened)
        {
            return null;
        }

        var record = employer.Overview.Employer;
        var (teams, owner, whole, openings) = await store.ReadAsync(
            async session => (
                await session.People.TeamsAsync(),
                record.OwnerId is { } ownerId ? await session.People.SpecialistAsync(ownerId) : null,
                record.BranchOfId is { } wholeId ? await session.Employers.EmployerAsync(wholeId) : null,
                await session.Openings.OfEmployerAsync(employerId)),
            cancellationToken);
        var isOwn = EmployerAccess.IsOwnTeams(actor, record);
        return new EmployerPageView(
            record.AsSeenBy(actor),
            employer.Overview,
            teams.FirstOrDefault(team => team.Id == record.TeamId),
            owner?.Name,
            whole,
            [.. employer.Overview.People.OrderBy(contact => contact.LeftOn is not null).Select(contact => contact.AsSeenBy(actor, record))],
            [.. openings.Where(opening => opening.IsLive(employer.Today))],
            level,
            happened,
            ApproachWarning.Of(employer.Overview, employer.SpecialistId, employer.Today),
            person.Person,
            isOwn,
            isOwn && actor.Role == Role.TeamLead,
            employer.Today)
        {
            Before = before,
            Permissions = (await permissions.AtEmployerAsync(actor, employerId, cancellationToken)).Value?.Permissions ?? [],
        };
    }
}
