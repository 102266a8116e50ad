using EmployerCrm.Core.FollowUps;
using EmployerCrm.Core.People;
using EmployerCrm.Web.Pages.Components;

namespace EmployerCrm.Web.Pages.FollowUps;

/// <summary>What one person's colleague would take over.</summary>
/// <param name="Until">The last day away: what is due later, or without a day, stays. Null for everything.</param>
public sealed record GiveAllView(FormState Form, FollowUpsToGive Given, DateOnly? Until, Specialist Viewer)
{
    public bool IsLead => Viewer.Role == Role.TeamLead;

    /// <summary>Null as long as nobody of the team was chosen.</summary>
    public Specialist? To => Given.Colleagues.FirstOrDefault(person => person.Id == Form.Id(GiveAllEndpoints.To));

    /// <summary>Whose work a lead can give on.</summary>
    public IEnumerable<Specialist> Team => Given.Colleagues.Append(Given.From).OrderBy(person => person.Name, StringComparer.CurrentCulture);
}
