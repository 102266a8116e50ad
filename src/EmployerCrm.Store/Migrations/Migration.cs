using System.Globalization;

namespace EmployerCrm.Store.Migrations;

/// <summary>One numbered script; number 0 is what the migrator itself needs and is run every time.</summary>
internal sealed record Migration(int Number, string Name, string Script)
{
    public static IReadOnlyList<Migration> Embedded(StoreProvider provider)
    {
        var folder = provider == StoreProvider.Sqlite ? "sqlite/" : "sqlserver/";
        var assembly = typeof(Migration).Assembly;
        return
        [
            .. assembly.GetManifestResourceNames()
                .Where(resource => resource.StartsWith(folder, StringComparison.Ordinal))
                .Select(resource => Read(assembly.GetManifestResourceStream(resource)!, resource[folder.Length..^".sql".Length]))
                .OrderBy(migration => migration.Number),
        ];
    }

    private static Migration Read(Stream resource, string name)
    {
        using var reader = new StreamReader(resource);
        return new Migration(int.Parse(name.AsSpan(0, 4), CultureInfo.InvariantCulture), name, reader.ReadToEnd());
    }
}
