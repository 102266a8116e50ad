namespace EmployerCrm.Web.Tests;

/// <summary>An empty folder for one test, gone after it.</summary>
internal sealed class TemporaryFolder : IDisposable
{
    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("employercrm-web-");

    public string Path => _folder.FullName;

    /// <summary>The connection string of a database file in this folder.</summary>
    public string Database => $"Data Source={File("crm.db")}";

    public string File(string name) => System.IO.Path.Combine(Path, name);

    public void Dispose() => _folder.Delete(recursive: true);
}
