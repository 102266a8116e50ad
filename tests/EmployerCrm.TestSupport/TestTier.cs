namespace EmployerCrm.TestSupport;

/// <summary>
/// How much a run tests: the plain test command all that must hold before one goes on, a build server (CI=true) the long stories and repetitions too,
/// and EMPLOYERCRM_TEST_LONG=1 the full numbers.
/// </summary>
public static class TestTier
{
    /// <summary>Why a test is skipped in a plain run.</summary>
    public const string RunsInContinuousIntegration = "runs in .ci/run, or with EMPLOYERCRM_TEST_LONG=1";

    public static bool IsLong { get; } = IsSet("EMPLOYERCRM_TEST_LONG");

    /// <summary>Whether kills, soaks and a whole year run: on a build server shorter than with the full numbers.</summary>
    public static bool RunsSoak { get; } = IsLong || IsSet("EMPLOYERCRM_TEST_SOAK");

    public static bool IsContinuousIntegration { get; } = string.Equals(Environment.GetEnvironmentVariable("CI"), "true", StringComparison.OrdinalIgnoreCase);

    /// <summary>Whether long stories and repetitions run.</summary>
    public static bool HasTime { get; } = IsLong || IsContinuousIntegration;

    private static bool IsSet(string name) => !string.IsNullOrEmpty(Environment.GetEnvironmentVariable(name));
}
