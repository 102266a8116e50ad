using EmployerCrm.Core.Visits;

namespace EmployerCrm.Bot.Tests.Conversations;

/// <summary>Several contacts in one message, and "same again".</summary>
public sealed class SeveralTests
{
    [Fact]
    public async Task One_a_line_are_logged_in_order_and_once()
    {
        await using var scene = await Scene.StartAsync();
        var activity = scene.Alex.Message("visited Two Rivers today, met Sarah Okafor\nrang Friday's Café, no answer\nvisited B & J Motors yesterday, next send CV Tues");
        await scene.PostAsync(activity);
        var sent = scene.Connector.Calls.Count;
        await scene.PostAsync(activity);

        Assert.Equal(sent, scene.Connector.Calls.Count);
        Assert.Contains("3 contacts are logged.", scene.Connector.Calls[0].CardOf().Lines());
        Assert.Equal(["Two Rivers Care Home", "Friday's Café", "B & J Motors"], scene.Connector.Calls.Skip(1).Select(call => call.CardOf().Lines()[1]));
        Assert.Equal(3, (await scene.VisitsOfAlexAsync()).Count);
        Assert.Equal("send CV", Assert.Single(await scene.OwedByAlexAsync()).Title);
        await scene.PressAsync(scene.Connector.Calls[1].CardOf(), "Undo");
        Assert.Equal(2, (await scene.VisitsOfAlexAsync()).Count);
    }

    [Fact]
    public async Task Two_employers_side_by_side_are_two_contacts()
    {
        await using var scene = await Scene.StartAsync();
        await scene.SayAsync("Two Rivers and Friday's Café today");
        Assert.Equal(["Friday's Café", "Two Rivers Care Home"], (await scene.VisitsOfAlexAsync()).Select(visit => visit.EmployerName).Order(StringComparer.Ordinal));
    }

    [Fact]
    public async Task A_line_that_needs_an_answer_waits_for_its_own()
    {
        await using var scene = await Scene.StartAsync();
        await scene.SayAsync("visited Two Rivers today\nvisited costwell today, two trolley jobs");
        Assert.Equal("Two Rivers Care Home", Assert.Single(await scene.VisitsOfAlexAsync()).EmployerName);
        Assert.Contains("1 line needs an answer from you.", scene.Connector.Calls[0].CardOf().Lines());

        await scene.SayAsync("leeds");
        Assert.Equal(2, (await scene.VisitsOfAlexAsync()).Count);
        Assert.Contains(await scene.VisitsOfAlexAsync(), visit => visit.EmployerName == "Costwell Stores – Leeds");
    }

    [Fact]
    public async Task Two_clients_and_two_employers_in_one_line_are_asked_about()
    {
        await using var scene = await Scene.StartAsync();
        var answer = await scene.SayAsync("visited Two Rivers and Friday's Café today with JS12 and KT45");
        Assert.Empty(await scene.VisitsOfAlexAsync());
        Assert.Contains("who was where", answer.Body!.ToString(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_further_client_and_further_people_stay_in_the_note()
    {
        await using var scene = await Scene.StartAsync();
        await scene.SayAsync("visited Friday's Café today with JS12 and KT45, met Marta Kowalska and Ben Lister");
        var summary = Assert.Single(await scene.VisitsOfAlexAsync());
        Assert.Equal("JS12", summary.ClientReference);
        var visit = await scene.ReadAsync(session => session.Visits.VisitAsync(summary.Id));
        Assert.Contains("KT45", visit!.Notes, StringComparison.Ordinal);
        Assert.Contains("Ben Lister", visit.Notes, StringComparison.Ordinal);
        Assert.Contains("A visit holds one client. KT45", scene.Connector.Calls[^1].Body!.ToString(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task More_lines_than_thirty_are_said_to_be_unread()
    {
        await using var scene = await Scene.StartAsync();
        await scene.SayAsync(string.Join('\n', Enumerable.Range(1, 34).Select(number => $"rang Two Rivers on {number % 20 + 1} November, note {number}")));
        Assert.Contains("I read the first 30 lines", scene.Connector.Calls[^1].Body!.ToString(), StringComparison.Ordinal);
        Assert.Equal(30, (await scene.VisitsOfAlexAsync()).Count);
    }

    [Fact]
    public async Task Same_again_repeats_the_last_contact_today()
    {
        await using var scene = await Scene.StartAsync();
        await scene.SayAsync("rang Two Rivers yesterday, spoke to Sarah Okafor about JS12");
        scene.Clock.Advance(TimeSpan.FromHours(1));
        var card = (await scene.SayAsync("same again")).CardOf();
        Assert.Contains("Phone call logged", card.Lines());
        Assert.Contains("When: Sat 21 Nov, today", card.Lines());
        Assert.Contains("Client: JS12", card.Lines());
        var visits = await scene.VisitsOfAlexAsync();
        Assert.Equal([Channel.Phone, Channel.Phone], visits.Select(visit => visit.Channel));
        Assert.All(visits, visit => Assert.Equal(("Two Rivers Care Home", "Sarah Okafor"), (visit.EmployerName, visit.ContactName)));
    }

    [Fact]
    public async Task Same_again_elsewhere_keeps_the_way_and_leaves_the_person()
    {
        await using var scene = await Scene.StartAsync();
        await scene.SayAsync("rang Two Rivers today, spoke to Sarah Okafor");
        scene.Clock.Advance(TimeSpan.FromHours(1));
        await scene.SayAsync("same again at Friday's Café, nobody about");
        var visit = Assert.Single(await scene.VisitsOfAlexAsync(), visit => visit.EmployerName == "Friday's Café");
        Assert.Equal((Channel.Phone, null), (visit.Channel, visit.ContactName));
    }

    [Fact]
    public async Task Same_again_with_nothing_logged_this_week_says_so()
    {
        await using var scene = await Scene.StartAsync();
        Assert.Contains("nothing this week that I could repeat", (await scene.SayAsync("same again")).Body!.ToString(), StringComparison.Ordinal);
    }
}
