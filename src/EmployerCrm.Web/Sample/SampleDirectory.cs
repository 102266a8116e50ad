using System.Text.Json;

namespace EmployerCrm.Web.Sample;

internal sealed record DirectoryPerson(string Name, string Role);

internal sealed record DirectoryEntry(string Name, string Town, string Sector, IReadOnlyList<DirectoryPerson>? Contacts = null);

/// <summary>Employers with their people, and client references: the shape of a directory file.</summary>
internal sealed record DirectoryFile(IReadOnlyList<DirectoryEntry> Employers, IReadOnlyList<string> Clients)
{
    /// <summary>Reads a directory file.</summary>
    /// <exception cref="JsonException">The text is not a directory.</exception>
    public static async Task<DirectoryFile> ReadAsync(Stream stream, CancellationToken cancellationToken)
    {
        var file = await JsonSerializer.DeserializeAsync<DirectoryFile>(stream, JsonSerializerOptions.Web, cancellationToken);
        return file is { Employers: not null, Clients: not null } && file.Employers.All(employer => !string.IsNullOrWhiteSpace(employer?.Name))
            ? file
            : throw new JsonException("A directory has employers, each with a name, and clients.");
    }
}

/// <summary>The names that the sample data is made of; they come with the program.</summary>
internal static class SampleDirectory
{
    /// <summary>The employers whose lines the documentation quotes, and the client references.</summary>
    public static DirectoryFile Known { get; } = Read<DirectoryFile>("directory.json");

    /// <summary>The rest of the region. No name of it can be mistaken for a known one, nor for its town or people, not even with a letter wrong.</summary>
    public static IReadOnlyList<DirectoryEntry> Region { get; } = Read<IReadOnlyList<DirectoryEntry>>("region.json");

    private static T Read<T>(string name)
    {
        using var stream = typeof(SampleDirectory).Assembly.GetManifestResourceStream("Sample/" + name)!;
        return JsonSerializer.Deserialize<T>(stream, JsonSerializerOptions.Web)!;
    }
}
