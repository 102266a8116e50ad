using System.Net;
using EmployerCrm.TestSupport;
using Microsoft.AspNetCore.Mvc.Testing;

namespace EmployerCrm.Bot.Tests.BotFramework;

/// <summary>The whole bot of the page about the protocol, as it stands there.</summary>
public sealed class EchoBotTests
{
    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    public async Task The_bot_of_the_page_answers_and_greets()
    {
        await using var connector = await TestConnector.StartAsync();
        await using var host = new WebApplicationFactory<EchoBot>().WithWebHostBuilder(builder => builder.UseSetting("Logging:LogLevel:Default", "None"));
        host.UseKestrel(0);
        using var client = host.CreateClient();
        var activities = new TeamsActivities(connector.ServiceUrl);
        var channel = new TestChannel(client);

        using var message = await channel.PostAsync(activities.Message("good morning"), Cancellation);
        using var arrival = await channel.PostAsync(activities.MembersAdded(), Cancellation);

        Assert.Equal((HttpStatusCode.OK, HttpStatusCode.OK), (message.StatusCode, arrival.StatusCode));
        Assert.Equal(["You said: good morning", "Hello. Say something."], connector.Calls.Select(call => call.Activity.Text));
    }

    [Fact]
    public void The_page_shows_the_program_that_is_tested()
    {
        var root = Directory.GetParent(AppContext.BaseDirectory);
        while (root is not null && !File.Exists(Path.Combine(root.FullName, "EmployerCrm.sln")))
            root = root.Parent;
        var page = File.ReadAllText(Path.Combine(root!.FullName, "docs", "bot-framework.md"));
        var program = File.ReadAllText(Path.Combine(root.FullName, "tests", "EmployerCrm.EchoBot", "Program.cs"));

        Assert.Contains("```csharp\n" + program + "```\n", page, StringComparison.Ordinal);
    }
}
