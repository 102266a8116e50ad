using System.Net;
using EmployerCrm.TestSupport.Forging;

namespace EmployerCrm.Bot.Tests.BotFramework;

/// <summary>Every forged token is refused for its own reason, without a word to the caller. (The end-to-end tests try the same on the whole host.)</summary>
public sealed class ForgeryTests(ForgeryTests.Door door) : IClassFixture<ForgeryTests.Door>
{
    private static readonly Dictionary<string, Forgery> All =
        ForgedClaims.All.Concat(ForgedSignatures.All).ToDictionary(forgery => forgery.Name, StringComparer.Ordinal);

    public static TheoryData<string> Names => [.. All.Keys];

    [Theory]
    [MemberData(nameof(Names))]
    public Task A_forged_token_is_refused(string name)
    {
        var forgery = All[name];
        var host = door.Host;
        return host.AssertRefusedAsync(host.Activities.Message("due"), forgery.Make(new Forge(host.Authority, BotHost.AppId, host.Connector.ServiceUrl)), forgery.Reason);
    }

    /// <summary>One host for all of them: none gets in, so none disturbs another. One turn got in before, so that the keys are known.</summary>
    public sealed class Door : IAsyncLifetime
    {
        internal BotHost Host { get; private set; } = null!;

        public async ValueTask InitializeAsync()
        {
            Host = await BotHost.StartAsync();
            using var answer = await Host.PostAsync(Host.Activities.Message("first"));
            Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
            Host.Bot.Heard.Clear();
        }

        public ValueTask DisposeAsync() => Host.DisposeAsync();
    }
}
