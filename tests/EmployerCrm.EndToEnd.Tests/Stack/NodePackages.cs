namespace EmployerCrm.EndToEnd.Tests.Stack;

/// <summary>The chat client and the card renderer, installed from their lock file once.</summary>
internal static class NodePackages
{
    private static readonly SemaphoreSlim OneAtATime = new(1, 1);

    /// <summary>Installs what the lock file says, unless it is there.</summary>
    public static async Task InstalledAsync(CancellationToken cancellationToken)
    {
        await OneAtATime.WaitAsync(cancellationToken);
        try
        {
            var wanted = Path.Combine(Repository.ChatFolder, "package-lock.json");
            var installed = Path.Combine(Repository.ChatFolder, "node_modules", ".installed.json");
            if (!File.Exists(installed) || await File.ReadAllTextAsync(installed, cancellationToken) != await File.ReadAllTextAsync(wanted, cancellationToken))
            {
                await using var npm = new ChildProcess("npm ci", Machine.Npm!, ["ci"], Repository.ChatFolder, new Dictionary<string, string>());
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
