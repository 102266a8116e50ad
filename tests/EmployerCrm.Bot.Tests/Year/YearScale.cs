using System.Globalization;
using EmployerCrm.TestSupport;

namespace EmployerCrm.Bot.Tests.Year;

/// <summary>How much of a year is simulated, of whom, and with which luck. Any other seed and number of people must do as well.</summary>
internal sealed record YearScale(int Seed, int People, int Days)
{
    /// <summary>Forty people and a year on a build server and where the full numbers are asked for, else three people and a month and a half; each may be set.</summary>
    public static YearScale OfEnvironment()
    {
        var (people, days) = TestTier.RunsSoak ? (40, 365) : (3, 46);
        return new YearScale(Number("EMPLOYERCRM_TEST_YEAR_SEED", 1), Number("EMPLOYERCRM_TEST_YEAR_PEOPLE", people), Number("EMPLOYERCRM_TEST_YEAR_DAYS", days));
    }

    private static int Number(string name, int otherwise) =>
        int.TryParse(Environment.GetEnvironmentVariable(name), NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? number : otherwise;
}
