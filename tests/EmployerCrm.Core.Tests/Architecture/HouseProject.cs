using System.Reflection.Metadata;
using System.Reflection.PortableExecutable;
using System.Xml.Linq;

namespace EmployerCrm.Core.Tests.Architecture;

/// <summary>One project: what its file asks for, and what its compiled assembly refers to.</summary>
internal sealed class HouseProject(FileInfo file, XDocument content)
{
    public string Name { get; } = Path.GetFileNameWithoutExtension(file.Name);

    public DirectoryInfo Folder { get; } = file.Directory!;

    /// <summary>Projects of ours that it refers to, by name.</summary>
    public IReadOnlyList<string> References { get; } =
        [.. Includes(content, "ProjectReference").Select(path => Path.GetFileNameWithoutExtension(path.Replace('\\', '/')))];

    public IReadOnlyList<string> Packages { get; } = [.. Includes(content, "PackageReference")];

    public IReadOnlyList<string> Frameworks { get; } = [.. Includes(content, "FrameworkReference")];

    /// <summary>The assembly of the same configuration as these tests; absent when only part of the solution was built.</summary>
    public FileInfo Assembly { get; } = new(Path.Combine(
        file.DirectoryName!, "bin", Configuration, new DirectoryInfo(AppContext.BaseDirectory).Name, Path.GetFileNameWithoutExtension(file.Name) + ".dll"));

    private static string Configuration => new DirectoryInfo(AppContext.BaseDirectory).Parent!.Name;

    /// <summary>The names of the assemblies that the compiled code uses, whatever the project file says.</summary>
    public IReadOnlyList<string> CompiledReferences()
    {
        using var stream = Assembly.OpenRead();
        using var executable = new PEReader(stream);
        var metadata = executable.GetMetadataReader();
        return [.. metadata.AssemblyReferences.Select(handle => metadata.GetString(metadata.GetAssemblyReference(handle).Name))];
    }

    private static IEnumerable<string> Includes(XDocument content, string item) =>
        content.Descendants(item).Select(element => element.Attribute("Include")?.Value).OfType<string>();
}
