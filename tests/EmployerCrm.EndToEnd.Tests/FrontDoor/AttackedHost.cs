using System.Net;
using System.Text.Json.Nodes;
using EmployerCrm.EndToEnd.Tests.Stack;
using EmployerCrm.TestSupport.Forging;

namespace EmployerCrm.EndToEnd.Tests.FrontDoor;

/// <summary>One host as in production, shared by all attacks: none of them may change anything, so none disturbs another.</summary>
[CollectionDefinition(nameof(AttackedHost))]
public sealed class AttackedHostCollection : ICollectionFixture<AttackedHost>;

public sealed class AttackedHost(SampleDatabase sample) : SharedProductionHost(sample)
{
    public const string Line = "visited Friday's Café yesterday 3pm, spoke to the attacker, next send CV Tues";

    internal Forge Forge => new(Host.Authority, ProductionHost.AppId, Host.Connector.ServiceUrl);

    public override async ValueTask InitializeAsync()
    {
        await base.InitializeAsync();

        // A genuine turn first: the keys are known, and what follows is not refused for want of them.
        using var answer = await Host.Channel.PostAsync(Host.Alex.Message("help"), TestContext.Current.CancellationToken);
        Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
    }

    internal async Task AssertRefusedAsync(JsonObject activity, string? token, HttpStatusCode status = HttpStatusCode.Unauthorized)
    {
        var cancellationToken = TestContext.Current.CancellationToken;
        await AssertNothingHappensAsync(async () =>
        {
            using var answer = await Host.Channel.PostAsync(activity, token, cancellationToken);
            Assert.Equal(status, answer.StatusCode);
            var body = await answer.Content.ReadAsStringAsync(cancellationToken);
            Assert.All(
                ["sign", "expire", "audience", "issuer", "endorse", "service", "key", "token", "tenant", "claim"],
                word => Assert.DoesNotContain(word, body, StringComparison.OrdinalIgnoreCase));
        });
    }

    /// <summary>Nothing is stored, in any table, and nothing is sent.</summary>
    internal async Task AssertNothingHappensAsync(Func<Task> attack)
    {
        var cancellationToken = TestContext.Current.CancellationToken;
        await StoredVisits.SettledAsync(Host.Database, cancellationToken);
        var rows = await StoredRows.CountAsync(Host.Database, cancellationToken);
        var calls = Host.Connector.Calls.Count;

        await attack();

        Assert.Equal(rows, await StoredRows.CountAsync(Host.Database, cancellationToken));
        Assert.Equal(calls, Host.Connector.Calls.Count);
    }
}
