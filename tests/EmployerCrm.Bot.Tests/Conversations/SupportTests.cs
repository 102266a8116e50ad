using System.Text.Json.Nodes;
using EmployerCrm.Core.FollowUps;

namespace EmployerCrm.Bot.Tests.Conversations;

/// <summary>In-work support as people type it.</summary>
public sealed class SupportTests
{
    [Fact]
    public async Task Hours_are_read_off_the_job_title_and_impossible_ones_are_said()
    {
        await using var scene = await Scene.StartAsync();
        var card = (await scene.SayAsync("JS12 starts at Two Rivers on Monday as a kitchen porter 16h")).CardOf();
        Assert.Contains("Job: kitchen porter", card.Lines());
        Assert.Contains("Hours a week: 16", card.Lines());
    }

    [Fact]
    public async Task A_permission_is_asked_by_a_form_and_taking_it_back_holds_at_once()
    {
        await using var scene = await Scene.StartAsync();
        await scene.SayAsync("JS12 started at Two Rivers on 1 October as a porter");
        scene.Clock.Advance(TimeSpan.FromMinutes(1));

        var form = (await scene.SayAsync("JS12 is happy for me to talk to Two Rivers")).CardOf();
        Assert.Contains("What may this employer be told?", form.Lines());
        var filled = new JsonObject { ["level"] = "AgreedWording", ["wording"] = "works best with a clear list", ["who"] = "the manager", ["talked"] = "NotACondition,ProsAndCons" };
        var recorded = (await scene.PressAsync(form, "Record it", filled)).CardOf();

        Assert.Contains("May be told: An agreed wording", recorded.Lines());
        Assert.Contains(recorded.Lines(), line => line.StartsWith("• Check in with the employer", StringComparison.Ordinal));
        Assert.DoesNotContain(recorded.Lines(), line => line.Contains("clear list", StringComparison.Ordinal));
        Assert.Contains(await scene.OwedByAlexAsync(), owed => owed.Kind == FollowUpKind.EmployerCheckIn);

        scene.Clock.Advance(TimeSpan.FromMinutes(1));
        var revoked = (await scene.SayAsync("JS12 no longer wants Two Rivers told")).CardOf();
        Assert.Contains("Permission revoked", revoked.Lines());
        Assert.Contains("2 things are no longer owed.", revoked.Lines());
        Assert.DoesNotContain(await scene.OwedByAlexAsync(), owed => owed.Kind == FollowUpKind.EmployerCheckIn);
        Assert.Contains("holds again", (await scene.SayAsync("undo")).Body!.ToString(), StringComparison.Ordinal);
        Assert.Contains(await scene.OwedByAlexAsync(), owed => owed.Kind == FollowUpKind.EmployerCheckIn);
    }

    [Fact]
    public async Task The_care_team_is_told_from_a_draft_and_the_weeks_contacts_are_there_to_be_copied()
    {
        await using var scene = await Scene.StartAsync();
        await scene.SayAsync("JS12 started at Two Rivers on 1 October as a porter");
        scene.Clock.Advance(TimeSpan.FromMinutes(1));

        var form = (await scene.SayAsync("care team JS12")).CardOf();
        var draft = (string)form.Field("text")!["value"]!;
        Assert.StartsWith("JS12 is in work.\nJob: porter, since Thu 1 Oct", draft, StringComparison.Ordinal);
        Assert.DoesNotContain("Two Rivers", draft, StringComparison.Ordinal);
        var shared = (await scene.PressAsync(form, "Mark as shared", new JsonObject { ["text"] = draft, ["with"] = "care coordinator", ["on"] = "2026-11-21" })).CardOf();
        Assert.Contains("Shared with: care coordinator", shared.Lines());

        Assert.Contains("No client contact of this week is recorded.", (await scene.SayAsync("copy for record")).CardOf().Lines());
    }
}
