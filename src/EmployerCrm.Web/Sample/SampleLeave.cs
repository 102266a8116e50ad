using EmployerCrm.Core.Calendar;
using EmployerCrm.Core.People;

namespace EmployerCrm.Web.Sample;

/// <summary>In each team one away soon with a cover, one without, and one some weeks from now.</summary>
internal static class SampleLeave
{
    private const int WeeksToLater = 5;

    public static IReadOnlyList<Leave> Of(SampleSource source, SamplePeople people)
    {
        var at = LondonClock.ToInstant(source.Today.ToDateTime(TimeOnly.MinValue));
        var monday = Weeks.StartOf(source.Today).AddDays(7);
        var leave = new List<Leave>();
        foreach (var team in people.Specialists.Chunk(people.Specialists.Count / people.Teams.Count))
        {
            leave.Add(New(team[3], monday, monday.AddDays(4), team[2].Id));
            leave.Add(New(team[2], monday.AddDays(16), monday.AddDays(17), null));
            leave.Add(New(team[1], monday.AddDays(7 * WeeksToLater), monday.AddDays((7 * WeeksToLater) + 4), team[2].Id));
        }

        return leave;

        Leave New(Specialist person, DateOnly from, DateOnly to, Guid? cover) => new() { Id = source.NewId(at), SpecialistId = person.Id, From = from, To = to, CoverId = cover };
    }
}
