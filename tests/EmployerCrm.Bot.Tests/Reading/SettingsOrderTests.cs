using System.Text.Json.Nodes;
using EmployerCrm.Bot.Reading.Orders;
using EmployerCrm.Core.People;

namespace EmployerCrm.Bot.Tests.Reading;

/// <summary>Lines about settings and leave, and lines that are like them and about something else.</summary>
public sealed class SettingsOrderTests
{
    [Fact]
    public void Every_line_of_the_file_is_read_as_it_says()
    {
        var lines = File.ReadLines(Path.Combine(AppContext.BaseDirectory, "Reading", "settings.jsonl")).Select(line => JsonNode.Parse(line)!).ToList();
        Assert.True(lines.Count > 100);
        var wrong = lines.Select(line => (Text: (string)line["text"]!, Expected: (string)line["expect"]!, Read: Said(SettingsOrder.Of((string)line["text"]!, DateOnly.FromDateTime(DateTime.Parse((string)line["now"]!))))))
            .Where(line => line.Expected != line.Read).Select(line => $"{line.Text}: {line.Read} instead of {line.Expected}").ToList();
        Assert.True(wrong.Count == 0, string.Join('\n', wrong));
    }

    [Fact]
    public void No_line_about_visits_is_taken_for_one_about_settings()
    {
        var lines = Directory.GetFiles(Path.Combine(AppContext.BaseDirectory, "Reading"), "*.jsonl").Where(file => !file.EndsWith("settings.jsonl", StringComparison.Ordinal))
            .SelectMany(File.ReadLines).Select(line => (string?)JsonNode.Parse(line)!["text"]).OfType<string>().ToList();
        Assert.True(lines.Count > 300);
        Assert.DoesNotContain(lines, line => SettingsOrder.Of(line, new DateOnly(2026, 11, 18)) is not null);
    }

    [Theory]
    [InlineData("")]
    [InlineData("off")]
    [InlineData("-")]
    [InlineData("off -")]
    [InlineData("off 99 Nov - 31 Feb")]
    [InlineData("off 31 - 30")]
    [InlineData("covers")]
    [InlineData("off ,, covers")]
    [InlineData("digest at 25:99")]
    [InlineData("quiet from - to -")]
    [InlineData("my days are")]
    public void Half_a_line_and_nonsense_break_nothing(string text) => Assert.True(SettingsOrder.Of(text, new DateOnly(2026, 11, 18)) is null or LeaveOrder { From: null });

    private static string Said(SettingsOrder? order) => order switch
    {
        null => "none",
        ShowSettingsOrder => "settings",
        DigestAtOrder digest => $"digest {digest.At:HH:mm}",
        NoDigestOrder => "no digest",
        QuietOrder { From: { } from, Until: { } until } when from == until => "quiet none",
        QuietOrder quiet => $"quiet {quiet.From:HH:mm}-{quiet.Until:HH:mm}",
        DaysOrder days => string.Join(' ', days.Days.Days().Select(day => day.ToString()[..3]).Prepend("days")),
        LanguageOrder language => $"language {language.Language}",
        SwitchOrder { CountOnCards: { } on } => $"count {OnOff(on)}",
        SwitchOrder { WrapUp: { } on } => $"wrap-up {OnOff(on)}",
        SwitchOrder { AllClear: { } on } => $"all-clear {OnOff(on)}",
        SwitchOrder { LeadSummary: { } on } => $"summary {OnOff(on)}",
        LeaveOrder { From: { } from, To: { } to } leave => $"leave {from:yyyy-MM-dd}..{to:yyyy-MM-dd} {leave.Cover}".TrimEnd(),
        LeaveOrder leave => $"leave ? {leave.Cover}".TrimEnd(),
        CoverOrder cover => $"cover {cover.Cover}",
        BackOrder back => $"back {back.On:yyyy-MM-dd}",
        CancelLeaveOrder => "cancel leave",
        _ => order.ToString(),
    };

    private static string OnOff(bool on) => on ? "on" : "off";
}
