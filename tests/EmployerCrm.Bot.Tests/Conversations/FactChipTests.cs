using EmployerCrm.Core.Visits;

namespace EmployerCrm.Bot.Tests.Conversations;

/// <summary>What a contact holds beyond the line: proposed, ticked, and put right in one tap.</summary>
public sealed class FactChipTests
{
    [Fact]
    public async Task A_first_contact_is_taken_as_an_introduction_and_one_tap_confirms_it()
    {
        await using var scene = await Scene.StartAsync();
        var card = (await scene.SayAsync("visited Two Rivers")).CardOf();
        Assert.Contains("✓ Introduce ourselves", card.Buttons());

        var after = (await scene.PressAsync(card, "✓ Introduce ourselves")).CardOf();
        Assert.Contains("Contact with: Introduce ourselves", after.Lines());
        Assert.DoesNotContain(after.Buttons(), title => title.Contains("Introduce", StringComparison.Ordinal));
        var visit = await OnlyAsync(scene);
        Assert.Equal(Purpose.Introduce, visit.Facts.Purpose);
        Assert.False(visit.Facts.IsAssumed(VisitFields.Purpose));
    }

    [Fact]
    public async Task Nobody_reached_takes_the_visit_out_of_the_count_and_a_decision_maker_puts_it_back()
    {
        await using var scene = await Scene.StartAsync();
        var card = (await scene.SayAsync("visited Two Rivers")).CardOf();
        Assert.Contains("1 of 6 visits in person this week, 1 to confirm", card.Lines());

        var nobody = (await scene.PressAsync(card, "Nobody")).CardOf();
        Assert.Contains("0 of 6 visits in person this week", nobody.Lines());
        var undone = (await scene.PressAsync(nobody, "Undo")).CardOf();
        Assert.Contains("1 of 6 visits in person this week, 1 to confirm", undone.Lines());
        var boss = (await scene.PressAsync(undone, "Decision-maker")).CardOf();
        Assert.Contains("1 of 6 visits in person this week", boss.Lines());
    }

    [Fact]
    public async Task Somebody_named_was_reached_so_that_nothing_is_to_confirm()
    {
        await using var scene = await Scene.StartAsync();
        Assert.Contains("1 of 6 visits in person this week", (await scene.SayAsync("visited Two Rivers, met Sarah")).CardOf().Lines());
    }

    [Fact]
    public async Task A_contact_for_a_client_asks_in_one_tap_whether_they_were_there_and_want_that_work()
    {
        await using var scene = await Scene.StartAsync();
        var card = (await scene.SayAsync("visited Friday's Café about JS12")).CardOf();
        Assert.Contains("Was JS12 there?", card.Lines());
        Assert.Contains("Is this the kind of work JS12 wants?", card.Lines());

        // The first "Yes" is about presence; the second, once that is answered, about the work.
        var there = (await scene.PressAsync(card, "Yes")).CardOf();
        var wanted = (await scene.PressAsync(there, "Yes")).CardOf();
        Assert.DoesNotContain("Yes", wanted.Buttons());
        var visit = await OnlyAsync(scene);
        Assert.True(visit.Facts is { ClientPresent: true, ClientSpecific: true, MatchesPreferences: true });
    }

    [Fact]
    public async Task A_tap_on_an_old_card_is_told_that_the_visit_has_changed_since()
    {
        await using var scene = await Scene.StartAsync();
        var card = (await scene.SayAsync("visited Two Rivers")).CardOf();
        await scene.PressAsync(card, "Nobody");

        Assert.Contains("changed", (await scene.PressAsync(card, "Decision-maker")).SentenceOf(), StringComparison.OrdinalIgnoreCase);
        Assert.Equal(Reached.Nobody, (await OnlyAsync(scene)).Facts.Reached);
    }

    [Fact]
    public async Task Quick_taps_on_one_card_all_count_though_each_saw_it_before_the_others()
    {
        await using var scene = await Scene.StartAsync();
        var card = (await scene.SayAsync("visited Two Rivers, met Sarah")).CardOf();
        await scene.PressAsync(card, "Learn their needs");
        await scene.PressAsync(card, "Visit again in 2 weeks");

        Assert.Contains("changed", (await scene.PressAsync(card, "None")).SentenceOf(), StringComparison.OrdinalIgnoreCase);
        Assert.Equal(Purpose.LearnNeeds, (await OnlyAsync(scene)).Facts.Purpose);
        Assert.Equal("visit again", Assert.Single(await scene.OwedByAlexAsync()).Title);
    }

    [Theory]
    [InlineData("Visit again in 2 weeks", "visit again", "2026-12-05")]
    [InlineData("Thank-you, Mon 23 Nov", "send a thank-you", "2026-11-23")]
    public async Task What_usually_comes_next_is_one_tap(string chip, string title, string due)
    {
        await using var scene = await Scene.StartAsync();
        var after = (await scene.PressAsync((await scene.SayAsync("visited Two Rivers, met Sarah")).CardOf(), chip)).CardOf();

        Assert.DoesNotContain(chip, after.Buttons());
        var owed = Assert.Single(await scene.OwedByAlexAsync());
        Assert.Equal((title, DateOnly.Parse(due, System.Globalization.CultureInfo.InvariantCulture)), (owed.Title, owed.DueOn!.Value));
    }

    [Fact]
    public async Task None_is_an_answer_and_is_not_asked_again()
    {
        await using var scene = await Scene.StartAsync();
        var after = (await scene.PressAsync((await scene.SayAsync("visited Two Rivers, met Sarah")).CardOf(), "None")).CardOf();
        Assert.DoesNotContain("What comes next?", after.Lines());
        Assert.Empty(await scene.OwedByAlexAsync());
        Assert.True((await OnlyAsync(scene)).NothingNext);
    }

    private static async Task<Visit> OnlyAsync(Scene scene)
    {
        var id = Assert.Single(await scene.VisitsOfAlexAsync()).Id;
        return (await scene.ReadAsync(session => session.Visits.VisitAsync(id)))!;
    }
}
