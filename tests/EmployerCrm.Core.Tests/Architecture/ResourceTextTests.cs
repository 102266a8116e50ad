using System.Text.RegularExpressions;
using System.Xml.Linq;
using EmployerCrm.Core.Employers;
using EmployerCrm.Core.Employers.Fields;
using EmployerCrm.Core.Outbox;
using EmployerCrm.Core.Schedules;
using EmployerCrm.Core.Visits;

namespace EmployerCrm.Core.Tests.Architecture;

/// <summary>Every sentence that the code asks for by name is in its project's resource file: a missing one would only show to the person who needed it.</summary>
public sealed partial class ResourceTextTests
{
    public static TheoryData<string> ProjectsWithTexts =>
        [.. House.SourceProjects.Where(project => ResourceFiles(project).Any()).Select(project => project.Name)];

    [Theory]
    [MemberData(nameof(ProjectsWithTexts))]
    public void Every_text_that_is_asked_for_exists(string name)
    {
        var project = House.SourceProjects.Single(candidate => candidate.Name == name);
        var keys = Keys(project);
        var source = Source(project);

        var missing = Asked(source, Literal()).Where(key => !keys.Contains(key))
            .Concat(Asked(source, Counted()).SelectMany(key => new[] { key + "One", key + "Many" }).Where(key => !keys.Contains(key)))
            .Concat(Asked(source, Prefixed()).Where(prefix => !keys.Any(key => key.StartsWith(prefix, StringComparison.Ordinal))));

        Assert.NotEmpty(Asked(source, Literal()));
        Assert.Empty(missing.Distinct());
    }

    [Theory]
    [InlineData("Channel")]
    [InlineData("What")]
    [InlineData("Logged")]
    [InlineData("Planned")]
    public void Every_channel_has_its_words(string prefix)
    {
        var keys = Keys(Bot);

        Assert.All(Enum.GetNames<Channel>(), channel => Assert.Contains(prefix + channel, keys));
    }

    [Fact]
    public void Every_refusal_has_its_sentence()
    {
        var keys = Keys(Bot);

        Assert.All(Enum.GetNames<RefusalReason>(), reason => Assert.Contains("Refusal" + reason, keys));
    }

    [Fact]
    public void Every_field_and_what_may_be_wrong_with_it_has_its_words()
    {
        var keys = Keys(Bot);
        var fields = new[] { typeof(EmployerField), typeof(ContactField), typeof(OpeningField) }.SelectMany(type => type.GetFields()).Select(field => (string)field.GetRawConstantValue()!);

        Assert.All(Enum.GetNames<FieldReason>(), reason => Assert.Contains("Field" + reason, keys));
        Assert.All(fields, field => Assert.Contains("FieldName-" + field, keys));
    }

    [Fact]
    public void Every_step_of_the_services_own_schedules_has_its_words()
    {
        var keys = Keys(Bot);

        Assert.All(ShippedSteps.Titles.Keys, key => Assert.Contains("Step-" + key, keys));
    }

    [Fact]
    public void Every_kind_of_message_and_what_may_become_of_it_has_its_words()
    {
        var keys = Keys(House.SourceProjects.Single(project => project.Name == "EmployerCrm.Web"));

        Assert.All(OutboxKinds.All, kind => Assert.Contains("OutboxKind-" + kind, keys));
        Assert.All(Enum.GetNames<OutboxState>(), state => Assert.Contains("OutboxState" + state, keys));
    }

    private static HouseProject Bot => House.SourceProjects.Single(project => project.Name == "EmployerCrm.Bot");

    private static IEnumerable<FileInfo> ResourceFiles(HouseProject project) => FilesOf(project).Where(file => file.Extension == ".resx");

    private static HashSet<string> Keys(HouseProject project) =>
        [.. ResourceFiles(project).SelectMany(file => XDocument.Load(file.FullName).Descendants("data")).Select(data => data.Attribute("name")!.Value)];

    private static string Source(HouseProject project) =>
        string.Join('\n', FilesOf(project).Where(file => file.Extension is ".cs" or ".razor").Select(file => File.ReadAllText(file.FullName)));

    private static IEnumerable<FileInfo> FilesOf(HouseProject project) =>
        House.Files.Where(file => file.FullName.StartsWith(project.Folder.FullName + Path.DirectorySeparatorChar, StringComparison.Ordinal));

    private static List<string> Asked(string source, Regex pattern) =>
        [.. pattern.Matches(source).SelectMany(match => match.Groups["key"].Captures).Select(capture => capture.Value).Distinct()];

    // Get("Key"), Get("Key", value), Get(condition ? "Key" : "OtherKey")
    [GeneratedRegex("""Texts\.Get\((?:[^()"?]*\?\s*"(?<key>\w+)"\s*:\s*)?"(?<key>\w+)"\s*[,)]""", RegexOptions.None, matchTimeoutMilliseconds: 2000)]
    private static partial Regex Literal();

    [GeneratedRegex("""Texts\.Count\("(?<key>\w+)",""", RegexOptions.None, matchTimeoutMilliseconds: 2000)]
    private static partial Regex Counted();

    // Get("Channel" + channel)
    [GeneratedRegex("""\bGet\("(?<key>\w+)"\s*\+""", RegexOptions.None, matchTimeoutMilliseconds: 2000)]
    private static partial Regex Prefixed();
}
