using EmployerCrm.Core.Visits;

namespace EmployerCrm.Bot.Tests.Conversations;

/// <summary>A question can be answered by typing, as one would answer a colleague.</summary>
public sealed class TypedAnswerTests
{
    private const string Line = "popped in to costwell yesterday at 2pm, nobody about, next send leaflet Mon";

    [Theory]
    [InlineData("Leeds", "Costwell Stores – Leeds")]
    [InlineData("the bradford one", "Costwell Stores – Bradford")]
    [InlineData("Costwell Stores – Bradford", "Costwell Stores – Bradford")]
    [InlineData("costwell leds please", "Costwell Stores – Leeds")]
    [InlineData("bradfrod", "Costwell Stores – Bradford")]
    public async Task A_name_that_fits_one_offered_employer_completes_the_line(string typed, string employer)
    {
        await using var scene = await Scene.StartAsync();
        var question = await scene.SayAsync(Line);
        await scene.SayAsync(typed);

        var (card, receipt) = (scene.Connector.Calls[^2], scene.Connector.Calls[^1]);
        Assert.Contains("When: Fri 20 Nov, yesterday, 14:00", card.CardOf().Lines());
        Assert.Equal(("PUT", question.Id), (receipt.Method, receipt.ActivityId));
        Assert.Equal(["Answered below."], receipt.CardOf().Lines());
        Assert.Equal(employer, Assert.Single(await scene.VisitsOfAlexAsync()).EmployerName);
        Assert.Equal("send leaflet", Assert.Single(await scene.OwedByAlexAsync()).Title);
    }

    [Theory]
    [InlineData("2", 1)]
    [InlineData("the first one", 0)]
    [InlineData("number two", 1)]
    [InlineData("one", 0)]
    public async Task A_number_is_the_place_on_the_card(string typed, int place)
    {
        await using var scene = await Scene.StartAsync();
        var offered = (await scene.SayAsync(Line)).CardOf().Buttons();
        await scene.SayAsync(typed);

        Assert.StartsWith(Assert.Single(await scene.VisitsOfAlexAsync()).EmployerName, offered[place], StringComparison.Ordinal);
    }

    [Fact]
    public async Task An_answer_that_still_fits_two_is_asked_about_once_more()
    {
        await using var scene = await Scene.StartAsync();
        await scene.SayAsync(Line);

        Assert.StartsWith("More than one fits: ", (await scene.SayAsync("costwell")).Activity.Text, StringComparison.Ordinal);
        await scene.SayAsync("leeds");
        Assert.Single(await scene.VisitsOfAlexAsync());
    }

    [Fact]
    public async Task New_adds_the_employer_that_the_line_named()
    {
        await using var scene = await Scene.StartAsync();
        await scene.SayAsync("visited Big Ted's Burgers today, wants a Saturday cook");
        await scene.SayAsync("new");

        Assert.Equal("Big Ted's Burgers", Assert.Single(await scene.VisitsOfAlexAsync()).EmployerName);
    }

    [Fact]
    public async Task A_line_without_a_name_takes_a_known_name_at_once_and_confirms_an_unknown_one()
    {
        await using var scene = await Scene.StartAsync();
        await scene.SayAsync("visited them again today");
        await scene.SayAsync("two rivers");
        Assert.Equal("Two Rivers Care Home", Assert.Single(await scene.VisitsOfAlexAsync()).EmployerName);

        await scene.SayAsync("visited them again today");
        await scene.SayAsync("Big Ted's Burgers");
        Assert.Equal("Big Ted's Burgers", (string?)scene.Connector.Calls[^2].CardOf().Field("name")!["value"]);
        Assert.Single(await scene.VisitsOfAlexAsync());

        await scene.SayAsync("new");
        Assert.Contains(await scene.VisitsOfAlexAsync(), visit => visit.EmployerName == "Big Ted's Burgers");
    }

    [Theory]
    [InlineData("Thursday", 19)]
    [InlineData("yesterday", 20)]
    [InlineData("it was on 18/11", 18)]
    [InlineData("the 17th", 17)]
    public async Task A_typed_day_is_the_day_of_the_visit(string typed, int day)
    {
        await using var scene = await Scene.StartAsync();
        await scene.SayAsync("visited Friday's Café on 31/2, keen on Saturdays");
        await scene.SayAsync(typed);

        Assert.Equal(new DateOnly(2026, 11, day), Assert.Single(await scene.VisitsOfAlexAsync()).On);
    }

    [Fact]
    public async Task A_typed_day_of_a_plan_lies_ahead()
    {
        await using var scene = await Scene.StartAsync();
        await scene.SayAsync("going to visit Friday's Café");
        await scene.SayAsync("Tuesday");

        var visit = Assert.Single(await scene.VisitsOfAlexAsync());
        Assert.Equal((VisitState.Planned, new DateOnly(2026, 11, 24)), (visit.State, visit.On));
    }

    [Fact]
    public async Task A_day_that_has_not_come_is_refused_and_the_question_stays()
    {
        await using var scene = await Scene.StartAsync();
        await scene.SayAsync("visited Friday's Café on 31/2");
        Assert.StartsWith("That day has not come yet", (await scene.SayAsync("tomorrow")).Activity.Text, StringComparison.Ordinal);

        await scene.SayAsync("today");
        Assert.Single(await scene.VisitsOfAlexAsync());
    }

