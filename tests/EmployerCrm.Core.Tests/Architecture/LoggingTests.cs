using System.Text.RegularExpressions;

namespace EmployerCrm.Core.Tests.Architecture;

/// <summary>What is logged stands in each project's Log.cs, so that it can be read through in a minute and checked for what must not be there.</summary>
public sealed partial class LoggingTests
{
    private static readonly IReadOnlyList<(string Name, string Text)> Sources =
    [
        .. House.Files.Where(file => file.Extension == ".cs" && House.Name(file).StartsWith("src/", StringComparison.Ordinal)).Select(file => (House.Name(file), File.ReadAllText(file.FullName))),
    ];

    private static IEnumerable<(string File, Match Event)> Events =>
        from source in Sources
        where source.Name.EndsWith("/Log.cs", StringComparison.Ordinal)
        from Match message in EventPattern().Matches(source.Text)
        select (source.Name, message);

    [Fact]
    public void Nothing_is_logged_but_by_the_generated_methods_of_a_Log_file()
    {
        var trespasses =
            from source in Sources
            from Match match in FreeHand().Matches(source.Text)
            where !source.Name.EndsWith("/Log.cs", StringComparison.Ordinal)
            select $"{source.Name}: {match.Value}";

        Assert.True(Sources.Count > 100, "The walk over the sources finds almost nothing.");
        Assert.Empty(trespasses);
    }

    [Fact]
    public void Nothing_but_the_verbs_writes_to_the_console()
    {
        var trespasses = Sources.Where(source => source.Text.Contains("Console.", StringComparison.Ordinal) && ConsoleWrite().IsMatch(source.Text)).Select(source => source.Name);

        Assert.DoesNotContain(trespasses, name => !name.StartsWith("src/EmployerCrm.Web/Verbs/", StringComparison.Ordinal) && name != "src/EmployerCrm.Web/Program.cs");
    }

    [Fact]
    public void Every_event_has_an_id_of_its_own()
    {
        var ids = Events.Select(one => one.Event.Groups["id"].Value).ToList();

        Assert.True(ids.Count > 10, "The events are not found.");
        Assert.Equal(ids.Distinct(), ids);
    }

    [Fact]
    public void No_event_takes_an_exception_whose_message_could_quote_somebody()
    {
        var whole = Events.Where(one => one.Event.Groups["parameters"].Value.Contains("Exception ", StringComparison.Ordinal)).Select(one => $"{one.File}: {one.Event.Groups["method"].Value}");

        Assert.Empty(whole);
    }

    [Fact]
    public void Every_event_stands_in_the_list_of_events_and_every_listed_one_is_there()
    {
        var page = House.Files.Single(file => House.Name(file) == "docs/telemetry.md");
        var listed = ListedEvent().Matches(File.ReadAllText(page.FullName)).Select(row => $"{row.Groups["id"].Value} {row.Groups["name"].Value}");

        Assert.Equal(
            Events.Select(one => $"{one.Event.Groups["id"].Value} {one.Event.Groups["method"].Value}").Order(StringComparer.Ordinal),
            listed.Order(StringComparer.Ordinal));
    }

    [GeneratedRegex("""\[LoggerMessage\((?<id>\d+), LogLevel\.\w+, "(?:[^"\\]|\\.)*"\)\]\s+public static partial void (?<method>\w+)\((?<parameters>[^)]*)\)""", RegexOptions.None, 1000)]
    private static partial Regex EventPattern();

    [GeneratedRegex("""\.Log(?:Trace|Debug|Information|Warning|Error|Critical)\(|\w*[lL]ogger\w*\.Log\(|\[LoggerMessage\b|LoggerMessage\.Define|LoggerExtensions\.""", RegexOptions.None, 1000)]
    private static partial Regex FreeHand();

    [GeneratedRegex("""\bConsole\.(?:Write|Out|Error)|\b(?:Debug|Trace)\.Write""", RegexOptions.None, 1000)]
    private static partial Regex ConsoleWrite();

    [GeneratedRegex("""^\| (?<id>\d+) \| `(?<name>\w+)` \|""", RegexOptions.Multiline, 1000)]
    private static partial Regex ListedEvent();
}
