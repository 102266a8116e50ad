using System.Text.RegularExpressions;
using EmployerCrm.EndToEnd.Tests.Chat;
using EmployerCrm.EndToEnd.Tests.Stack;

namespace EmployerCrm.EndToEnd.Tests.Scenes.Week;

/// <summary>A week with nothing but the chat: plans, calls, clients, promises, slips and questions of two specialists, and what their lead sees.</summary>
public sealed partial class WeekTests(Browser browser, SampleDatabase sample)
{
    [Fact]
    public async Task Two_specialists_and_their_lead_spend_a_week_with_nothing_but_the_chat()
    {
        Machine.NeedsTime("A week of three people");
        await using var scene = await WeekScene.BeginAsync(browser, sample, Day(23, 9, 0), "Alex", "Hannah", "Meera");

        var planned = await MondayAsync(scene);
        await TuesdayAsync(scene, planned);
        await WednesdayAsync(scene);
        await ThursdayAsync(scene);
        await FridayAsync(scene);

        // Only the card that asks about the word quotes it.
        Assert.All(
            new[] { "Alex", "Hannah", "Meera" }.SelectMany(scene.ExchangesOf).SelectMany(exchange => exchange.Cards())
                .Where(card => !card.Contains("Nothing is stored until you answer", StringComparison.Ordinal)),
            card => Assert.DoesNotContain("anxiety", card, StringComparison.OrdinalIgnoreCase));
    }

    private static async Task<ChatAnswer> MondayAsync(WeekScene scene)
    {
        var planned = await scene.Alex.SayAsync("visiting costwell leeds tomorrow 2pm");
        await planned.SaysAsync("Visit planned");
        await planned.SaysAsync("Tue 24 Nov, tomorrow, 14:00");
        var reminder = await scene.Hannah.SayAsync("remind me to ring moorland lodge on wednesday");
        await reminder.SaysAsync("Reminder set");
        await reminder.SaysAsync("Wed 25 Nov, in 2 days");

        await scene.ClockAsync(Day(23, 12, 0));
        var nobody = await scene.Alex.SayAsync("popped into vulcan tyres nobody about left a card");
        await nobody.SaysAsync("Contact with: Nobody");
        await nobody.SaysAsync("0 of 6 visits in person this week");
        var guarded = await scene.Alex.SayAsync("rang two rivers about JS12, sarah knows about the anxiety and is keen");
        await guarded.SaysAsync("Nothing is stored until you answer");
        await scene.Alex.PhotographAsync("week mon guard");
        await guarded.PressAsync("Remove");
        await guarded.SaysAsync("Phone call logged");
        var client = await scene.Alex.SayAsync("new client");
        await client.PressAsync("IPS in primary care");
        await client.SaysAsync(NewReference());
        await scene.Alex.PhotographAsync("week mon new client");
        return planned;
    }

    private static async Task TuesdayAsync(WeekScene scene, ChatAnswer planned)
    {
        await scene.ClockAsync(Day(24, 10, 0));
        var question = await scene.Hannah.SayAsync("visited pennine pets, met the manager");
        await question.SaysAsync("Which employer?");
        var other = await scene.Alex.SayAsync("yes");
        await other.DoesNotSayAsync("Visit logged");
        var answered = await scene.Hannah.SayAsync("halifax");
        await answered.SaysAsync("Pennine Pets – Halifax");
        await answered.SaysAsync("Contact with: Decision-maker");

        await scene.ClockAsync(Day(24, 15, 10));
        await planned.PressAsync("Happened");
        await planned.SaysAsync("Visit logged");
        await planned.SaysAsync("today, 14:00");
        await planned.PressAsync("Decision-maker");
        await planned.DoesNotSayAsync("Who did you reach?");
        await planned.SaysAsync("1 of 6 visits in person this week");
        await planned.PressAsync("Learn their needs");
        await planned.SaysAsync("Contact with: Decision-maker · Learn their needs");
        await planned.PressAsync("Visit again in 2 weeks");
        await planned.SaysAsync("Visit again");
        await scene.Alex.PhotographAsync("week tue happened");
    }

