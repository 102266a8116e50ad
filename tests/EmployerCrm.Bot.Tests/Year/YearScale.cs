using System.Globalization;

namespace EmployerCrm.Bot.Tests.Year;

/// <summary>How much of a year is simulated, of whom, and with which luck. Any other seed and number of people must do as well.</summary>
internal sealed record YearScale(int Seed, int People, int Days)
{
    /// <summary>Where there is time (some two minutes) 40 people and a year, else 6 people and three months; each may be set.</summary>
    public static YearScale OfEnvironment()
    {
        var whole = IsSet("EMPLOYERCRM_TEST_LONG") || IsSet("EMPLOYERCRM_TEST_SOAK");
        return new YearScale(Number("EMPLOYERCRM_TEST_YEAR_SEED", 1), Number("EMPLOYERCRM_TEST_YEAR_PEOPLE", whole ? 40 : 6), Number("EMPLOYERCRM_TEST_YEAR_DAYS", whole ? 365 : 92));
    }

    private static bool IsSet(string name) => !string.IsNullOrEmpty(Environment.GetEnvironmentVariable(name));

    private static int Number(string name, int otherwise) =>
        int.TryParse(Environment.GetEnvironmentVariable(name), NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? number : otherwise;
}
