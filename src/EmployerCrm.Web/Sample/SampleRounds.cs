using EmployerCrm.Core.People;

namespace EmployerCrm.Web.Sample;

/// <summary>An employer on one specialist's round: how often it is chosen, and between which days.</summary>
internal sealed record RoundStop(SampleEmployer Employer, double Weight, DateOnly From, DateOnly Until);

/// <summary>Which employers a specialist goes to: favourites, regulars, some new, some gone cold, a few that a colleague looks after.</summary>
internal static class SampleRounds
{
    private const int ColleaguesEmployers = 4;

    public static IReadOnlyList<RoundStop> Of(SampleSource source, Specialist specialist, IReadOnlyList<SampleEmployer> employers)
    {
        var own = employers.Where(employer => employer.Employer.OwnerId == specialist.Id).ToList();
        var teams = employers.Where(employer => employer.Employer.TeamId == specialist.TeamId && employer.Employer.OwnerId != specialist.Id).ToList();
        var stops = own.Select((employer, index) => Stop(source, employer, source.Between(0, 99), first: index == 0)).ToList();
        stops.AddRange(Enumerable.Range(0, ColleaguesEmployers).Select(_ => source.Pick(teams)).Distinct().Select(employer => Always(source, employer, 0.4)));
        return stops;
    }

    private static RoundStop Stop(SampleSource source, SampleEmployer employer, int lot, bool first) => lot switch
    {
        < 20 => Always(source, employer, 5),
        _ when first => Always(source, employer, 5),
        < 60 => new RoundStop(employer, 2, source.DayBetween(source.FirstDay, source.Today.AddMonths(-4)), source.Today.AddDays(30)),
        < 70 => new RoundStop(employer, 3, source.DayBetween(source.Today.AddDays(-70), source.Today.AddDays(-14)), source.Today.AddDays(30)),
        _ => GoneCold(source, employer),
    };

    private static RoundStop Always(SampleSource source, SampleEmployer employer, double weight) =>
        new(employer, weight, source.FirstDay, source.Today.AddDays(30));

    private static RoundStop GoneCold(SampleSource source, SampleEmployer employer)
    {
        var from = source.DayBetween(source.FirstDay, source.Today.AddMonths(-10));
        return new RoundStop(employer, 2.5, from, from.AddDays(source.Between(40, 130)));
    }
}
