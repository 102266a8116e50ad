using EmployerCrm.Store;

namespace EmployerCrm.Bot.Tests.Conversations;

/// <summary>A store with every migration and nothing in it, made once; each scene begins on a copy.</summary>
internal static class EmptyStore
{
    private static readonly Lazy<Task<byte[]>> Made = new(MakeAsync);

    public static async Task CopyToAsync(string file) => await File.WriteAllBytesAsync(file, await Made.Value);

    private static async Task<byte[]> MakeAsync()
    {
        var folder = Directory.CreateTempSubdirectory("employercrm-empty-");
        try
        {
            var file = Path.Combine(folder.FullName, "crm.db");
            await using (await CrmStoreFactory.OpenAsync(new StoreOptions { Provider = StoreProvider.Sqlite, ConnectionString = $"Data Source={file}" }, TimeProvider.System))
            {
                // Opened is migrated, and closed is written to the one file.
            }

            Assert.False(File.Exists(file + "-wal"), "The empty store is not all in one file.");
            return await File.ReadAllBytesAsync(file);
        }
        finally
        {
            folder.Delete(recursive: true);
        }
    }
}
