using System.Diagnostics.Metrics;
using EmployerCrm.BotFramework;
using EmployerCrm.TestSupport;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;

namespace EmployerCrm.Bot.Tests.BotFramework;

/// <summary>What the tests of outgoing calls share: a message to a conversation, and waiting for what happens in the background.</summary>
internal static class Outgoing
{
    public static Task<ResourceResponse> SendAsync(this BotHost host, string text = "hello", string conversationId = "a:1") => host.ConnectorClient.SendAsync(
        new Activity { Type = ActivityTypes.Message, Text = text }.ApplyConversationReference(host.Reference(conversationId)), TestContext.Current.CancellationToken);

    public static ConversationReference Reference(this BotHost host, string conversationId = "a:1") =>
        new() { ServiceUrl = host.Connector.ServiceUrl, ChannelId = "msteams", Conversation = new ConversationAccount { Id = conversationId } };

    /// <summary>A limiter with nothing around it.</summary>
    public static SendLimiter Limiter(TestClock clock) => new(
        Options.Create(new BotFrameworkOptions()), clock,
        new BotMetrics(new ServiceCollection().AddMetrics().BuildServiceProvider().GetRequiredService<IMeterFactory>()));

    public static async Task UntilAsync(Func<bool> condition)
    {
        while (!condition())
        {
            await Task.Yield();
            TestContext.Current.CancellationToken.ThrowIfCancellationRequested();
        }
    }
}
