using System.Text.RegularExpressions;
using EmployerCrm.EndToEnd.Tests.Chat;
using EmployerCrm.EndToEnd.Tests.Stack;

namespace EmployerCrm.EndToEnd.Tests.Scenes;

public sealed partial class LogVisitTests(Browser browser, SampleDatabase sample)
{
    [Fact]
    public async Task A_visit_typed_in_one_line_comes_back_as_a_card()
    {
        await using var scene = await ChatScene.BeginAsync(browser, sample);

        var card = await scene.Chat.SayAsync(Lines.Visit);

        await card.SaysAsync("Visit logged");
        await card.SaysAsync("Friday's Café");
        await card.SaysAsync("yesterday, 15:00");
        await card.SaysAsync("In person");
        await card.SaysAsync(NextStep());
        await card.SaysAsync(WeekCount());
        Assert.True(await card.HasAsync("Undo"));
        Assert.True(await card.HasAsync("Edit"));
        await scene.Chat.PhotographAsync("visit logged");
    }

    [Fact]
    public async Task Choosing_among_employers_that_fit_completes_the_same_visit()
    {
        await using var scene = await ChatScene.BeginAsync(browser, sample);

        var card = await scene.Chat.SayAsync(Lines.AmbiguousVisit);
        await card.SaysAsync("Which employer?");
        await scene.Chat.PhotographAsync("which employer");
        await card.PressWhatBeginsAsync("Pennine Pets – Huddersfield");

        await card.SaysAsync("Visit logged");
        await card.SaysAsync("Pennine Pets – Huddersfield");
        await card.SaysAsync("Ring back");
        await card.DoesNotSayAsync("Which employer?");
        Assert.Equal(2, await scene.Chat.CountAnswersAsync());
    }

    [Fact]
    public async Task An_employer_nobody_knows_yet_is_added_with_the_visit()
    {
        Machine.NeedsTime("One more scene in the chat client");
        await using var scene = await ChatScene.BeginAsync(browser, sample);

        var card = await scene.Chat.SayAsync(Lines.UnknownEmployer);
        await card.SaysAsync("I don't know");
        await card.PressAsync("Add new employer and log");

        await card.SaysAsync("Visit logged");
        await card.SaysAsync("Zebra Print Studio");
        await scene.Chat.PhotographAsync("new employer");
    }

    [Fact]
    public async Task Edit_turns_the_card_into_a_form_and_saves_in_place()
    {
        await using var scene = await ChatScene.BeginAsync(browser, sample);
        var card = await scene.Chat.SayAsync(Lines.Visit);

        await card.PressAsync("Edit");
        await card.SaysAsync("Next step due");
        await scene.Chat.PhotographAsync("edit");
        Assert.Equal("send CV", await card.ValueAsync("Next step (leave empty for none)"));
        await card.FillAsync("Contact (name of the person you met)", "Marta Kowalska");
        await card.FillAsync("Notes", "Quiet on Mondays, **busy** at lunch");
        await card.ChooseAsync("How", "Phone");
        await card.PressAsync("Save");

        await card.SaysAsync("Phone call logged");
        await card.SaysAsync("Marta Kowalska (owner)");
        await card.SaysAsync("Quiet on Mondays, **busy** at lunch");
        Assert.Equal(2, await scene.Chat.CountAnswersAsync());
        await scene.Chat.PhotographAsync("edited");
    }

    [Fact]
    public async Task Undo_on_the_card_takes_the_visit_back()
    {
        Machine.NeedsTime("One more scene in the chat client");
        await using var scene = await ChatScene.BeginAsync(browser, sample);
        var card = await scene.Chat.SayAsync(Lines.Visit);

        await card.PressAsync("Undo");

        await card.SaysAsync("Undone: the visit with Friday's Café");
        Assert.False(await card.HasAsync("Undo"));
        await scene.Chat.PhotographAsync("undone");
    }

    [Fact]
    public async Task Undo_as_a_word_takes_the_last_visit_back_and_changes_its_card()
    {
        Machine.NeedsTime("One more scene in the chat client");
        await using var scene = await ChatScene.BeginAsync(browser, sample);
        var card = await scene.Chat.SayAsync(Lines.Visit);

        var answer = await scene.Chat.SayAsync("undo");

        await answer.SaysAsync("Undone: the visit with Friday's Café");
        await card.SaysAsync("is no longer recorded");
    }

    // "Send CV — Tue 24 Nov, in 3 days"
    [GeneratedRegex(@"Send CV — Tue \d{1,2} \w{3}", RegexOptions.None, matchTimeoutMilliseconds: 1000)]
    private static partial Regex NextStep();

    [GeneratedRegex(@"\d+ of \d+ visits in person (this week|in the week of)", RegexOptions.None, matchTimeoutMilliseconds: 1000)]
    private static partial Regex WeekCount();
}
