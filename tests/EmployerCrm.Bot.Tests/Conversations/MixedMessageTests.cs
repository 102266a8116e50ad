using EmployerCrm.Core.Visits;

namespace EmployerCrm.Bot.Tests.Conversations;

/// <summary>One message that tells of different things: each part is done, asked about or named.</summary>
public sealed class MixedMessageTests
{
    private static List<string> Titles(Scene scene, int from) => [.. scene.Connector.Calls.Skip(from).Where(call => call.Method == "POST").Select(call => call.CardOf().Lines()[0])];

    [Fact]
    public async Task A_visit_a_reminder_a_job_end_and_what_became_of_plans_are_done_in_one_answer()
    {
        await using var scene = await Scene.StartAsync();
        await scene.SayAsync("JS12 started at B & J Motors on 2 Nov as a valeter");
        await scene.SayAsync("visiting Friday's Café tomorrow at 2");
        scene.Clock.Advance(TimeSpan.FromMinutes(2));
        await scene.SayAsync("visiting costwell bradford on Tuesday at 10");
        var before = scene.Connector.Calls.Count;
        await scene.SayAsync("- visited Two Rivers today, met Sarah Okafor, she needs two carers\n- friday's cafe tomorrow cancelled, Marta is away\n- costwell bradford moved to Thursday 3pm\n- JS12 lost the job at B & J Motors\n- remind me to ring Two Rivers Mon");

        Assert.Equal(["Several things", "Visit logged", "Visit did not happen", "Visit planned", "Job end recorded", "Reminder set"], Titles(scene, before));
        Assert.Contains("1 contact is logged.", scene.Connector.Calls[before].CardOf().Lines());
        Assert.Contains("4 other things are recorded.", scene.Connector.Calls[before].CardOf().Lines());
        var visits = await scene.VisitsOfAlexAsync();
        Assert.Contains(visits, visit => visit is { EmployerName: "Two Rivers Care Home", State: VisitState.Held });
        Assert.Contains(visits, visit => visit is { EmployerName: "Costwell Stores – Bradford", State: VisitState.Planned } && visit.On == new DateOnly(2026, 11, 26) && visit.At == new TimeOnly(15, 0));
        Assert.Equal(["ring Two Rivers", "Be in touch after the job ended", "Tell the care team that the job ended"], (await scene.OwedByAlexAsync()).Select(item => item.Title));

        await scene.PressAsync(scene.Connector.Calls.Skip(before).First(call => call.Method == "POST" && call.CardOf().Lines()[0] == "Reminder set").CardOf(), "Undo");
        Assert.DoesNotContain(await scene.OwedByAlexAsync(), item => item.Title == "ring Two Rivers");
        Assert.Equal(2, (await scene.VisitsOfAlexAsync()).Count);
    }

    [Fact]
    public async Task A_message_that_comes_twice_is_done_once()
    {
        await using var scene = await Scene.StartAsync();
        var activity = scene.Alex.Message("visited Two Rivers today\nremind me to ring Two Rivers Mon");
        await scene.PostAsync(activity);
        var sent = scene.Connector.Calls.Count;
        await scene.PostAsync(activity);
        Assert.Equal(sent, scene.Connector.Calls.Count);
        Assert.Single(await scene.OwedByAlexAsync());
    }

    [Fact]
    public async Task Clients_seen_are_asked_about_with_one_tap_each()
    {
        await using var scene = await Scene.StartAsync();
        var before = scene.Connector.Calls.Count;
        await scene.SayAsync("saw JS12 at job club; rang Two Rivers, no answer; remind me to text Sarah Mon");
        Assert.Equal(["Several things", "Phone call logged", "Contact with a client"], Titles(scene, before));
        Assert.Contains("1 line needs an answer from you.", scene.Connector.Calls[before].CardOf().Lines());
        await scene.SayAsync("yes");
        Assert.Contains("Contact with a client recorded", scene.Connector.Calls.Skip(before).Where(call => call.Method == "POST").Select(call => call.CardOf().Lines()[0]));
    }

    [Fact]
    public async Task What_became_of_three_plans_is_told_in_one_line()
    {
        await using var scene = await Scene.StartAsync();
        await scene.SayAsync("visiting Two Rivers today at 5pm");
        await scene.SayAsync("visiting Friday's Café today at 6pm");
        await scene.SayAsync("visiting costwell leeds on Monday at 9am");
        await scene.SayAsync("two rivers went ahead, friday's cafe didn't happen Marta was off, costwell leeds moved to Tuesday 9.30");
        var visits = await scene.VisitsOfAlexAsync();
        Assert.Equal(VisitState.Held, visits.Single(visit => visit.EmployerName == "Two Rivers Care Home").State);
        Assert.DoesNotContain(visits, visit => visit.EmployerName == "Friday's Café");
        Assert.Equal((new DateOnly(2026, 11, 24), new TimeOnly(9, 30)), visits.Where(visit => visit.EmployerName.StartsWith("Costwell", StringComparison.Ordinal)).Select(visit => (visit.On, visit.At!.Value)).Single());
    }

