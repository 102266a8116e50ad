using System.Globalization;
using System.Text.RegularExpressions;
using EmployerCrm.EndToEnd.Tests.Chat;
using EmployerCrm.EndToEnd.Tests.Stack;

namespace EmployerCrm.EndToEnd.Tests.Scenes;

public sealed partial class FollowUpTests(Browser browser, SampleDatabase sample)
{
    [Fact]
    public async Task Done_takes_the_item_off_the_list_in_place_and_can_be_taken_back()
    {
        await using var scene = await ChatScene.BeginAsync(browser, sample);
        var list = await scene.Chat.SayAsync("due");
        await list.SaysAsync("What you owe");
        await scene.Chat.PhotographAsync("due");
        var owed = await OwedAsync(list);

        await list.PressAsync("Done");
        await list.SaysAsync("Done: ");
        Assert.Equal(owed - 1, await OwedAsync(list));
        await scene.Chat.PhotographAsync("done");

        await list.PressAsync("Undo");
        await list.SaysAsync("is open again");
        Assert.Equal(owed, await OwedAsync(list));
        Assert.Equal(2, await scene.Chat.CountAnswersAsync());
    }

    [Fact]
    public async Task Snooze_asks_until_when_and_moves_the_item_in_place()
    {
        Machine.NeedsTime("One more scene in the chat client");
        await using var scene = await ChatScene.BeginAsync(browser, sample);
        var list = await scene.Chat.SayAsync("due");
        var owed = await OwedAsync(list);

        await list.PressAsync("Snooze");
        await list.SaysAsync("Snooze until");
        await scene.Chat.PhotographAsync("snooze");
        await list.PressAsync("In a week");

        await list.SaysAsync(SnoozedForAWeek());
        Assert.Equal(owed, await OwedAsync(list));
        await scene.Chat.PhotographAsync("snoozed");
    }

    [Fact]
    public async Task The_numbers_of_the_list_can_be_typed()
    {
        Machine.NeedsTime("One more scene in the chat client");
        await using var scene = await ChatScene.BeginAsync(browser, sample);
        await scene.Chat.SayAsync("due");

        var done = await scene.Chat.SayAsync("done 2");
        await done.SaysAsync("Done: ");
        var snoozed = await scene.Chat.SayAsync("snooze 1 till tomorrow");
        await snoozed.SaysAsync("tomorrow");
        var unknown = await scene.Chat.SayAsync("done 99");
        await unknown.SaysAsync("there is no number 99");
    }

    [Fact]
    public async Task My_week_counts_a_visit_that_was_just_logged()
    {
        Machine.NeedsTime("One more scene in the chat client");
        await using var scene = await ChatScene.BeginAsync(browser, sample);
        var before = await scene.Chat.SayAsync("my week");
        await before.SaysAsync("My week");
        var counted = await CountedAsync(before);

        await (await scene.Chat.SayAsync("visited Friday's Café today, spoke to the owner")).SaysAsync("Visit logged");
        var after = await scene.Chat.SayAsync("my week");

        await after.SaysAsync("Friday's Café");
        Assert.Equal(counted + 1, await CountedAsync(after));
        await scene.Chat.PhotographAsync("my week");
    }

    /// <summary>How many items a list holds: those shown and those only counted.</summary>
    private static async Task<int> OwedAsync(ChatAnswer list)
    {
        var text = await list.TextAsync();
        var shown = Buckets().Matches(text).Sum(match => Number(match.Groups["count"].Value));
        var more = More().Match(text) is { Success: true } match ? Number(match.Groups["count"].Value) : 0;
        Assert.True(shown > 0, text);
        return shown + more;
    }

    private static async Task<int> CountedAsync(ChatAnswer week) => Number(InPerson().Match(await week.TextAsync()).Groups["count"].Value);

    private static int Number(string text) => int.Parse(text, CultureInfo.InvariantCulture);

    [GeneratedRegex(@"(Overdue|Today|Tomorrow|This week|Later|No date) \((?<count>\d+)\)", RegexOptions.None, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Buckets();

    [GeneratedRegex(@"(?<count>\d+) more (is|are) not shown here", RegexOptions.None, matchTimeoutMilliseconds: 1000)]
    private static partial Regex More();

    [GeneratedRegex(@"(?<count>\d+) of \d+ visits in person", RegexOptions.None, matchTimeoutMilliseconds: 1000)]
    private static partial Regex InPerson();

    [GeneratedRegex("Snoozed: .*in 7 days", RegexOptions.None, matchTimeoutMilliseconds: 1000)]
    private static partial Regex SnoozedForAWeek();
}
