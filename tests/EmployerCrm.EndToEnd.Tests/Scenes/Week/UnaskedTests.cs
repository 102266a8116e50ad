using EmployerCrm.EndToEnd.Tests.Stack;
using Microsoft.Data.Sqlite;

namespace EmployerCrm.EndToEnd.Tests.Scenes.Week;

/// <summary>What comes by itself: in the morning, after a visit, at the end of a week, and while a colleague is away.</summary>
public sealed class UnaskedTests(Browser browser, SampleDatabase sample)
{
    private static readonly Dictionary<string, string> Jobs = new(StringComparer.Ordinal) { ["Jobs__Enabled"] = "true", ["Jobs__LookEvery"] = "00:00:00.3" };

    [Fact]
    public async Task The_digest_in_the_morning_a_question_after_a_visit_the_end_of_a_week_and_a_colleague_away()
    {
        Machine.NeedsTime("A week of what comes by itself");
        await using var scene = await WeekScene.BeginAsync(browser, sample, November(23, 9, 0), Jobs, "Alex", "Hannah");
        await (await scene.Alex.SayAsync("visiting Two Rivers tomorrow at 2pm")).SaysAsync("Visit planned");
        await (await scene.Hannah.SayAsync("visited Friday's Café today, next send the rota on Tuesday 1 December")).SaysAsync("Visit logged");

        await scene.ClockAsync(November(24, 8, 30));
        var digest = await scene.Alex.AnswerWithAsync("things due today");
        await digest.SaysAsync("14:00: Two Rivers Care Home");
        await scene.Alex.PhotographAsync("digest");
        await digest.PressAsync("Done");
        await digest.SaysAsync("Done: ");
        await digest.PressAsync("Undo");
        await digest.SaysAsync("is open again");

        await scene.ClockAsync(November(24, 14, 45));
        var question = await scene.Alex.AnswerWithAsync("Did this visit happen?");
        await scene.Alex.PhotographAsync("did it happen");
        await question.FillAsync("How did it go? One line, if you like", "two carers wanted for nights");
        await question.PressAsync("Happened");
        await question.SaysAsync("Visit logged");

        await scene.ClockAsync(November(27, 15, 30));
        var wrapUp = await scene.Alex.AnswerWithAsync("Anything else from this week?");
        await scene.Alex.PhotographAsync("end of the week");
        await wrapUp.FillAsync("One thing a line, as you would type it here", "rang Yorkshire Bread on Wednesday, ring back Monday\nvisited Costwell Leeds yesterday");
        await wrapUp.PressAsync("Send");
        await wrapUp.SaysAsync("Sent. The answer is below.");
        await (await scene.Alex.AnswerWithAsync("Phone call logged")).SaysAsync("Yorkshire Bread");
        await scene.Alex.PhotographAsync("lines of the week");

        await GoAwayAsync(scene.Database, "Hannah Sykes", "Alex Wilber", "2026-11-30", "2026-12-04");
        await scene.ClockAsync(new DateTime(2026, 12, 1, 8, 30, 5));
        var covering = await scene.Alex.AnswerWithAsync("Tue 1 Dec ·");
        await covering.SaysAsync("for Hannah Sykes, who is away");
        await scene.Alex.PhotographAsync("covering");
    }

    /// <summary>As the settings of the chat and the pages store it.</summary>
    private static async Task GoAwayAsync(string database, string who, string cover, string first, string last)
    {
        await using var connection = new SqliteConnection($"Data Source={database}");
        await connection.OpenAsync(TestContext.Current.CancellationToken);
        await using var command = connection.CreateCommand();
        command.CommandText = """
            insert into leave_periods (id, specialist_id, first_day, last_day, cover_id, version)
            select '019ABCDE-0000-7000-8000-000000000001', a.id, $first, $last, c.id, 1 from specialists a cross join specialists c where a.name = $who and c.name = $cover
            """;
        command.Parameters.AddWithValue("$first", first);
        command.Parameters.AddWithValue("$last", last);
        command.Parameters.AddWithValue("$who", who);
        command.Parameters.AddWithValue("$cover", cover);
        Assert.Equal(1, await command.ExecuteNonQueryAsync(TestContext.Current.CancellationToken));
    }

    private static DateTime November(int day, int hour, int minute) => new(2026, 11, day, hour, minute, 5);
}
