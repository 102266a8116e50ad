using EmployerCrm.Core.FollowUps;
using EmployerCrm.Core.Privacy;
using EmployerCrm.Web.Pages.Components;

namespace EmployerCrm.Web.Pages.FollowUps;

/// <summary>The page of one follow-up.</summary>
/// <param name="Form">The comment that is being written.</param>
public sealed record FollowUpView(FollowUpOverview Owed, FormState Form)
{
    public CheckedTexts? Guard { get; init; }

    /// <summary>Set when it was just done and was a contact that can be logged.</summary>
    public Guid? ToLog { get; init; }
}
