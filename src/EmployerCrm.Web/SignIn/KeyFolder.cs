using System.Data.Common;
using EmployerCrm.Web.Settings;
using Microsoft.AspNetCore.DataProtection;
using Microsoft.AspNetCore.DataProtection.KeyManagement;
using Microsoft.AspNetCore.DataProtection.Repositories;

namespace EmployerCrm.Web.SignIn;

/// <summary>Where the keys of cookies and forms are kept, so that a restart signs nobody out: <c>Web:KeysFolder</c>, else beside the database file.</summary>
internal static class KeyFolder
{
    private const string Setting = "Web:KeysFolder";
    private const string Beside = "keys";

    public static void AddKeys(this IServiceCollection services, IConfiguration configuration, StoreSettings store)
    {
        var keys = services.AddDataProtection().SetApplicationName("EmployerCrm");
        if (Find(configuration, store) is { } folder)
        {
            // When they are first needed: a start that the settings stop leaves nothing behind.
            services.AddOptions<KeyManagementOptions>().Configure<ILoggerFactory>((options, loggers) => options.XmlRepository = new FileSystemXmlRepository(Open(folder), loggers));
        }
        else
        {
            keys.UseEphemeralDataProtectionProvider();
        }
    }

    /// <summary>Null for a database in memory, whose people are gone with the process anyway.</summary>
    private static string? Find(IConfiguration configuration, StoreSettings store)
    {
        if (configuration[Setting] is { Length: > 0 } set)
            return set;
        if (!store.IsSqlite)
            return Path.Combine("data", Beside);
        return File(store.ToOptions().ConnectionString) is { } file ? Path.Combine(Path.GetDirectoryName(Path.GetFullPath(file))!, Beside) : null;
    }

    private static string? File(string connection)
    {
        try
        {
            var parts = new DbConnectionStringBuilder { ConnectionString = connection };
            var isInMemory = parts.TryGetValue("Mode", out var mode) && string.Equals(mode as string, "Memory", StringComparison.OrdinalIgnoreCase);
            return !isInMemory && (parts.TryGetValue("Data Source", out var source) || parts.TryGetValue("DataSource", out source) || parts.TryGetValue("Filename", out source))
                && source is string { Length: > 0 } file && !file.StartsWith(':') && !file.StartsWith("file:", StringComparison.OrdinalIgnoreCase)
                ? file
                : null;
        }
        catch (ArgumentException)
        {
            // The store says what is wrong with it.
            return null;
        }
    }

    /// <summary>The folder, made if need be and then for the host's own user only.</summary>
    private static DirectoryInfo Open(string folder)
    {
        if (OperatingSystem.IsWindows())
            return Directory.CreateDirectory(folder);
        return Directory.Exists(folder)
            ? new DirectoryInfo(folder)
            : Directory.CreateDirectory(folder, UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute);
    }
}