    private static async Task WednesdayAsync(WeekScene scene)
    {
        await scene.ClockAsync(Day(25, 9, 30));
        var due = await scene.Hannah.SayAsync("due today");
        await due.PressAsync("Next");
        await due.SaysAsync("Ring moorland lodge");
        await scene.Hannah.PhotographAsync("week wed due");
        var moved = await scene.Alex.SayAsync("moved due north coffee to friday 2pm");
        await moved.SaysAsync("Fri 27 Nov, in 2 days, 14:00");
        var seen = await scene.Alex.SayAsync("texted JS12 and LP55");
        await seen.SaysAsync("JS12");
        await seen.SaysAsync("LP55");
        await seen.PressAsync("Record it");
        await seen.DoesNotSayAsync("Record it");
        await scene.Alex.PhotographAsync("week wed clients");
    }

    private static async Task ThursdayAsync(WeekScene scene)
    {
        await scene.ClockAsync(Day(26, 13, 0));
        var dictated = await scene.Hannah.SayAsync("visited thackray hardware comma spoke to zoe comma k d seventy eight is doing well full stop");
        await dictated.SaysAsync("Thackray Hardware");
        await dictated.SaysAsync("KD78");
        await dictated.DoesNotSayAsync("doing well");
        await scene.Hannah.PhotographAsync("week thu dictated");

        var twice = await scene.Hannah.SayAsync("rang golcar textiles, no answer");
        await twice.SaysAsync("Phone call logged");
        var again = await scene.Hannah.SayAsync("rang golcar textiles, no answer");
        await again.DoesNotSayAsync("Phone call logged");
        await scene.Hannah.PhotographAsync("week thu twice");

        // The lead sees that colleagues were there, and whom to ask.
        var employer = await scene.Meera.SayAsync("costwell leeds");
        await employer.SaysAsync("Alex Wilber");
        await scene.Meera.PhotographAsync("week thu lead");
    }

    private static async Task FridayAsync(WeekScene scene)
    {
        await scene.ClockAsync(Day(27, 15, 30));
        await scene.Alex.SayAsync("visited friday's café, met marta\nrang dpd, no answer\nemailed dorota at premier linen");
        foreach (var employer in new[] { "Friday's Café", "DPD Depot Wakefield", "Premier Linen Services Ltd" })
            await scene.Alex.AnswerWithAsync(employer);
        await scene.Alex.PhotographAsync("week fri several");
        await (await scene.Alex.SayAsync("visited yorkshire bread co, met sunita")).SaysAsync("3 of 6 visits in person this week");
        await (await scene.Alex.SayAsync("same again at 24 hour gym")).SaysAsync("24 Hour Gym");
        await (await scene.Alex.SayAsync("undo")).SaysAsync("Undone: the visit with 24 Hour Gym");
        await (await scene.Alex.SayAsync("due north coffee cancelled")).SaysAsync("Due North Coffee");

        var week = await scene.Alex.SayAsync("my week");
        await week.SaysAsync("3 of 6 visits in person this week");
        await week.SaysAsync("Tue 24 Nov 14:00: Costwell Stores – Leeds (Visit)");
        await scene.Alex.PhotographAsync("week fri my week");
        await (await scene.Alex.SayAsync("my clients")).SaysAsync("Longest without contact first");
        await scene.Alex.PhotographAsync("week fri my clients");
    }

    private static DateTime Day(int day, int hour, int minute) => new(2026, 11, day, hour, minute, 0, DateTimeKind.Unspecified);

    [GeneratedRegex("[A-Z]{2}[0-9]{2}", RegexOptions.None, matchTimeoutMilliseconds: 1000)]
    private static partial Regex NewReference();
}
