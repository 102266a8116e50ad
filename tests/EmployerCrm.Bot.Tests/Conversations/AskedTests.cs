namespace EmployerCrm.Bot.Tests.Conversations;

/// <summary>Questions about what is stored.</summary>
public sealed class AskedTests
{
    [Fact]
    public async Task Tomorrow_shows_what_is_planned_and_due()
    {
        await using var scene = await Scene.StartAsync();
        await scene.SayAsync("visiting Two Rivers tomorrow at 2");
        await scene.SayAsync("remind me to ring Friday's Café tomorrow");
        var card = (await scene.SayAsync("what's on tomorrow?")).CardOf().Lines();
        Assert.Contains("• 14:00 Two Rivers Care Home · Visit planned", card);
        Assert.Contains(card, line => line.StartsWith("• Ring Friday's Café · Friday's Café", StringComparison.Ordinal));
        Assert.Contains("Nothing planned or logged.", (await scene.SayAsync("what am i doing monday")).CardOf().Lines());
    }

    [Fact]
    public async Task Employers_not_seen_this_month_are_listed()
    {
        await using var scene = await Scene.StartAsync();
        await scene.SayAsync("visited Two Rivers on 12 October");
        await scene.SayAsync("visited Friday's Café today");
        var card = (await scene.SayAsync("who haven't I seen this month")).CardOf().Lines();
        Assert.Contains(card, line => line.StartsWith("• Two Rivers Care Home", StringComparison.Ordinal));
        Assert.DoesNotContain(card, line => line.Contains("Friday's Café", StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("when did I last see Two Rivers")]
    [InlineData("what do i owe two rivers")]
    [InlineData("who's seen two rivers lately")]
    public async Task An_employer_is_shown_with_when_it_was_contacted_and_what_is_owed(string text)
    {
        await using var scene = await Scene.StartAsync();
        await scene.SayAsync("rang Two Rivers on Thursday, next send CV Tues");
        var card = (await scene.SayAsync(text)).CardOf().Lines();
        Assert.Contains("Last contact: Phone call, Thu 19 Nov, 2 days ago (you)", card);
        Assert.Contains(card, line => line.StartsWith("Send CV", StringComparison.Ordinal));
    }

    [Fact]
    public async Task The_next_visit_to_an_employer_is_said()
    {
        await using var scene = await Scene.StartAsync();
        await scene.SayAsync("visiting Two Rivers on Tuesday at 2");
        Assert.Contains("Your next visit there: Two Rivers Care Home · Tue 24 Nov, in 3 days, 14:00", (await scene.SayAsync("when am i next at two rivers")).Said(), StringComparison.Ordinal);
        await scene.SayAsync("when am i at friday's cafe");
        Assert.Contains("No visit of yours to Friday's Café is planned.", scene.Connector.Calls[^1].Said(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_client_was_last_seen_and_what_is_owed_for_them()
    {
        await using var scene = await Scene.StartAsync();
        Assert.Contains("No contact with JS12 is recorded yet.", (await scene.SayAsync("when did i last see JS12")).Said(), StringComparison.Ordinal);
        await scene.SayAsync("saw JS12 yesterday");
        await scene.SayAsync("yes");
        Assert.Contains("Fri 20 Nov, yesterday", (await scene.SayAsync("when did i last see j s twelve")).Said(), StringComparison.Ordinal);
        await scene.SayAsync("remind me to ring JS12 on Monday");
        Assert.Contains((await scene.SayAsync("what's outstanding for JS12")).CardOf().Lines(), line => line.StartsWith("• Ring JS12", StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("saw JS13 at work")]
    [InlineData("saw j s thirteen at work comma all fine")]
    [InlineData("rang JS13, all fine")]
    public async Task A_near_miss_of_a_reference_is_asked_about_and_never_recorded_by_itself(string text)
    {
        await using var scene = await Scene.StartAsync();
        var question = (await scene.SayAsync(text)).CardOf();
        Assert.Contains("JS12", question.Buttons());
        Assert.Equal(0, await ContactsAsync(scene));
        await scene.SayAsync("JS12");
        Assert.Equal(1, await ContactsAsync(scene));
    }

    [Fact]
    public async Task A_reference_like_none_is_said_to_be_unknown()
    {
        await using var scene = await Scene.StartAsync();
        Assert.Contains("I don't know that reference", (await scene.SayAsync("saw QQ88 at work")).Said(), StringComparison.Ordinal);
    }

    private static async Task<int> ContactsAsync(Scene scene)
    {
        var alex = await scene.AlexRowAsync();
        var clients = await scene.ReadAsync(session => session.Clients.OpenAsync(alex.TeamId, alex.Id));
        return clients.Count(client => client.LastContact is not null);
    }
}
