namespace EmployerCrm.Benchmarks.Turns;

/// <summary>The host as it is shipped, in Development, where nobody is authenticated, unless settings say otherwise.</summary>
internal static class OurHost
{
    public static string Root { get; } = FindRoot();

    public static Task<ServerProcess> StartAsync(string database, IReadOnlyDictionary<string, string> settings) => ServerProcess.StartAsync(
        "dotnet",
        port => [Path.Combine(Root, "src", "EmployerCrm.Web", "bin", "Release", "net10.0", "EmployerCrm.Web.dll"), "serve", $"--urls=http://127.0.0.1:{port}"],
        new Dictionary<string, string>(StringComparer.Ordinal)
        {
            ["ASPNETCORE_ENVIRONMENT"] = "Development",
            ["Store__Provider"] = "Sqlite",
            ["ConnectionStrings__Crm"] = $"Data Source=\"{database}\"",
            ["TZ"] = "UTC",
        }.Concat(settings).GroupBy(setting => setting.Key, StringComparer.Ordinal).ToDictionary(group => group.Key, group => group.Last().Value, StringComparer.Ordinal),
        Path.Combine(Root, "src", "EmployerCrm.Web"),
        "healthz/ready");

    private static string FindRoot()
    {
        for (var folder = new DirectoryInfo(AppContext.BaseDirectory); folder is not null; folder = folder.Parent)
        {
            if (File.Exists(Path.Combine(folder.FullName, "EmployerCrm.sln")))
                return folder.FullName;
        }

        throw new DirectoryNotFoundException("No EmployerCrm.sln above the benchmark.");
    }
}
