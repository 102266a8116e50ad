using System.Text;
using System.Text.Json.Nodes;
using EmployerCrm.BotFramework;

namespace EmployerCrm.Bot.Tests.BotFramework;

/// <summary>What is too large does not leave: the channel would refuse it, or show it to nobody.</summary>
public sealed class SizeGuardTests : IAsyncLifetime
{
    private BotHost _host = null!;

    public async ValueTask InitializeAsync() => _host = await BotHost.StartAsync();

    public ValueTask DisposeAsync() => _host.DisposeAsync();

    [Theory]
    [InlineData(28 * 1024, true)]
    [InlineData((28 * 1024) + 1, false)]
    public async Task A_card_has_28_KB(int bytes, bool leaves)
    {
        var card = new JsonObject { ["type"] = "AdaptiveCard", ["body"] = "" };
        card["body"] = new string('x', bytes - Encoding.UTF8.GetByteCount(card.ToJsonString()));
        Assert.Equal(bytes, Encoding.UTF8.GetByteCount(card.ToJsonString()));

        Assert.Equal(leaves, await LeavesAsync(new Activity { Type = "message", Attachments = [Attachment.AdaptiveCard(card)] }));
    }

    [Theory]
    [InlineData(50_000, true)]
    [InlineData(52_000, false)]
    public async Task A_message_has_100_KB_in_UTF_16(int characters, bool leaves) =>
        Assert.Equal(leaves, await LeavesAsync(new Activity { Type = "message", Text = new string('x', characters), Attachments = [] }));

    private async Task<bool> LeavesAsync(Activity activity)
    {
        activity.ApplyConversationReference(_host.Reference());
        var refusal = await Record.ExceptionAsync(() => _host.ConnectorClient.SendAsync(activity, TestContext.Current.CancellationToken));
        Assert.Equal(refusal is null ? 1 : 0, _host.Connector.Calls.Count);
        Assert.True(refusal is null or ActivityTooLargeException);
        return refusal is null;
    }
}
