using System.Globalization;
using EmployerCrm.EndToEnd.Tests.Chat;
using EmployerCrm.EndToEnd.Tests.Stack;

namespace EmployerCrm.EndToEnd.Tests.Scenes.Week;

/// <summary>
/// Forty lines of a week, half typed on a phone and half dictated, written with their records before they were first sent: how many taps and seconds
/// until each is recorded whole, with what was assumed about purpose and who was reached put right or confirmed.
/// </summary>
[Collection(nameof(Alone))]
public sealed class WeekOfLinesTests(Browser browser, SampleDatabase sample)
{
    private const int MostTaps = 2;
    private const int FewestWhole = 36;

    [Fact]
    public async Task At_least_36_of_40_lines_are_whole_and_right_after_two_taps()
    {
        Assert.SkipUnless(Machine.RunsSoak, "The forty lines are sent by .ci/run, or with EMPLOYERCRM_TEST_LONG=1.");
        var lines = WeekLine.All();
        await using var scene = await WeekScene.BeginAsync(browser, sample, lines[0].At, "Alex", "Hannah");

        var endings = new List<(WeekLine Line, Ending Ending)>();
        foreach (var line in lines)
        {
            await scene.ClockAsync(line.At);
            endings.Add((line, await EndAsync(scene, line)));
        }

        var table = string.Join('\n', endings.Select(each => $"{each.Ending.Taps} taps {each.Ending.Taken.TotalSeconds.ToString("0.0", CultureInfo.InvariantCulture)} s {each.Line.How,-8} {each.Ending.Fault ?? "whole"} :: {each.Line.Text}"));
        await File.WriteAllTextAsync(Path.Combine(Repository.Artifacts("week"), "lines.txt"), table, TestContext.Current.CancellationToken);
        TestContext.Current.TestOutputHelper?.WriteLine(table);
        Assert.True(endings.Count(each => each.Ending is { Fault: null, Taps: <= MostTaps }) >= FewestWhole, table);
    }

    /// <summary>Sends the line and taps as its writer would, until the record is what they meant or nothing on the card helps.</summary>
    private static async Task<Ending> EndAsync(WeekScene scene, WeekLine line)
    {
        var cancellationToken = TestContext.Current.CancellationToken;
        var started = TimeProvider.System.GetTimestamp();
        var answer = await scene.Of(line.Who).SayAsync(line.Text);
        for (var taps = 0; ; taps++)
        {
            var tap = await TapAsync(answer, line.Want, await StoredContact.LastAsync(scene.Database, line.Who, cancellationToken));
            if (tap.Button is null || taps > MostTaps)
                return new Ending(taps, TimeProvider.System.GetElapsedTime(started), tap.Fault);
            var before = await answer.TextAsync();
            await answer.PressAsync(tap.Button);
            await answer.SaysNoLongerAsync(before);
        }
    }

    private static async Task<(string? Button, string? Fault)> TapAsync(ChatAnswer answer, WantedContact want, StoredContact? stored)
    {
        var text = await answer.TextAsync();
        if (text.Contains("Which employer?", StringComparison.Ordinal))
            return (await answer.NameOfAsync(want.Employer) ?? "Add new employer and log", null);
        if (text.Contains("Before this is kept", StringComparison.Ordinal))
            return ("Keep, it is not about a person", null);
        var wrong = stored is null ? "nothing is recorded" : string.Join("; ", want.Wrong(stored));
        if (wrong.Length > 0)
            return (null, $"{wrong} [{text.Split('\n')[0]}]");
        foreach (var chip in want.ChipsFor(stored!))
            return await answer.NameOfAsync($"✓ {chip}") is { } ticked ? (ticked, null) : await answer.HasAsync(chip) ? (chip, null) : (null, $"there is no chip '{chip}'");
        return (null, null);
    }

    /// <summary>How a line ended.</summary>
    /// <param name="Fault">Null when the record is whole and right.</param>
    private sealed record Ending(int Taps, TimeSpan Taken, string? Fault);
}
