using System.Collections.Frozen;

namespace EmployerCrm.Web.Pages.Assets;

/// <summary>The styles, pictures and scripts of the pages, by the name at the end of their address.</summary>
internal static class AssetFiles
{
    public const string Folder = "/assets/";

    private const string Resource = "Assets/";
    private const string Styles = "styles/";

    // In the order in which one may overrule the other.
    private static readonly string[] StyleSheets = ["tokens", "base", "layout", "controls", "content", "table", "owed", "clients", "pictures"];

    private static readonly FrozenDictionary<string, Asset> Files = Load().ToFrozenDictionary(file => file.Name, StringComparer.Ordinal);

    /// <summary>Whether the scripts were bundled when this program was built; pages work without them.</summary>
    public static bool HasScripts => Files.ContainsKey("app.js");

    public static Asset? Find(string name) => Files.GetValueOrDefault(name);

    /// <summary>The address under which a browser may keep the file for good.</summary>
    public static string Address(string name) => Files.TryGetValue(name, out var file) ? $"{Folder}{name}?v={file.Tag}" : Folder + name;

    private static IEnumerable<Asset> Load()
    {
        yield return Asset.Of("site.css", [.. StyleSheets.SelectMany(sheet => Read($"{Resource}{Styles}{sheet}.css"))]);
        foreach (var resource in typeof(AssetFiles).Assembly.GetManifestResourceNames())
        {
            if (resource.StartsWith(Resource, StringComparison.Ordinal) && !resource.StartsWith(Resource + Styles, StringComparison.Ordinal))
                yield return Asset.Of(resource[Resource.Length..], Read(resource));
        }
    }

    private static byte[] Read(string resource)
    {
        using var stream = typeof(AssetFiles).Assembly.GetManifestResourceStream(resource) ?? throw new InvalidOperationException($"The program has no {resource}.");
        using var content = new MemoryStream();
        stream.CopyTo(content);
        return content.ToArray();
    }
}
