using EmployerCrm.Core.CareTeam;
using EmployerCrm.Core.Privacy;
using EmployerCrm.Core.Visits;
using EmployerCrm.Web.Pages.Components;
using EmployerCrm.Web.Pages.Permissions;

namespace EmployerCrm.Web.Pages.CareTeam;

/// <summary>A client's care team: the draft, the form for what was heard, and what was told and heard before.</summary>
public sealed record CareTeamView(CareTeamShown Shown)
{
    /// <summary>The text to be shared: drafted from what is recorded, or as it was sent.</summary>
    public FormState Share { get; init; } = new FormState().With(CareTeamEndpoints.Text, CareTeamText.Of(Shown.Facts)).With(CareTeamEndpoints.SharedOn, Days.Iso(Shown.Today))
        .With(CareTeamEndpoints.SharedWith, Shown.Updates is [var last, ..] ? last.SharedWith : null);

    public CheckedTexts? ShareGuard { get; init; }

    public FormState Heard { get; init; } = new FormState().With(CareTeamEndpoints.On, Days.Iso(Shown.Today)).With(CareTeamEndpoints.Way, Channel.Phone);

    public CheckedTexts? HeardGuard { get; init; }

    public OwedCounts Change { get; init; } = new(0, 0, 0);

    public string Name(Guid personId) => Shown.People.GetValueOrDefault(personId, "");
}
