using System.Text.Json.Nodes;
using EmployerCrm.Core.People;
using EmployerCrm.TestSupport;

namespace EmployerCrm.Bot.Tests.Conversations;

/// <summary>Whoever is not of the team sees that an employer was contacted, and never what was noted, what is owed or about whom: by no line, no button and no guess.</summary>
public sealed class OtherTeamsTests
{
    private static readonly string[] Employers = ["Friday's Café", "Two Rivers", "B & J Motors", "Costwell Stores – Leeds"];

    // Help names JS12 in its examples: what is recorded names others. Each line writes words that stand nowhere else.
    private static readonly string[] Lines =
    [
        "visited {0} yesterday with MW73, {1}, next ring about {2} on Monday",
        "visited {0} yesterday, {1}",
        "rang {0} today re KT45, {1}, next {2} Tuesday",
        "visiting {0} tomorrow at 2, {1}",
        "remind me to ask {0} about {2} on Monday",
        "visited {0} on the 31st, {1}",
        "visited costwell yesterday, {1}",
        "MW73 starts at {0} on Monday as a {2}",
    ];

    private static readonly string[] Asked =
    [
        "{0}", "who knows {0}", "adjustments JS12", "what have we agreed at {0}", "my week", "due", "due overdue", "my clients", "drafts", "undo", "done 1", "snooze 1 to Friday",
        "{0} happened", "cancelled {0}", "moved {0} to Thursday", "same again", "close JS12", "JS12 stepped down", "JS12 lost the job", "saw JS12 at work", "visited {0} with JS12", "help", "yes", "1",
    ];

    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(3)]
    [InlineData(4)]
    public async Task Nobody_of_another_team_and_no_admin_is_shown_a_note_a_title_or_a_client(int seed)
    {
        var random = new Random(seed);
        await using var scene = await Scene.StartAsync();
        var secrets = await RecordedAsync(scene, random);
        var said = scene.Connector.Calls.Count;
        var buttons = ButtonsOf(scene.Connector.Calls);
        string[] closed = [.. secrets, "MW73", "KT45"];

        foreach (var outsider in await OutsidersAsync(scene))
        {
            foreach (var line in random.GetItems(Asked, 12))
            {
                var typed = string.Format(null, line, random.GetItems(Employers, 1)[0]);
                await scene.PostAsync(outsider.Message(typed));
                AssertClosed([.. scene.Connector.Calls.Skip(said).Select(call => call.Body!.ToString())], typed, closed);
                said = scene.Connector.Calls.Count;
            }

            foreach (var (verb, data) in random.GetItems(buttons.ToArray(), 25))
            {
                var answer = await scene.InvokeAsync(outsider.Execute(verb, data.DeepClone()));
                AssertClosed([answer.ToJsonString(), .. scene.Connector.Calls.Skip(said).Select(call => call.Body!.ToString())], data.ToJsonString(), closed);
                said = scene.Connector.Calls.Count;
            }
        }
    }

    /// <summary>What was asked with may come back, and nothing else that is the team's.</summary>
    private static void AssertClosed(IReadOnlyList<string> shown, string asked, IReadOnlyList<string> closed)
    {
        foreach (var secret in closed.Where(secret => !asked.Contains(secret, StringComparison.Ordinal)))
            Assert.All(shown, text => Assert.DoesNotContain(secret, text, StringComparison.OrdinalIgnoreCase));
    }

    private static async Task<IReadOnlyList<string>> RecordedAsync(Scene scene, Random random)
    {
        var secrets = new List<string>();
        foreach (var (number, line) in Lines.Concat(random.GetItems(Lines, 4)).Index())
        {
            var (note, title) = ($"quokka{number}{random.Next(1000, 9999)}", $"wombat{number}{random.Next(1000, 9999)}");
            secrets.AddRange([note, title]);
            var employer = random.GetItems(Employers, 1)[0];
            await scene.PostAsync((random.Next(2) == 0 ? scene.Alex : scene.Sam).Message(string.Format(null, line, employer, note, title)));
            scene.Clock.Advance(TimeSpan.FromMinutes(2));
        }

        Assert.True(await scene.StoreHoldsAsync("quokka"));
        return secrets;
    }

    /// <summary>Every button that the team was shown, with the ids it carries.</summary>
    private static List<(string Verb, JsonNode Data)> ButtonsOf(IEnumerable<ConnectorCall> calls)
    {
        var cards = calls.Select(call => call.Body!.ToString()).Where(body => body.Contains("adaptive", StringComparison.Ordinal)).Select(body => JsonNode.Parse(body)!);
        return [.. cards.SelectMany(All).Where(part => (string?)part["type"] == "Action.Execute").Select(part => ((string)part["verb"]!, part["data"] ?? new JsonObject()))];
    }

    private static IEnumerable<JsonObject> All(JsonNode? node) => node switch
    {
        JsonObject part => part.SelectMany(member => All(member.Value)).Prepend(part),
        JsonArray parts => parts.SelectMany(All),
        _ => [],
    };

    private static async Task<IReadOnlyList<TeamsActivities>> OutsidersAsync(Scene scene)
    {
        var noor = await scene.ReadAsync(async session => (await session.People.SpecialistWithObjectIdAsync(scene.Noor.AadObjectId))!);
        var alex = await scene.AlexRowAsync();
        var outsiders = new List<TeamsActivities> { scene.Noor };
        foreach (var (role, team) in new[] { (Role.TeamLead, noor.TeamId), (Role.Admin, alex.TeamId) })
        {
            var person = new TeamsActivities(scene.Connector.ServiceUrl, scene.Clock)
            {
                UserId = $"29:{role}", UserName = $"Outside {role}", AadObjectId = $"oid-{role}", ConversationId = $"a:personal-{role}",
            };
            await scene.Store.WriteAsync(
                async session =>
                {
                    await session.People.AddAsync(new Specialist { Id = scene.Ids.New(), ObjectId = person.AadObjectId, Name = person.UserName, TeamId = team, Role = role, WeeklyTarget = 6 });
                    return true;
                },
                TestContext.Current.CancellationToken);
            outsiders.Add(person);
        }

        return outsiders;
    }
}
