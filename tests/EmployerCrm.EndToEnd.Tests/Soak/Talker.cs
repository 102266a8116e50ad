using System.Text.Json.Nodes;
using EmployerCrm.TestSupport;

namespace EmployerCrm.EndToEnd.Tests.Soak;

/// <summary>One person who keeps talking to the bot. Each message is brought until it is answered, as Teams does, however often the host dies.</summary>
internal sealed class Talker(int number, TestChannel channel, TeamsActivities teams, CancellationToken cancellationToken)
{
    private static readonly TimeSpan BeforeTryingAgain = TimeSpan.FromMilliseconds(100);
    private static readonly string[] Questions = ["due", "my week", "help", "two rivers", "what's the weather like on the moon"];

    private readonly List<string> _sent = [];
    private readonly List<string> _sentTwice = [];
    private int _round;

    /// <summary>The ids of what was sent and answered.</summary>
    public IReadOnlyList<string> Sent => _sent;

    /// <summary>Of these, the ones that had to be brought again: the host died over them.</summary>
    public IReadOnlyList<string> BroughtAgain => _sentTwice;

    /// <summary>Visits that were logged and not undone.</summary>
    public int Visits { get; private set; }

    /// <summary>Says one round of things: visits, one of them taken back, and a question.</summary>
    public async Task TalkAsync()
    {
        _round++;
        for (var visit = 0; visit < 3; visit++)
            await SayAsync($"visited Friday's Café yesterday, table {number}-{_round}-{visit} wobbles");
        await SayAsync("undo");
        Visits += 2;
        await SayAsync(Questions[_round % Questions.Length]);
    }

    private async Task SayAsync(string text)
    {
        var activity = teams.Message(text);
        var id = (string)activity["id"]!;
        while (!await IsAnsweredAsync(activity))
        {
            if (!_sentTwice.Contains(id))
                _sentTwice.Add(id);
            await Task.Delay(BeforeTryingAgain, cancellationToken);
        }

        _sent.Add(id);
    }

    private async Task<bool> IsAnsweredAsync(JsonObject activity)
    {
        try
        {
            using var answer = await channel.PostAsync(activity, cancellationToken);
            return answer.IsSuccessStatusCode;
        }
        catch (HttpRequestException)
        {
            return false;
        }
    }
}
