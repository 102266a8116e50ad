using System.Net;
using EmployerCrm.Web.Settings;

namespace EmployerCrm.Web.Tests.Host;

public sealed class StartTests
{
    internal static readonly string[] Credentials =
        ["--Bot:AppId=11111111-1111-1111-1111-111111111111", "--Bot:TenantId=22222222-2222-2222-2222-222222222222", "--Bot:Secret=not-a-real-one", "--Web:PublicUrl=https://crm.example"];

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Outside_Development_the_host_refuses_to_start_without_the_bots_credentials_and_names_them()
    {
        var refusal = await Assert.ThrowsAsync<SettingsException>(() => RunningHost.StartAsync("Production", [], Token));

        Assert.Contains("Bot:AppId is missing", refusal.Message, StringComparison.Ordinal);
        Assert.Contains("Bot:TenantId", refusal.Message, StringComparison.Ordinal);
        Assert.Contains("Bot:Secret", refusal.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task With_credentials_the_host_starts_anywhere_and_has_no_clock_to_move()
    {
        await using var host = await RunningHost.StartAsync("Production", Credentials, Token);

        using var ready = await host.Client.GetAsync("/healthz/ready", Token);
        using var clock = await host.Client.GetAsync("/dev/clock", Token);

        Assert.Equal(HttpStatusCode.OK, ready.StatusCode);
        Assert.Equal(HttpStatusCode.NotFound, clock.StatusCode);
    }

    [Theory]
    [InlineData("Store:Provider", "Oracle", "Sqlite or SqlServer")]
    [InlineData("Store:Provider", "SqlServer", "ConnectionStrings:Crm is missing", "--ConnectionStrings:Crm=")]
    [InlineData("Store:MigrateAtStart", "perhaps", "true or false")]
    [InlineData("Auth:Mode", "None", "Development or Entra")]
    [InlineData("Web:PublicUrl", "employers", "Web:PublicUrl")]
    [InlineData("Clients:Programmes:0", "  ", "Clients:Programmes has an entry without a name")]
    [InlineData("Clients:Programmes:0", "Connect to Work | connect  to WORK", "names \"connect  to WORK\" twice")]
    [InlineData("Clients:JobTypes:0", "Retail", "names \"retail\" twice", "--Clients:JobTypes:1=retail")]
    [InlineData("Auth:IdleTimeout", "soon", "such as 01:00:00")]
    [InlineData("Auth:AbsoluteTimeout", "365.00:00:00", "a week")]
    [InlineData("Auth:Mode", "Entra", "Auth:TenantId (or Bot:TenantId) is missing")]
    [InlineData("Auth:Mode", "Entra", "Auth:ClientId (or Bot:AppId) is missing")]
    [InlineData("Auth:Mode", "Entra", "Auth:Secret (or Bot:Secret")]
    [InlineData("Auth:TenantId", "contoso.example", "not its name", "--Auth:Mode=Entra")]
    [InlineData("Auth:ClientId", "crm", "id of an app registration", "--Auth:Mode=Entra")]
    [InlineData("Auth:Authority", "http://login.example", "https address", "--Auth:Mode=Entra")]
    [InlineData("Auth:RolesFrom", "7", "Records or Entra", "--Auth:Mode=Entra")]
    [InlineData("Auth:Groups:leads", "TeamLead", "object id", "--Auth:Mode=Entra")]
    [InlineData("Auth:Groups:44444444-0000-4000-8000-000000000009", "Boss", "Specialist, TeamLead, Admin", "--Auth:Mode=Entra")]
    [InlineData("Fidelity:DecisionMakerOnly", "sometimes", "true or false")]
    [InlineData("Teams:DefaultLanguage", "fr", "en-GB or cy")]
    public async Task A_setting_that_makes_no_sense_is_named_at_start(string setting, string value, string says, params string[] others)
    {
        var refusal = await Assert.ThrowsAsync<SettingsException>(() => RunningHost.StartAsync("Development", [$"--{setting}={value}", .. others], Token));

        Assert.Contains(says, refusal.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Outside_Development_people_come_back_from_signing_in_to_an_address_that_is_set()
    {
        var refusal = await Assert.ThrowsAsync<SettingsException>(() => RunningHost.StartAsync("Production", [.. Credentials, "--Web:PublicUrl="], Token));

        Assert.Contains("Web:PublicUrl is missing", refusal.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("--Auth:Mode=Development")]
    [InlineData("--Web:PublicUrl=http://crm.example")]
    public async Task What_only_a_developer_may_have_is_refused_in_Production(string setting) =>
        await Assert.ThrowsAsync<SettingsException>(() => RunningHost.StartAsync("Production", [.. Credentials, setting], Token));

    [Fact]
    public async Task All_that_is_wrong_is_named_at_once()
    {
        var refusal = await Assert.ThrowsAsync<SettingsException>(() => RunningHost.StartAsync("Production", ["--Store:Provider=Oracle", "--Auth:Mode=None"], Token));

        Assert.All(["Store:Provider", "Auth:Mode", "Bot:AppId"], setting => Assert.Contains(setting, refusal.Message, StringComparison.Ordinal));
    }

    [Fact]
    public async Task Without_credentials_the_host_does_not_listen_beyond_this_machine()
    {
        var refusal = await Assert.ThrowsAsync<SettingsException>(() => RunningHost.StartAsync("Development", ["--urls=http://0.0.0.0:0"], Token));

        Assert.Contains("0.0.0.0", refusal.Message, StringComparison.Ordinal);
    }
}
