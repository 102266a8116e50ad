namespace EmployerCrm.EndToEnd.Tests.Stack;

/// <summary>Where things are, seen from the tests' own folder.</summary>
internal static class Repository
{
    private static readonly DirectoryInfo Here = new(AppContext.BaseDirectory);

    public static string Root { get; } = FindRoot();

    /// <summary>The host, built in the same configuration as these tests.</summary>
    public static string Host { get; } = Path.Combine(Root, "src", "EmployerCrm.Web", "bin", Here.Parent!.Name, Here.Name, "EmployerCrm.Web.dll");

    public static string HostFolder { get; } = Path.Combine(Root, "src", "EmployerCrm.Web");

    public static string ChatFolder { get; } = Path.Combine(Root, "tools", "chat");

    /// <summary>Pictures and logs that somebody may want to look at after a run.</summary>
    public static string Artifacts(string kind) => Directory.CreateDirectory(Path.Combine(Root, "artifacts", kind)).FullName;

    private static string FindRoot()
    {
        for (var folder = Here; folder is not null; folder = folder.Parent)
        {
            if (File.Exists(Path.Combine(folder.FullName, "EmployerCrm.sln")))
            {
                return folder.FullName;
            }
        }

        throw new DirectoryNotFoundException($"No EmployerCrm.sln above {Here}.");
    }
}
