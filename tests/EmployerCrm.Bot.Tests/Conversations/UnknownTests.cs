using EmployerCrm.Bot.Handlers;

namespace EmployerCrm.Bot.Tests.Conversations;

public sealed class UnknownTests
{
    [Fact]
    public async Task A_line_that_is_nothing_gets_three_examples_and_nothing_is_saved()
    {
        await using var scene = await Scene.StartAsync();
        var card = (await scene.SayAsync("the weather is lovely")).CardOf();

        Assert.Equal(
            [
                "Sorry, I did not understand that", "Nothing was saved. These come closest to what you typed:", "Log a contact: visited Two Rivers today, met Sarah, next ring her Mon",
                "See what you owe: due, due this week, overdue", "See your week: my week", "You can also ask, for example: what's on tomorrow · who haven't I seen this month · when did I last see Two Rivers. Type \"help\" to see everything.",
            ],
            card.Lines());
        Assert.Empty(await scene.VisitsOfAlexAsync());
    }

    [Fact]
    public async Task A_name_that_is_nearly_an_employers_offers_the_closest_names()
    {
        await using var scene = await Scene.StartAsync();
        var card = (await scene.SayAsync("info on fridge cafe")).CardOf();
        Assert.Contains("Did you mean one of these employers?", card.Lines());

        Assert.Contains("Marta Kowalska", (await scene.PressAsync(card, "Friday's Café (Otley)")).CardOf().Lines());
    }

    [Theory]
    [InlineData("pls delete my mistake", "Undo")]
    [InlineData("how many vists is that so far", "Week")]
    [InlineData("what is on the agenda, anything ovrdue", "Due")]
    [InlineData("could you snoze that for later", "Done")]
    [InlineData("somebody got a new job offered", "JobStart")]
    [InlineData("resonable adjustmants", "Adjustments")]
    [InlineData("who knows a good bakery", "Employer")]
    [InlineData("js12", "JobStart")]
    [InlineData("good morning", "Log")]
    [InlineData("can you book an apointment for me", "Plan")]
    public void What_comes_closest_stands_first_slips_allowed(string line, string ability) => Assert.Equal(ability, WhatICanDo.Closest(line)[0].Name);

    [Theory]
    [InlineData("")]
    [InlineData("🎉🎉🎉")]
    [InlineData("zxqv")]
    public void A_line_that_is_like_nothing_gets_what_people_need_most(string line) => Assert.Equal(["Log", "Due", "Week"], WhatICanDo.Closest(line).Select(ability => ability.Name));

    [Fact]
    public void The_same_line_always_gets_the_same_three_in_any_case_and_order()
    {
        var once = WhatICanDo.Closest("show me the overdue tasks").Select(ability => ability.Name).ToList();

        Assert.Equal(once, WhatICanDo.Closest("tasks OVERDUE the me Show").Select(ability => ability.Name));
        Assert.Equal(3, once.Distinct().Count());
    }

    [Fact]
    public void Every_ability_has_its_own_words_an_example_and_a_title() => Assert.All(
        WhatICanDo.All,
        ability =>
        {
            Assert.NotEmpty(ability.Words);
            Assert.NotEmpty(ability.Title);
            Assert.NotEmpty(ability.Example);
        });
}
