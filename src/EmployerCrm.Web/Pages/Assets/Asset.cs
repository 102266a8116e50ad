using System.IO.Compression;
using System.Security.Cryptography;

namespace EmployerCrm.Web.Pages.Assets;

/// <summary>A file that pages load. It comes inside the program, so that it runs from any folder.</summary>
/// <param name="Tag">Changes when the content does.</param>
/// <param name="Small">The content compressed with gzip.</param>
internal sealed record Asset(string Name, string Type, byte[] Content, string Tag, byte[] Small)
{
    public static Asset Of(string name, byte[] content) =>
        new(name, TypeOf(name), content, Convert.ToHexStringLower(SHA256.HashData(content))[..16], Compressed(content));

    private static string TypeOf(string name) => Path.GetExtension(name) switch
    {
        ".css" => "text/css; charset=utf-8",
        ".js" => "text/javascript; charset=utf-8",
        ".svg" => "image/svg+xml",
        var other => throw new InvalidOperationException($"No page loads a file of the kind {other}."),
    };

    private static byte[] Compressed(byte[] content)
    {
        using var target = new MemoryStream();
        using (var zip = new GZipStream(target, CompressionLevel.Optimal))
            zip.Write(content);
        return target.ToArray();
    }
}
