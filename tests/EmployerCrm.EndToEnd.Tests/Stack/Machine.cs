using EmployerCrm.TestSupport;

namespace EmployerCrm.EndToEnd.Tests.Stack;

/// <summary>What this machine has for the tests; what it lacks skips them by name, and fails them where CI=true says that it must be there.</summary>
internal static class Machine
{
    private static readonly string[] ChromiumNames = ["chromium", "chromium-browser", "google-chrome", "google-chrome-stable"];

    public static string? Chromium { get; } = ChromiumNames.Select(Find).FirstOrDefault(path => path is not null);

    public static string? Node { get; } = Find("node");

    public static string? Npm { get; } = Find("npm");

    public static bool RunsLongTests => TestTier.IsLong;

    public static bool RunsSoak => TestTier.RunsSoak;

    public static TimeSpan SoakTime { get; } = RunsLongTests ? TimeSpan.FromMinutes(10) : TimeSpan.FromSeconds(40);

    public static bool IsContinuousIntegration => TestTier.IsContinuousIntegration;

    /// <summary>Skips a long story or a repetition in a plain run.</summary>
    public static void NeedsTime(string what) => Assert.SkipUnless(TestTier.HasTime, $"{what}: {TestTier.RunsInContinuousIntegration}.");

    public static void NeedsChromium() => Needs(Chromium, "Chromium is not installed");

    public static void NeedsNode()
    {
        Needs(Node, "Node.js is not installed");
        Needs(Npm, "npm is not installed");
    }

    private static void Needs(string? found, string reason)
    {
        if (found is null && IsContinuousIntegration)
        {
            Assert.Fail($"{reason}, and CI=true says that it must be.");
        }

        Assert.SkipWhen(found is null, $"{reason} on this machine.");
    }

    private static string? Find(string program) =>
        (Environment.GetEnvironmentVariable("PATH") ?? "").Split(Path.PathSeparator)
            .SelectMany(folder => new[] { Path.Combine(folder, program), Path.Combine(folder, program + ".exe"), Path.Combine(folder, program + ".cmd") })
            .FirstOrDefault(File.Exists);
}