    [Fact]
    public async Task A_part_that_is_not_understood_is_named_and_one_that_finds_nothing_planned_offers_the_form()
    {
        await using var scene = await Scene.StartAsync();
        var before = scene.Connector.Calls.Count;
        await scene.SayAsync("- two rivers tomorrow cancelled\n- my clients\n- visited Friday's Café today");
        var summary = scene.Connector.Calls[before].CardOf();
        Assert.Contains("1 contact is logged.", summary.Lines());
        Assert.Contains(summary.Lines(), line => line.StartsWith("Not recorded, number 2", StringComparison.Ordinal));
        Assert.Contains("Nothing planned there", Titles(scene, before));
    }

    [Theory]
    [InlineData("two rivers and friday's cafe both went ahead", VisitState.Held)]
    [InlineData("two rivers and friday's cafe moved to Tuesday", VisitState.Planned)]
    public async Task What_is_told_of_two_plans_at_once_holds_for_both(string text, VisitState state)
    {
        await using var scene = await Scene.StartAsync();
        await scene.SayAsync("visiting Two Rivers today at 5pm");
        await scene.SayAsync("visiting Friday's Café today at 6pm");
        await scene.SayAsync(text);
        var visits = await scene.VisitsOfAlexAsync();
        Assert.Equal(2, visits.Count);
        Assert.All(visits, visit => Assert.Equal((state, state == VisitState.Held ? new DateOnly(2026, 11, 21) : new DateOnly(2026, 11, 24)), (visit.State, visit.On)));
    }

    [Fact]
    public async Task Two_plans_are_called_off_at_once()
    {
        await using var scene = await Scene.StartAsync();
        await scene.SayAsync("visiting Two Rivers tomorrow at 5pm");
        await scene.SayAsync("visiting Friday's Café tomorrow at 6pm");
        await scene.SayAsync("cancelled two rivers and friday's cafe tomorrow");
        Assert.Empty(await scene.VisitsOfAlexAsync());
    }

    [Fact]
    public async Task A_name_above_what_is_told_of_it_belongs_to_it()
    {
        await using var scene = await Scene.StartAsync();
        await scene.SayAsync("KT45 started at B & J Motors on 2 Nov");
        await scene.SayAsync("two rivers today\nSarah wants carers\n\nfriday's cafe\nno one in\n\nKT45\nlost the job at b&j motors");
        Assert.Equal(["Friday's Café", "Two Rivers Care Home"], (await scene.VisitsOfAlexAsync()).Select(visit => visit.EmployerName).Order(StringComparer.Ordinal));
        Assert.Contains("Job end recorded", Titles(scene, 1));
    }

    [Fact]
    public async Task A_week_with_its_days_is_divided_by_them()
    {
        await using var scene = await Scene.StartAsync();
        await scene.SayAsync("Mon: two rivers, friday's cafe\nTue: rang costwell leeds\nThu: saw JS12 at work");
        Assert.Equal([16, 16, 17], (await scene.VisitsOfAlexAsync()).Select(visit => visit.On.Day).Order());
        Assert.Contains("Contact with JS12: in person, Thu 19 Nov, 2 days ago", scene.Connector.Calls[^1].CardOf().Lines());
    }

    [Fact]
    public async Task A_job_start_and_the_visit_it_came_of_are_both_recorded()
    {
        await using var scene = await Scene.StartAsync();
        var before = scene.Connector.Calls.Count;
        await scene.SayAsync("KT45 starts at two rivers monday as a cleaner, visited two rivers to arrange it today");
        Assert.Equal(["Several things", "Job start recorded", "Visit logged"], Titles(scene, before));
    }

    [Fact]
    public async Task A_part_that_tells_of_a_person_is_asked_about_and_the_others_are_done()
    {
        await using var scene = await Scene.StartAsync();
        var before = scene.Connector.Calls.Count;
        await scene.SayAsync("- visited Two Rivers today\n- remind me to ask about her depression Mon");
        Assert.Single(await scene.VisitsOfAlexAsync());
        Assert.Empty(await scene.OwedByAlexAsync());
        var question = scene.Connector.Calls.Skip(before).Last(call => call.Method == "POST").CardOf();
        await scene.PressAsync(question, "Keep, it is not about a person");
        Assert.Single(await scene.OwedByAlexAsync());
    }
}
