using EmployerCrm.Core.Calendar;
using EmployerCrm.Core.Employers;
using EmployerCrm.Core.Placements;
using EmployerCrm.Core.Visits;

namespace EmployerCrm.Web.Sample;

/// <summary>
/// What each contact was for and whom it reached, as the service would have proposed it when it was logged. Weeks that are over have been gone through
/// with the team lead, so nothing of them is only assumed; of this week some is still to confirm.
/// </summary>
internal static class SampleFacts
{
    private const int InWorkDaysBefore = 7;

    // Drawn from no source of chance: the rest of the sample stays as it is when these change.
    private const int NobodyAboutEach = 9;
    private const int PreferencesAskedEach = 3;
    private const int AgainstPreferencesEach = 8;

    public static IReadOnlyList<Visit> Of(DateOnly today, IReadOnlyList<Visit> visits, IReadOnlyList<SampleEmployer> employers, IReadOnlyList<Placement> placements)
    {
        var people = employers.SelectMany(employer => employer.Contacts).ToDictionary(contact => contact.Id);
        var jobs = placements.ToLookup(placement => (placement.ClientId, placement.EmployerId));
        var thisWeek = Weeks.StartOf(today);
        var reached = new Dictionary<Guid, int>();
        var facts = new Dictionary<Guid, VisitFacts>();
        foreach (var (number, visit) in visits.OrderBy(visit => visit.On).ThenBy(visit => visit.LoggedAt).Index())
        {
            var contact = visit.ContactId is { } contactId ? people[contactId] : null;
            var worksThere = visit.ClientId is { } clientId
                && jobs[(clientId, visit.EmployerId)].Any(job => job.StartsOn <= visit.On.AddDays(InWorkDaysBefore) && !(job.EndsOn <= visit.On));
            var before = reached.GetValueOrDefault(visit.EmployerId);
            var isOver = visit.State is VisitState.Held && visit.On < thisWeek;
            var proposed = ContactProposal.Of(isOver ? Stated(visit, contact, number) : StatedFacts.Nothing, new ContactBackground(before, visit.ClientId is not null, worksThere, contact is not null, contact?.Role));
            facts[visit.Id] = isOver ? proposed with { Assumed = VisitFields.None } : proposed;
            if (visit.State is VisitState.Held && proposed.Reached is not Reached.Nobody)
                reached[visit.EmployerId] = before + 1;
        }

        return [.. visits.Select(visit => visit with { Facts = facts[visit.Id] })];
    }

    private static StatedFacts Stated(Visit visit, Contact? contact, int number) => new()
    {
        Reached = contact is null && number % NobodyAboutEach == 0 ? Reached.Nobody : null,
        MatchesPreferences = visit.ClientId is not null && number % PreferencesAskedEach == 0 ? number % AgainstPreferencesEach != 0 : null,
    };
}
