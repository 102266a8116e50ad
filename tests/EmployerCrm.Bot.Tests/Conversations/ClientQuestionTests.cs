namespace EmployerCrm.Bot.Tests.Conversations;

public sealed class ClientQuestionTests
{
    [Theory]
    [InlineData("visited Two Rivers today with JSI2")]
    [InlineData("visited Two Rivers today with JS13")]
    [InlineData("visited Two Rivers today about SJ12")]
    public async Task A_reference_that_is_nearly_right_offers_the_nearest(string line)
    {
        await using var scene = await Scene.StartAsync();
        var question = (await scene.SayAsync(line)).CardOf();
        Assert.Equal(["JS12", "No client", "Open as a form", "Forget this line"], question.Buttons());

        Assert.Contains("Client: JS12", (await scene.PressAsync(question, "JS12")).CardOf().Lines());
    }

    [Theory]
    [InlineData("js12", "JS12")]
    [InlineData("1", "JS12")]
    [InlineData("no client", null)]
    [InlineData("none", null)]
    public async Task The_client_can_be_typed(string typed, string? reference)
    {
        await using var scene = await Scene.StartAsync();
        await scene.SayAsync("visited Two Rivers today with JS13");
        await scene.SayAsync(typed);

        Assert.Equal(reference, Assert.Single(await scene.VisitsOfAlexAsync()).ClientReference);
    }

    [Theory]
    [InlineData("visited Friday's Café yesterday with client gemma jones, keen")]
    [InlineData("visited Friday's Café yesterday re client gemma, keen")]
    [InlineData("visited Friday's Café yesterday, JS12 gemma jones is keen")]
    [InlineData("popped in to costwell yesterday with js12 gemma jones")]
    public async Task A_client_s_name_in_small_letters_is_kept_nowhere(string line)
    {
        await using var scene = await Scene.StartAsync();
        await scene.SayAsync(line);

        Assert.All(scene.Connector.Calls, call => Assert.DoesNotContain("gemma", call.Body!.ToString(), StringComparison.OrdinalIgnoreCase));
        Assert.False(await scene.StoreHoldsAsync("gemma"));
    }

    [Theory]
    [InlineData("visited Friday's Café yesterday, JS12 will start on Monday", "will start")]
    [InlineData("visited Friday's Café yesterday, JS12 may need lifts", "may need")]
    public async Task A_word_that_is_also_a_name_stays_beside_a_reference(string line, string kept)
    {
        await using var scene = await Scene.StartAsync();
        await scene.SayAsync(line);

        Assert.True(await scene.StoreHoldsAsync(kept));
    }

    [Fact]
    public async Task Another_wrong_reference_is_told_the_nearest_and_the_line_waits()
    {
        await using var scene = await Scene.StartAsync();
        await scene.SayAsync("visited Two Rivers today with JS13");

        Assert.StartsWith("I don't know that reference. The nearest are: JS12", (await scene.SayAsync("JS21")).Activity.Text, StringComparison.Ordinal);
        await scene.SayAsync("JS12");
        Assert.Single(await scene.VisitsOfAlexAsync());
    }

    [Theory]
    [InlineData("visited Two Rivers today with client John Smith, keen on Saturdays")]
    [InlineData("visited Two Rivers today with my client Mr John Smith, keen on Saturdays")]
    public async Task A_name_where_a_reference_belongs_is_refused_and_the_rest_kept(string line)
    {
        await using var scene = await Scene.StartAsync();
        var question = (await scene.SayAsync(line)).CardOf();
        Assert.Contains("Which client?", question.Lines());
        Assert.Contains("Clients are kept by their reference only", question.Whole(), StringComparison.Ordinal);
        Assert.DoesNotContain("Smith", (await scene.SayAsync("drafts")).CardOf().Whole(), StringComparison.Ordinal);

        var card = (await scene.PressAsync(question, "No client")).CardOf();

        Assert.Contains("Notes: keen on Saturdays", card.Lines());
        await NothingHoldsAsync(scene, "Smith");
    }

    [Theory]
    [InlineData("visited Two Rivers today with JS12 John Smith, keen on Saturdays")]
    [InlineData("visited Two Rivers today with JS12 (John Smith), keen on Saturdays")]
    [InlineData("visited Two Rivers today with John Smith (JS12), keen on Saturdays")]
    public async Task A_name_beside_a_reference_is_left_out_and_said(string line)
    {
        await using var scene = await Scene.StartAsync();
        await scene.SayAsync(line);

        Assert.Contains("Client: JS12", scene.Connector.Calls[^2].CardOf().Lines());
        Assert.StartsWith("Clients are kept by their reference only", scene.Connector.Calls[^1].Activity.Text, StringComparison.Ordinal);
        await NothingHoldsAsync(scene, "Smith");
    }

    [Fact]
    public async Task Somebody_who_works_there_is_not_taken_for_a_client()
    {
        await using var scene = await Scene.StartAsync();
        var lines = (await scene.SayAsync("visited Two Rivers today with JS12, Sarah Okafor showed us round")).CardOf().Lines();

        Assert.Contains("Contact: Sarah Okafor", lines);
        Assert.Contains("Client: JS12", lines);
    }

    [Fact]
    public async Task A_message_that_is_only_a_reference_says_what_to_type()
    {
        await using var scene = await Scene.StartAsync();
        Assert.StartsWith("JS12 is a client's reference.", (await scene.SayAsync("js12")).Activity.Text, StringComparison.Ordinal);
    }

    private static async Task NothingHoldsAsync(Scene scene, string name)
    {
        var visit = Assert.Single(await scene.VisitsOfAlexAsync());
        var stored = await scene.ReadAsync(session => session.Visits.VisitAsync(visit.Id));
        Assert.DoesNotContain(name, stored!.Notes ?? "", StringComparison.Ordinal);
        Assert.DoesNotContain(await scene.ReadAsync(session => session.Employers.ContactsAsync(stored.EmployerId)), person => person.Name.Contains(name, StringComparison.Ordinal));
        Assert.DoesNotContain(scene.Connector.Calls, call => call.Body.Contains(name, StringComparison.Ordinal));
    }
}
