using EmployerCrm.TestSupport.Forging;

namespace EmployerCrm.EndToEnd.Tests.FrontDoor;

/// <summary>Every forged token, brought to the whole host with a line that would be logged: refused without a reason, nothing stored, nothing sent.</summary>
[Collection(nameof(AttackedHost))]
public sealed class ForgeryTests(AttackedHost attacked)
{
    private static readonly Dictionary<string, Forgery> All =
        ForgedClaims.All.Concat(ForgedSignatures.All).ToDictionary(forgery => forgery.Name, StringComparer.Ordinal);

    public static TheoryData<string> Names => [.. All.Keys];

    [Theory]
    [MemberData(nameof(Names))]
    public Task A_forged_token_stores_and_sends_nothing(string name) =>
        attacked.AssertRefusedAsync(attacked.Host.Alex.Message(AttackedHost.Line), All[name].Make(attacked.Forge));

    [Fact]
    public Task No_token_stores_and_sends_nothing() => attacked.AssertRefusedAsync(attacked.Host.Alex.Message(AttackedHost.Line), null);

    [Theory]
    [InlineData("exp", -310, false)]
    [InlineData("exp", -270, true)]
    [InlineData("nbf", 330, false)]
    [InlineData("nbf", 290, true)]
    public async Task Clocks_may_differ_by_five_minutes_and_no_more(string claim, int secondsFromNow, bool getsIn)
    {
        // Not to the second, since this host's clock goes on; the protocol's own tests have the second.
        var token = attacked.Forge.Right.With(claim, TimeProvider.System.GetUtcNow().ToUnixTimeSeconds() + secondsFromNow).ToString();
        if (!getsIn)
        {
            await attacked.AssertRefusedAsync(attacked.Host.Alex.Message(AttackedHost.Line), token);
            return;
        }

        using var answer = await attacked.Host.Channel.PostAsync(attacked.Host.Alex.Message("help"), token, TestContext.Current.CancellationToken);
        Assert.True(answer.IsSuccessStatusCode);
    }

    [Fact]
    public async Task After_all_that_the_log_has_reasons_and_neither_tokens_nor_text()
    {
        var token = attacked.Forge.Right.With("aud", "somebody else").ToString();
        await attacked.AssertRefusedAsync(attacked.Host.Alex.Message(AttackedHost.Line), token);

        await attacked.Host.SayAsync("Caller refused: Audience", TestContext.Current.CancellationToken);
        Assert.DoesNotContain("attacker", attacked.Host.Output, StringComparison.OrdinalIgnoreCase);
        Assert.DoesNotContain("eyJ", attacked.Host.Output, StringComparison.Ordinal);
        Assert.DoesNotContain("a:personal-1", attacked.Host.Output, StringComparison.Ordinal);
    }
}
