using System.Text.RegularExpressions;
using EmployerCrm.EndToEnd.Tests.Chat;
using EmployerCrm.EndToEnd.Tests.Scenes.Week;
using EmployerCrm.EndToEnd.Tests.Stack;

namespace EmployerCrm.EndToEnd.Tests.Scenes;

/// <summary>
/// One client from the job start that was typed to the job's end, with the clock moved through the first month, Christmas and a permission taken back: at each point the due list
/// says what is owed about them, and nothing else. In 2026 Boxing Day is a Saturday, so that Monday 28 December is a bank holiday too.
/// </summary>
public sealed partial class SupportInWorkTests(Browser browser, SampleDatabase sample)
{
    [Fact]
    public async Task A_job_start_owes_what_the_service_promised_until_the_job_ends()
    {
        Machine.NeedsTime("Three months of one client");
        await using var scene = await WeekScene.BeginAsync(browser, sample, Day(2026, 11, 23), "Hannah");
        var chat = scene.Hannah;
        var client = await NewClientAsync(chat);

        var started = await chat.SayAsync($"{client} starts at Two Rivers on Mon 7 Dec as a kitchen porter 16h");
        await started.SaysAsync("Owed from now on");
        await chat.PhotographAsync("support 1 job start");
        await OwesAsync(
            chat, client,
            [
                "Meet before the job starts Fri 4 Dec", "Be in touch after the first day Thu 10 Dec", "Tell the care team about the new job Mon 14 Dec", "Weekly meeting in the first month Mon 14 Dec",
                "Weekly meeting in the first month Mon 21 Dec", "Weekly meeting in the first month Thu 24 Dec", "Weekly meeting in the first month Mon 4 Jan 2027",
                "Monthly update for the care team Thu 7 Jan 2027", "Monthly contact Fri 5 Feb 2027",
            ]);

        // The seven days before the start.
        await scene.ClockAsync(Day(2026, 12, 3));
        await MetAsync(chat, $"saw {client} today", "Meet before the job starts");
        // The first day, and who may be told.
        await scene.ClockAsync(Day(2026, 12, 7));
        var form = await chat.SayAsync($"{client} is happy for me to talk to Two Rivers");
        await form.PressAsync("Record it");
        await form.SaysAsync("Check in with the employer, by Mon 21 Dec");
        await scene.ClockAsync(Day(2026, 12, 8));
        await MetAsync(chat, $"saw {client} at work", "Be in touch after the first day");

        // The first month, week by week.
        await scene.ClockAsync(Day(2026, 12, 15));
        await MetAsync(chat, $"met {client} today", "Weekly meeting in the first month");
        await OwesAsync(
            chat, client,
            [
                "Tell the care team about the new job Mon 14 Dec", "Check in with the employer Mon 21 Dec", "Weekly meeting in the first month Thu 24 Dec", "Weekly meeting in the first month Mon 4 Jan 2027",
                "Monthly update for the care team Thu 7 Jan 2027", "Monthly contact Fri 5 Feb 2027", "Talk through what may be said Mon 7 Jun 2027",
            ]);
        await chat.PhotographAsync("support 2 second week");

        // Before Christmas the meeting is owed on the last working day of its week.
        await scene.ClockAsync(Day(2026, 12, 23));
        await MetAsync(chat, $"rang {client}", "Still open: it needs a meeting in person");
        await scene.ClockAsync(Day(2026, 12, 24));
        Assert.Contains("Weekly meeting in the first month Thu 24 Dec", await OwedAsync(chat, client));
        await chat.PhotographAsync("support 3 christmas eve");
        await MetAsync(chat, $"saw {client} today", "Weekly meeting in the first month");

        // After the first month it is monthly, one time ahead, without an end; taken back, nobody is asked about the client.
        await scene.ClockAsync(Day(2027, 1, 4));
        await MetAsync(chat, $"saw {client} today", "Weekly meeting in the first month");
        var revoked = await chat.SayAsync($"{client} no longer wants Two Rivers told");
        await revoked.SaysAsync("Permission revoked");
        await chat.PhotographAsync("support 4 revoked");
        await scene.ClockAsync(Day(2027, 1, 20));
        await MetAsync(chat, $"rang {client}", "Monthly contact, by Fri 5 Mar");
        await OwesAsync(
            chat, client,
            ["Tell the care team about the new job Mon 14 Dec 2026", "Monthly update for the care team Thu 7 Jan", "Monthly contact Fri 5 Mar"]);

        // The job ends: three days, the care team, and nothing of the job any more.
        await scene.ClockAsync(Day(2027, 2, 3));
        var ended = await chat.SayAsync($"{client} lost the job");
        await ended.SaysAsync("Be in touch after the job ended, by Fri 5 Feb");
        await chat.PhotographAsync("support 5 job loss");
        await OwesAsync(chat, client, ["Be in touch after the job ended Fri 5 Feb", "Tell the care team that the job ended Wed 10 Feb"]);
        await scene.ClockAsync(Day(2027, 2, 4));
        await MetAsync(chat, $"rang {client}", "Be in touch after the job ended");
        await OwesAsync(chat, client, ["Tell the care team that the job ended Wed 10 Feb"]);
    }

    private static async Task<string> NewClientAsync(ChatPage chat)
    {
        var client = await chat.SayAsync("new client");
        await client.PressAsync("IPS in secondary care");
        await client.SaysAsync("Reference issued");
        return Reference().Match(await client.TextAsync()).Value;
    }

    /// <summary>A contact with the client is typed, and recorded in one tap.</summary>
    private static async Task MetAsync(ChatPage chat, string line, string says)
    {
        var contact = await chat.SayAsync(line);
        await contact.PressAsync("Record it");
        await contact.SaysAsync(says);
    }

    /// <summary>What falls on one day stands in any order.</summary>
    private static async Task OwesAsync(ChatPage chat, string client, string[] expected) =>
        Assert.Equal(expected.Order(StringComparer.Ordinal), (await OwedAsync(chat, client)).Order(StringComparer.Ordinal));

    /// <summary>What is owed about the client, page by page of the due list: what and by when.</summary>
    private static async Task<IReadOnlyList<string>> OwedAsync(ChatPage chat, string client)
    {
        var owed = new List<string>();
        var list = await chat.SayAsync("due");
        await list.SaysAsync("What you owe");
        while (true)
        {
            var text = await list.TextAsync();
            owed.AddRange(Item().Matches(text).Where(item => item.Groups["client"].Value == client).Select(item => $"{item.Groups["title"].Value} {item.Groups["day"].Value}"));
            if (!await list.HasAsync("Next"))
                return owed;
            await list.PressAsync("Next");
            await list.SaysNoLongerAsync(text);
        }
    }

    private static DateTime Day(int year, int month, int day) => new(year, month, day, 10, 0, 0);

    [GeneratedRegex(@"\b[A-Z]{2}[0-9]{2}\b", RegexOptions.None, 1000)]
    private static partial Regex Reference();

    [GeneratedRegex(@"[0-9]+\. (?<title>[^·\n]+?) · (?<client>[A-Z]{2}[0-9]{2})(?: · [^·\n]+)? · (?<day>[A-Z][a-z]{2} [0-9]+ [A-Z][a-z]{2}(?: [0-9]{4})?),", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Item();
}
