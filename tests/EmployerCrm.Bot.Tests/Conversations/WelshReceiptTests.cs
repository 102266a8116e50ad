using EmployerCrm.Core.FollowUps;

namespace EmployerCrm.Bot.Tests.Conversations;

/// <summary>What was done, put off or taken back is named as the list named it: steps of a schedule in the reader's language, people's own words as they are.</summary>
public sealed class WelshReceiptTests
{
    [Theory]
    [InlineData("Check in with the employer", "Holi'r cyflogwr", FollowUpKind.EmployerCheckIn)]
    [InlineData("Ask about shifts", "Ask about shifts", FollowUpKind.Promise)]
    public async Task A_receipt_names_the_step_in_the_language_of_who_did_it(string title, string shown, FollowUpKind kind)
    {
        await using var scene = await Scene.StartAsync();
        await OweAsync(scene, title, kind);
        await scene.SayAsync("Cymraeg");
        var due = (await scene.SayAsync("due")).CardOf();
        Assert.Contains(shown, due.Whole(), StringComparison.Ordinal);

        var done = (await scene.PressAsync(due, "Wedi'i wneud")).CardOf();
        Assert.Contains(done.Lines(), line => line.StartsWith($"Wedi'i wneud: {shown} (Friday's Café)", StringComparison.Ordinal));
        var again = (await scene.PressAsync(due, "Wedi'i wneud")).CardOf();
        Assert.Contains(again.Lines(), line => line.StartsWith($"Mae {shown} (Friday's Café) wedi'i wneud yn barod", StringComparison.Ordinal));
        var undone = (await scene.PressAsync(done, "Dadwneud")).CardOf();
        Assert.Contains(undone.Lines(), line => line.Contains($"mae {shown} (Friday's Café) ar agor eto", StringComparison.Ordinal));
    }

    private static async Task OweAsync(Scene scene, string title, FollowUpKind kind)
    {
        await scene.SayAsync("visited Friday's Café yesterday");
        var (alex, visit) = (await scene.AlexRowAsync(), (await scene.VisitsOfAlexAsync())[0]);
        await scene.Store.WriteAsync(
            async session =>
            {
                await session.FollowUps.AddAsync(new FollowUp
                {
                    Id = scene.Ids.New(), EmployerId = visit.EmployerId, OwnerId = alex.Id, TeamId = alex.TeamId, Title = title, Kind = kind, DueOn = new DateOnly(2026, 11, 20),
                    State = FollowUpState.Open, CreatedAt = Scene.Start, Version = 1,
                });
                return true;
            },
            TestContext.Current.CancellationToken);
    }
}
