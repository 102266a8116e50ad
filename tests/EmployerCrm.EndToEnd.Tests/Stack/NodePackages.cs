namespace EmployerCrm.EndToEnd.Tests.Stack;

/// <summary>What the tests use of npm, each folder installed from its lock file once.</summary>
internal static class NodePackages
{
    private static readonly SemaphoreSlim OneAtATime = new(1, 1);

    /// <summary>The chat client and the card renderer.</summary>
    public static Task InstalledAsync(CancellationToken cancellationToken) => InstalledAsync(Repository.ChatFolder, cancellationToken);

    /// <summary>Installs what the folder's lock file says, unless it is there.</summary>
    public static async Task InstalledAsync(string folder, CancellationToken cancellationToken)
    {
        await OneAtATime.WaitAsync(cancellationToken);
        try
        {
            var wanted = Path.Combine(folder, "package-lock.json");
            var installed = Path.Combine(folder, "node_modules", ".installed.json");
            if (!File.Exists(installed) || await File.ReadAllTextAsync(installed, cancellationToken) != await File.ReadAllTextAsync(wanted, cancellationToken))
            {
                await using var npm = new ChildProcess("npm ci", Machine.Npm!, ["ci"], folder, new Dictionary<string, string>());
                await npm.SucceedAsync(cancellationToken);
                File.Copy(wanted, installed, overwrite: true);
            }
        }
        finally
        {
            OneAtATime.Release();
        }
    }
}
