using System.Text.Json.Nodes;
using EmployerCrm.Core.Employers;

namespace EmployerCrm.Bot.Tests.Conversations;

public sealed class ContactQuestionTests
{
    [Fact]
    public async Task A_first_name_that_two_people_share_is_asked_about()
    {
        await using var scene = await Scene.StartAsync();
        await AddAsync(scene, "two rivers", "Sarah Lumb");
        var question = (await scene.SayAsync("visited Two Rivers today, met Sarah, tour of the kitchen")).CardOf();
        Assert.Equal(["Who was it?", "\"Sarah\" could be more than one person at Two Rivers Care Home. Choose and I log the rest as you typed it."], question.Lines());
        Assert.Equal(["Sarah Lumb", "Sarah Okafor", "Somebody new: Sarah", "Open as a form", "Forget this line"], question.Buttons());

        var card = (await scene.PressAsync(question, "Sarah Lumb")).CardOf();

        Assert.Contains("Contact: Sarah Lumb", card.Lines());
        Assert.Contains("Notes: tour of the kitchen", card.Lines());
    }

    [Theory]
    [InlineData("okafor", "Contact: Sarah Okafor")]
    [InlineData("2", "Contact: Sarah Okafor")]
    [InlineData("somebody new", "New contact: Sarah")]
    public async Task Who_it_was_can_be_typed(string typed, string shown)
    {
        await using var scene = await Scene.StartAsync();
        await AddAsync(scene, "two rivers", "Sarah Lumb");
        await scene.SayAsync("visited Two Rivers today, met Sarah");
        await scene.SayAsync(typed);

        Assert.Contains(shown, scene.Connector.Calls[^2].CardOf().Lines());
    }

    [Theory]
    [InlineData("Marta Kowalska", "Contact: Marta Kowalska")]
    [InlineData("Somebody new: Mart", "New contact: Mart")]
    public async Task A_name_one_slip_from_a_known_person_is_asked_about(string pressed, string shown)
    {
        await using var scene = await Scene.StartAsync();
        var form = (await scene.SayAsync("visit")).CardOf();
        var fields = new JsonObject { ["employer"] = "friday's cafe", ["channel"] = "InPerson", ["on"] = "2026-11-21", ["contact"] = "Mart" };
        var question = (await scene.PressAsync(form, "Save", fields)).CardOf();
        Assert.Equal("I don't know \"Mart\" at Friday's Café. Did you mean one of these?", question.Lines()[1]);
        Assert.Empty(await scene.VisitsOfAlexAsync());

        Assert.Contains(shown, (await scene.PressAsync(question, pressed)).CardOf().Lines());
    }

    [Fact]
    public async Task A_clearly_new_name_is_added_and_the_card_says_so()
    {
        await using var scene = await Scene.StartAsync();
        var lines = (await scene.SayAsync("visited Friday's Café today, met Olu")).CardOf().Lines();

        Assert.Contains("New contact: Olu", lines);
        Assert.Contains("Contact: Olu", (await scene.SayAsync("rang Friday's Café, spoke to Olu")).CardOf().Lines());
    }

    [Fact]
    public async Task A_name_in_the_next_step_only_is_nobody_met()
    {
        await using var scene = await Scene.StartAsync();
        await AddAsync(scene, "two rivers", "Sarah Lumb");

        Assert.Contains("Visit logged", (await scene.SayAsync("visited Two Rivers today, next ring Sarah Mon")).CardOf().Lines());
    }

    private static async Task AddAsync(Scene scene, string employer, string name)
    {
        var key = EmployerKeys.ForQuery(FoldedText.Words(employer));
        var alex = await scene.AlexRowAsync();
        await scene.Store.WriteAsync(
            async session =>
            {
                var found = (await session.Employers.WithKeysAsync(Core.People.Actor.For(alex, Core.People.Via.Chat), key))[0];
                await session.Employers.AddAsync(new Contact { Id = scene.Ids.New(), EmployerId = found.Id, Name = name, Version = 1 });
                return true;
            },
            TestContext.Current.CancellationToken);
    }
}
