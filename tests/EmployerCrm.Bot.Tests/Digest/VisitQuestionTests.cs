using System.Text.Json.Nodes;
using EmployerCrm.Bot.Tests.Conversations;
using EmployerCrm.Core.Digest;
using EmployerCrm.Core.Outbox;
using EmployerCrm.Core.Visits;

namespace EmployerCrm.Bot.Tests.Digest;

/// <summary>What is asked after a planned visit, and said before one.</summary>
public sealed class VisitQuestionTests
{
    private static readonly DateOnly Monday = new(2026, 11, 23);

    [Fact]
    public async Task A_tap_says_that_it_happened_with_a_line_of_how_it_went()
    {
        await using var scene = await Scene.StartAsync();
        var question = await AskedAsync(scene);
        Assert.Equal("Did this visit happen?", (string?)question["fallbackText"]);
        Assert.DoesNotContain("JS12", question.ToJsonString(), StringComparison.Ordinal);

        var logged = (await scene.PressAsync(question, "Happened", new JsonObject { ["note"] = "two porters wanted" })).CardOf();
        Assert.Contains("Visit logged", logged.Lines());
        Assert.Equal(VisitState.Held, Assert.Single(await scene.VisitsOfAlexAsync()).State);
    }

    [Fact]
    public async Task Nobody_in_is_a_contact_that_does_not_count()
    {
        await using var scene = await Scene.StartAsync();
        var logged = (await scene.PressAsync(await AskedAsync(scene), "Nobody in")).CardOf();
        Assert.Contains("0 of 6 visits in person this week", logged.Lines());
        var visit = await VisitAsync(scene);
        Assert.Equal((VisitState.Held, Reached.Nobody, false), (visit.State, visit.Facts.Reached, visit.Facts.IsAssumed(VisitFields.Reached)));
    }

    [Fact]
    public async Task Moved_asks_for_the_day_and_cancelled_leaves_it_uncounted()
    {
        await using var scene = await Scene.StartAsync();
        var question = await AskedAsync(scene);
        var form = (await scene.PressAsync(question, "Moved")).CardOf();
        Assert.Contains("When: Tue 24 Nov, tomorrow, 09:00", (await scene.PressAsync(form, "Save", new JsonObject { ["on"] = "2026-11-24", ["at"] = "09:00" })).CardOf().Lines());
        Assert.Null(await scene.CardAsync(scene.Row(OutboxKinds.VisitQuestion, Monday, (await VisitAsync(scene)).Id)));
    }

    [Fact]
    public async Task A_typed_line_answers_it_and_the_question_becomes_the_visit()
    {
        await using var scene = await Scene.StartAsync();
        await AskedAsync(scene);
        await scene.SayAsync("it went ahead, Sarah wants two carers");
        var visit = await VisitAsync(scene);
        Assert.Equal(VisitState.Held, visit.State);
        Assert.Contains("two carers", visit.Notes, StringComparison.Ordinal);
        Assert.Null(await scene.CardAsync(scene.Row(OutboxKinds.VisitQuestion, Monday, visit.Id)));
    }

    [Theory]
    [InlineData("yes", VisitState.Held)]
    [InlineData("happened", VisitState.Held)]
    [InlineData("no", VisitState.Cancelled)]
    public async Task A_bare_word_answers_it(string word, VisitState state)
    {
        await using var scene = await Scene.StartAsync();
        await AskedAsync(scene);
        await scene.SayAsync(word);
        Assert.Equal(state, (await VisitAsync(scene)).State);
    }

    [Fact]
    public async Task A_reminder_is_for_the_hour_for_which_the_visit_is_planned()
    {
        await using var scene = await Scene.StartAsync();
        await scene.SayAsync("visiting Two Rivers with JS12 on Monday at 2pm");
        scene.GoTo(23, 13);
        var visit = await VisitAsync(scene);
        var row = scene.Row(OutboxKinds.VisitReminder, Monday, visit.Id, VisitReminders.Key(visit.Id, Monday, new TimeOnly(14, 0)));
        var reminder = (await scene.CardAsync(row))!;
        Assert.Equal("A visit is coming up", (string?)reminder["fallbackText"]);
        Assert.Contains("When: Mon 23 Nov, today, 14:00", reminder.Lines());
        Assert.DoesNotContain("JS12", reminder.ToJsonString(), StringComparison.Ordinal);

        await scene.SayAsync("moved Two Rivers to 4pm");
        Assert.Null(await scene.CardAsync(row));
    }

    private Guid? _planned;

    private async Task<JsonNode> AskedAsync(Scene scene)
    {
        await scene.SayAsync("visiting Two Rivers with JS12 on Monday at 2pm");
        scene.GoTo(23, 14, 45);
        var row = scene.Row(OutboxKinds.VisitQuestion, Monday, (await VisitAsync(scene)).Id, AskAboutVisits.Key((await VisitAsync(scene)).Id, Monday));
        var sent = row with { RecipientId = (await scene.AlexRowAsync()).Id, State = OutboxState.Sent };
        await scene.Store.WriteAsync(session => session.Outbox.AddAsync(sent), TestContext.Current.CancellationToken);
        return (await scene.CardAsync(row))!;
    }

    /// <summary>The one visit there is, cancelled too.</summary>
    private async Task<Visit> VisitAsync(Scene scene)
    {
        _planned ??= Assert.Single(await scene.VisitsOfAlexAsync()).Id;
        return await scene.ReadAsync(async session => (await session.Visits.VisitAsync(_planned.Value))!);
    }
}
