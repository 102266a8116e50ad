using System.Collections.Concurrent;

namespace EmployerCrm.Bot.Tests.Outbox;

/// <summary>What is sent unasked is in the language of who gets it, one after the other in the same sweep.</summary>
public sealed class ProactiveLanguageTests
{
    [Fact(Timeout = 60_000)]
    public async Task Each_message_is_rendered_in_its_recipients_language()
    {
        await using var outbox = await OutboxScene.StartAsync();
        await outbox.Scene.SayAsync("Cymraeg");
        var said = new ConcurrentBag<(Guid Person, string Today)>();
        outbox.Message.WhileRendering = async row =>
        {
            await Task.Yield();
            said.Add((row.RecipientId, Texts.Get("Today")));
        };
        await outbox.AddAsync([.. Enumerable.Range(1, 6).Select(number => outbox.Row(number, number % 2 == 0 ? outbox.Alex : outbox.Sam))]);

        await outbox.SweepAsync();

        Assert.Equal(6, said.Count);
        Assert.All(said, one => Assert.Equal(one.Person == outbox.Alex.Id ? "heddiw" : "today", one.Today));
    }
}
