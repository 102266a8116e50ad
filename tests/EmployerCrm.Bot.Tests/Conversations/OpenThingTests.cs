using EmployerCrm.Core.Visits;

namespace EmployerCrm.Bot.Tests.Conversations;

/// <summary>Lines that name no employer mean the one thing that is open, or ask which.</summary>
public sealed class OpenThingTests
{
    [Theory]
    [InlineData("yes went ahead")]
    [InlineData("it went ahead, Sarah Okafor wants two carers")]
    [InlineData("went well, Sarah Okafor wants two carers")]
    public async Task The_only_visit_of_the_day_went_ahead(string text)
    {
        await using var scene = await Scene.StartAsync();
        await scene.SayAsync("visiting Two Rivers today at 3pm");
        await scene.SayAsync(text);
        var visit = Assert.Single(await scene.VisitsOfAlexAsync());
        Assert.Equal(("Two Rivers Care Home", VisitState.Held, new TimeOnly(15, 0)), (visit.EmployerName, visit.State, visit.At!.Value));
        Assert.Equal(text.Contains("Sarah", StringComparison.Ordinal) ? "Sarah Okafor" : null, visit.ContactName);
    }

    [Theory]
    [InlineData("nobody in")]
    [InlineData("left a card")]
    [InlineData("she wasn't there so left my card")]
    public async Task Nobody_was_reached_at_the_only_visit_of_the_day(string text)
    {
        await using var scene = await Scene.StartAsync();
        await scene.SayAsync("visiting Two Rivers today at 3pm");
        await scene.SayAsync(text);
        var summary = Assert.Single(await scene.VisitsOfAlexAsync());
        var visit = await scene.ReadAsync(session => session.Visits.VisitAsync(summary.Id));
        Assert.Equal((VisitState.Held, Reached.Nobody, text), (visit!.State, visit.Facts.Reached, visit.Notes));
    }

    [Fact]
    public async Task A_voicemail_is_the_call_that_was_to_be_made_today()
    {
        await using var scene = await Scene.StartAsync();
        await scene.SayAsync("visiting Friday's Café today at 3pm");
        await scene.SayAsync("remind me to ring Two Rivers at 5pm");
        await scene.SayAsync("got voicemail");
        var visit = Assert.Single(await scene.VisitsOfAlexAsync(), visit => visit.State == VisitState.Held);
        Assert.Equal(("Two Rivers Care Home", Channel.Phone), (visit.EmployerName, visit.Channel));
    }

    [Fact]
    public async Task Two_visits_of_the_day_are_asked_about_and_chosen_by_number()
    {
        await using var scene = await Scene.StartAsync();
        await scene.SayAsync("visiting Two Rivers today at 2pm");
        await scene.SayAsync("visiting Friday's Café today at 4pm");
        var question = (await scene.SayAsync("it went ahead")).CardOf();
        Assert.Contains("Which one do you mean?", question.Lines());
        Assert.All(await scene.VisitsOfAlexAsync(), visit => Assert.Equal(VisitState.Planned, visit.State));
        await scene.SayAsync("2");
        Assert.Equal("Friday's Café", Assert.Single(await scene.VisitsOfAlexAsync(), visit => visit.State == VisitState.Held).EmployerName);
    }

    [Theory]
    [InlineData("yes it went ahead")]
    [InlineData("didn't happen, they cancelled")]
    [InlineData("moved to Thursday 2pm")]
    public async Task With_nothing_open_a_sentence_says_so(string text)
    {
        await using var scene = await Scene.StartAsync();
        Assert.Contains("I can't tell what that is about", (await scene.SayAsync(text)).Said(), StringComparison.Ordinal);
        Assert.Empty(await scene.VisitsOfAlexAsync());
    }

    [Theory]
    [InlineData("got voicemail")]
    [InlineData("nobody in")]
    public async Task With_nothing_open_a_call_or_visit_asks_for_the_employer(string text)
    {
        await using var scene = await Scene.StartAsync();
        await scene.SayAsync(text);
        await scene.SayAsync("two rivers");
        var visit = Assert.Single(await scene.VisitsOfAlexAsync());
        Assert.Equal(("Two Rivers Care Home", text == "nobody in" ? Channel.InPerson : Channel.Phone), (visit.EmployerName, visit.Channel));
    }

    [Fact]
    public async Task A_voicemail_is_not_the_visit_that_was_planned()
    {
        await using var scene = await Scene.StartAsync();
        await scene.SayAsync("visiting Two Rivers today at 3pm");
        Assert.Contains("Which employer?", (await scene.SayAsync("got voicemail")).CardOf().Lines());
        Assert.Equal(VisitState.Planned, Assert.Single(await scene.VisitsOfAlexAsync()).State);
    }

    [Fact]
    public async Task The_only_plan_is_moved_and_called_off_without_its_name()
    {
        await using var scene = await Scene.StartAsync();
        await scene.SayAsync("visiting Two Rivers on Tuesday at 2");
        await scene.SayAsync("moved to Thursday 3pm");
        var visit = Assert.Single(await scene.VisitsOfAlexAsync());
        Assert.Equal((new DateOnly(2026, 11, 26), new TimeOnly(15, 0)), (visit.On, visit.At));
        await scene.SayAsync("didn't happen, they cancelled");
        Assert.Empty(await scene.VisitsOfAlexAsync());
    }

    [Fact]
    public async Task Two_plans_are_asked_about_before_one_is_moved()
    {
        await using var scene = await Scene.StartAsync();
        await scene.SayAsync("visiting Two Rivers on Tuesday at 2");
        await scene.SayAsync("visiting Friday's Café on Wednesday at 4");
        Assert.Contains("Which planned visit?", (await scene.SayAsync("it's been moved to Friday 10am")).CardOf().Lines());
        await scene.SayAsync("2");
        Assert.Equal(new DateOnly(2026, 11, 27), (await scene.VisitsOfAlexAsync()).Single(visit => visit.EmployerName == "Friday's Café").On);
    }
}