    [Fact]
    public async Task A_next_step_on_a_day_that_does_not_exist_is_asked_for_its_own_day()
    {
        await using var scene = await Scene.StartAsync();
        var question = (await scene.SayAsync("visited Two Rivers today, next send CV 31/2")).CardOf();
        Assert.Contains("I could not tell when \"send CV\" is due. Choose the day and I log the rest as you typed it.", question.Lines());
        await scene.SayAsync("Tuesday");

        Assert.Equal(new DateOnly(2026, 11, 21), Assert.Single(await scene.VisitsOfAlexAsync()).On);
        Assert.Equal(new DateOnly(2026, 11, 24), Assert.Single(await scene.OwedByAlexAsync()).DueOn);
    }

    [Theory]
    [InlineData("forget it")]
    [InlineData("cancel")]
    [InlineData("never mind")]
    [InlineData("scrap that")]
    public async Task Giving_up_forgets_the_line_and_its_card_says_so(string typed)
    {
        await using var scene = await Scene.StartAsync();
        await scene.SayAsync(Line);
        await scene.SayAsync(typed);

        Assert.Equal("The line is forgotten. Nothing was saved.", scene.Connector.Calls[^2].Activity.Text);
        Assert.Equal("PUT", scene.Connector.Calls[^1].Method);
        Assert.Contains("No line of yours waits for an answer.", (await scene.SayAsync("drafts")).CardOf().Lines());
    }

    [Fact]
    public async Task Cancel_that_after_something_was_logged_takes_that_back_and_not_the_question()
    {
        await using var scene = await Scene.StartAsync();
        await scene.SayAsync(Line);
        scene.Clock.Advance(TimeSpan.FromMinutes(1));
        await scene.SayAsync("visited Two Rivers today");
        await scene.SayAsync("cancel that");

        Assert.Empty(await scene.VisitsOfAlexAsync());
        await scene.SayAsync("leeds");
        Assert.Single(await scene.VisitsOfAlexAsync());
    }

    [Fact]
    public async Task A_new_line_is_a_new_line_and_the_question_stays_open()
    {
        await using var scene = await Scene.StartAsync();
        await scene.SayAsync(Line);
        await scene.SayAsync("visited Two Rivers today");
        await scene.SayAsync("due");
        Assert.Equal("Two Rivers Care Home", Assert.Single(await scene.VisitsOfAlexAsync()).EmployerName);

        await scene.SayAsync("leeds");
        Assert.Equal(2, (await scene.VisitsOfAlexAsync()).Count);
    }

    [Fact]
    public async Task Another_employer_than_those_offered_is_no_answer()
    {
        await using var scene = await Scene.StartAsync();
        await scene.SayAsync(Line);
        await scene.SayAsync("two rivers");

        Assert.Empty(await scene.VisitsOfAlexAsync());
    }

    [Fact]
    public async Task After_half_a_day_a_bare_word_answers_nothing()
    {
        await using var scene = await Scene.StartAsync();
        await scene.SayAsync(Line);
        scene.Clock.Advance(TimeSpan.FromHours(13));
        await scene.SayAsync("leeds");

        Assert.Empty(await scene.VisitsOfAlexAsync());
    }

    [Fact]
    public async Task Nobody_answers_a_question_of_somebody_else()
    {
        await using var scene = await Scene.StartAsync();
        await scene.SayAsync(Line);
        await scene.SayAsync("leeds", scene.Sam);

        Assert.Empty(await scene.VisitsOfAlexAsync());
    }

    [Fact]
    public async Task A_day_and_a_time_answer_the_question_for_the_day()
    {
        await using var scene = await Scene.StartAsync();
        await scene.SayAsync("visiting Two Rivers");
        await scene.SayAsync("Thursday 2pm");
        var visit = Assert.Single(await scene.VisitsOfAlexAsync());
        Assert.Equal((new DateOnly(2026, 11, 26), new TimeOnly(14, 0)), (visit.On, visit.At));
    }

    [Fact]
    public async Task A_time_alone_is_kept_and_the_day_asked_again()
    {
        await using var scene = await Scene.StartAsync();
        await scene.SayAsync("visiting Two Rivers");
        await scene.SayAsync("2pm");
        Assert.Empty(await scene.VisitsOfAlexAsync());
        await scene.SayAsync("Thursday");
        var visit = Assert.Single(await scene.VisitsOfAlexAsync());
        Assert.Equal((new DateOnly(2026, 11, 26), new TimeOnly(14, 0)), (visit.On, visit.At));
    }

    [Theory]
    [InlineData("thanks mate", "You are welcome")]
    [InlineData("done", "Which one is done?")]
    [InlineData("done 1 and 3", "One number at a time")]
    public async Task Words_that_ask_for_nothing_certain_get_a_sentence(string text, string sentence)
    {
        await using var scene = await Scene.StartAsync();
        Assert.StartsWith(sentence, (await scene.SayAsync(text)).Said(), StringComparison.Ordinal);
    }
}
