using System.Net.Http.Json;
using System.Text.Json.Nodes;
using EmployerCrm.Core.People;
using EmployerCrm.TestSupport;

namespace EmployerCrm.Web.Tests.Roles;

/// <summary>Every button of a card, pressed by everybody, with the ids of one team in whatever a button can carry.</summary>
public sealed class ButtonTests : IAsyncLifetime
{
    private TestConnector _connector = null!;
    private TwoTeamsHost _host = null!;

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    public async ValueTask InitializeAsync() => (_connector, _host) = (await TestConnector.StartAsync(), await TwoTeamsHost.StartAsync());

    public async ValueTask DisposeAsync()
    {
        await _host.DisposeAsync();
        await _connector.DisposeAsync();
    }

    [Fact]
    public async Task Nobody_outside_a_team_reads_or_changes_what_is_its_own_by_any_button()
    {
        var before = _host.TeamRows();
        var wrong = new List<string>();
        foreach (var row in RolesTable.Buttons)
        {
            Assert.Equal(("no", "no", "no"), (row.Unknown, row.OtherTeam, row.System));
            foreach (var person in new[] { null, _host.Other.Specialist, _host.Other.Lead, _host.Team.Admin })
            {
                var said = await PressAsync(row.What, person);
                if (_host.Team.IsReadIn(said, butReferences: true))
                    wrong.Add($"{row.What}, {person?.Name ?? "somebody unknown"}: reads what is the team's own");
                if (before.Except(_host.TeamRows()).Any())
                {
                    wrong.Add($"{row.What}, {person?.Name ?? "somebody unknown"}: changed what is the team's own");
                    before = _host.TeamRows();
                }
            }
        }

        Assert.Empty(wrong);
    }

    /// <summary>Without it, the test above could pass because the buttons carry nothing that anybody understands.</summary>
    [Fact]
    public async Task The_same_buttons_do_much_for_the_team_itself()
    {
        var (did, pressed) = (0, 0);
        foreach (var row in RolesTable.Buttons)
        {
            Assert.Equal("yes", row.OwnTeam is "no" ? row.Lead : row.OwnTeam);
            var before = Rows.All(_host.Host.Database);
            var said = await PressAsync(row.What, row.OwnTeam is "no" ? _host.Team.Lead : _host.Team.Specialist);
            pressed++;
            if (said.Contains(World.Secret, StringComparison.Ordinal) || said.Contains("Aire ", StringComparison.Ordinal) || before.Except(Rows.All(_host.Host.Database)).Any())
                did++;
        }

        Assert.True(did * 3 > pressed, $"Only {did} of {pressed} buttons did anything.");
    }

    /// <summary>Presses it; everything that was answered, in the invoke and in the chat.</summary>
    private async Task<string> PressAsync(string verb, Specialist? person)
    {
        var team = _host.Team;
        var data = new JsonObject
        {
            ["verb"] = verb, ["visit"] = Key(team.Held.Id), ["planned"] = Key(team.Planned.Id), ["employer"] = Key(team.Employer.Id), ["draft"] = Key(team.Draft.Id),
            ["id"] = Key(team.FollowUp.Id), ["followUp"] = Key(team.FollowUp.Id), ["step"] = Key(team.Step.Id), ["placement"] = Key(team.Placement.Id), ["contact"] = Key(team.Contact.Id),
            ["held"] = Key(team.Held.Id), ["known"] = Key(team.Employer.Id), ["last"] = Key(team.Held.Id), ["opening"] = Key(team.Opening.Id), ["client"] = team.Client.Reference,
            ["clients"] = team.Client.Reference, ["version"] = 1, ["from"] = 0, ["on"] = team.Today.ToString("O"), ["day"] = team.Today.ToString("O"), ["due"] = team.Today.AddDays(2).ToString("O"),
            ["until"] = team.Today.AddDays(2).ToString("O"), ["notes"] = "Fine.", ["title"] = "Ring back", ["next"] = "ring back", ["name"] = "Aire Bakery", ["value"] = "1",
            ["leave"] = Key(team.Leave.Id), ["leave.from"] = team.Today.AddDays(3).ToString("O"), ["leave.to"] = team.Today.AddDays(4).ToString("O"), ["settings.digestAt"] = "09:00",
            ["channel"] = "Phone", ["fact"] = "purpose", ["programme"] = "IPS in secondary care",
        };
        var objectId = person?.ObjectId ?? "nobody-known";
        var activity = new TeamsActivities(_connector.ServiceUrl) { AadObjectId = objectId, UserId = "29:" + objectId, ConversationId = "a:" + objectId }.Execute(verb, data);
        var calls = _connector.Calls.Count;
        using var answer = await _host.Host.Client.PostAsJsonAsync("/api/messages", activity, Token);
        return await answer.Content.ReadAsStringAsync(Token) + string.Concat(_connector.Calls.Skip(calls).Select(call => call.Body));
    }

    private static string Key(Guid id) => id.ToString();
}
