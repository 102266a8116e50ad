using Microsoft.Extensions.Options;

namespace EmployerCrm.Bot.Tests.BotFramework;

/// <summary>When the host refuses to start, and what it says then.</summary>
public sealed class StartTests
{
    [Fact]
    public Task Without_an_app_id_it_starts_in_Development_only() => AssertRefusedAsync("Production", "Bot:AppId is missing", ("AppId", null));

    [Fact]
    public Task An_environment_of_another_name_is_not_Development() => AssertRefusedAsync("Staging", "Bot:AppId is missing", ("AppId", " "));

    [Fact]
    public Task A_missing_tenant_is_named() => AssertRefusedAsync("Production", "Bot:TenantId is missing", ("TenantId", null));

    [Fact]
    public Task A_missing_tenant_is_missed_in_Development_too() => AssertRefusedAsync("Development", "Bot:TenantId is missing", ("TenantId", null));

    [Fact]
    public Task A_missing_credential_is_named() => AssertRefusedAsync("Production", "Bot:Certificate (or Bot:ManagedIdentity or Bot:Secret) is missing", ("Secret", null));

    [Fact]
    public Task Two_credentials_are_one_too_many() =>
        AssertRefusedAsync("Production", "Bot:ManagedIdentity and Bot:Secret are both set", ("ManagedIdentity", "system"));

    [Fact]
    public Task Two_credentials_are_too_many_in_Development_too() =>
        AssertRefusedAsync("Development", "Bot:ManagedIdentity and Bot:Secret are both set", ("ManagedIdentity", "system"));

    [Fact]
    public Task An_identity_of_another_name_is_named() =>
        AssertRefusedAsync("Production", "Bot:ManagedIdentity is neither", ("Secret", null), ("ManagedIdentity", "bob"));

    [Fact]
    public Task A_certificate_that_no_store_has_is_named() =>
        AssertRefusedAsync("Production", "No store has a certificate", ("Secret", null), ("Certificate", new string('a', 40)));

    [Theory]
    [InlineData("smba.example", "7/1x", "")]
    [InlineData("smba.example", "", "fifty a second")]
    [InlineData("https://*.example/", "", "")]
    public Task A_send_limit_that_is_none_is_named(string address, string perConversation, string total) => AssertRefusedAsync(
        "Production", "Bot:SendLimits", ("SendLimits:0:ServiceUrl", address), ("SendLimits:0:PerConversation", perConversation), ("SendLimits:0:Total", total));

    [Fact]
    public Task A_certificate_that_is_not_there_is_named() => AssertRefusedAsync("Production", "which is not there", ("Certificate", "/no/such/file.pem"));

    [Theory]
    [InlineData("http://login.example/metadata")]
    [InlineData("login.botframework.com")]
    [InlineData("http://localhost.example/metadata")]
    public Task Metadata_must_come_by_https(string address) => AssertRefusedAsync("Production", "Bot:OpenIdMetadata is not an https address", ("OpenIdMetadata", address));

    [Fact]
    public Task The_token_authority_must_speak_https() =>
        AssertRefusedAsync("Production", "Bot:TokenAuthority is not an https address", ("TokenAuthority", "http://login.example"));

    [Theory]
    [InlineData("*")]
    [InlineData("*.")]
    [InlineData("*.com*")]
    [InlineData("http://smba.example/")]
    [InlineData("https://*.example/")]
    [InlineData("https://user@smba.example/")]
    [InlineData("https://smba.example/?x")]
    public Task An_entry_that_would_open_the_list_wide_is_named(string entry) =>
        AssertRefusedAsync("Production", "Bot:AllowedServiceUrls has \"" + entry, ("AllowedServiceUrls", entry));

    [Fact]
    public Task A_limit_of_nothing_is_refused() => AssertRefusedAsync("Production", "Bot:MaxBodyBytes", ("MaxBodyBytes", "0"));

    private static async Task AssertRefusedAsync(string environment, string sentence, params IReadOnlyList<(string Key, string? Value)> settings)
    {
        var refusal = await Assert.ThrowsAsync<OptionsValidationException>(async () => await (await BotHost.StartAsync(environment, settings)).DisposeAsync());

        Assert.Contains(refusal.Failures, failure => failure.Contains(sentence, StringComparison.Ordinal));
    }
}
