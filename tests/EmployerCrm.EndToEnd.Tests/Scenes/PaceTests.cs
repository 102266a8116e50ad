using EmployerCrm.EndToEnd.Tests.Chat;
using EmployerCrm.EndToEnd.Tests.Stack;

namespace EmployerCrm.EndToEnd.Tests.Scenes;

[Collection(nameof(Alone))]
public sealed class PaceTests(Browser browser, SampleDatabase sample)
{
    [Fact]
    public async Task The_card_is_there_within_the_same_second()
    {
        await using var scene = await ChatScene.BeginAsync(browser, sample);
        var shortest = TimeSpan.MaxValue;
        for (var attempt = 1; attempt <= 4 && shortest > TimeSpan.FromSeconds(1); attempt++)
        {
            // The first line also warms up the host; and this machine may be building something else. The very same line twice would be asked about.
            var line = Lines.Visit.Replace("spoke to the owner", $"spoke to the owner, {attempt} waiters wanted", StringComparison.Ordinal);
            var started = TimeProvider.System.GetTimestamp();
            await (await scene.Chat.SayAsync(line)).SaysAsync("Visit logged");
            var taken = TimeProvider.System.GetElapsedTime(started);
            shortest = taken < shortest ? taken : shortest;
        }

        Assert.InRange(shortest, TimeSpan.Zero, TimeSpan.FromSeconds(1));
    }
}
