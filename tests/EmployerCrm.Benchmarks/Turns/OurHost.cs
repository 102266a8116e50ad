using EmployerCrm.TestSupport;

namespace EmployerCrm.Benchmarks.Turns;

/// <summary>The host as it is shipped, in Development, where nobody is authenticated, unless settings say otherwise.</summary>
internal static class OurHost
{
    public const string AppId = "aaaaaaaa-bbbb-cccc-dddd-eeeeeeeeeeee";

    public static string Root { get; } = FindRoot();

    public static string Folder { get; } = Path.Combine(Root, "src", "EmployerCrm.Web");

    public static Task<ServerProcess> StartAsync(string database, IReadOnlyDictionary<string, string> more) => ServerProcess.StartAsync(
        "dotnet",
        port => [Path.Combine(Folder, "bin", "Release", "net10.0", "EmployerCrm.Web.dll"), "serve", $"--urls=http://127.0.0.1:{port}"],
        Settings(database, more),
        Folder,
        "healthz/ready");

    /// <summary>The settings of a developer's machine, and in their place or beside them those given.</summary>
    public static Dictionary<string, string> Settings(string database, IReadOnlyDictionary<string, string>? more = null)
    {
        var settings = new Dictionary<string, string>(StringComparer.Ordinal)
        {
            ["ASPNETCORE_ENVIRONMENT"] = "Development",
            ["Store__Provider"] = "Sqlite",
            ["ConnectionStrings__Crm"] = $"Data Source=\"{database}\"",
            ["TZ"] = "UTC",
            // One conversation with 64 callers is more than the door lets wait.
            ["Bot__MaxTurnsPerConversation"] = "100",
        };
        foreach (var (name, value) in more ?? new Dictionary<string, string>())
            settings[name] = value;
        return settings;
    }

    /// <summary>The settings of production, with an authority of our own in the place of Microsoft's.</summary>
    public static Dictionary<string, string> GuardedBy(TestAuthority authority, string serviceUrl) => new(StringComparer.Ordinal)
    {
        ["ASPNETCORE_ENVIRONMENT"] = "Production",
        ["Bot__AppId"] = AppId,
        ["Bot__TenantId"] = Messages.TenantId,
        ["Bot__Secret"] = "the-secret",
        ["Bot__OpenIdMetadata"] = authority.MetadataUrl,
        ["Bot__TokenAuthority"] = authority.Url,
        ["Bot__AllowedServiceUrls"] = serviceUrl,
        ["Web__PublicUrl"] = "https://crm.example.org",
    };

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
