using System.Net;
using System.Text.RegularExpressions;
using EmployerCrm.TestSupport;
using EmployerCrm.Web.Tests.Host;

namespace EmployerCrm.Web.Tests.SignIn;

/// <summary>The first run of a service that has nobody yet, and who may do it.</summary>
public sealed partial class SetUpTests
{
    private static readonly TestAccount Ada = new(SignInHost.CalsObjectId, "Ada New");

    private static readonly (string, string)[] Form =
    [
        ("team-name", "Aire"), ("nation", "Scotland"), ("lead-name", "Bea Hart"), ("lead-object-id", SignInHost.BeasObjectId), ("target", "2"),
    ];

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Fact]
    public async Task The_directorys_admin_sets_the_service_up_once()
    {
        await using var entra = await TestEntra.StartAsync(Ada with { Roles = ["Admin"] });
        await using var host = await StartAsync(entra);
        using var visitor = new Visitor(host.Client.BaseAddress!);

        Assert.Equal("/sign-in?returnUrl=%2Fset-up", (await visitor.GetAsync("/set-up")).To);
        await SignInAsync(visitor);
        Assert.Contains("href=\"/set-up\"", (await visitor.GetAsync("/sign-in")).Text, StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.UnprocessableEntity, (await visitor.SubmitAsync("/set-up", "/set-up", [("team-name", " "), .. Form[1..]])).Status);
        Assert.Equal("/admin/people?said=SetUp", (await visitor.SubmitAsync("/set-up", "/set-up", [.. Form, ("object-id", "somebody-else")])).To);

        Assert.Equal(HttpStatusCode.OK, (await visitor.GetAsync("/admin/people")).Status);
        Assert.Equal(HttpStatusCode.NotFound, (await visitor.GetAsync("/set-up")).Status);
        Assert.Equal(HttpStatusCode.NotFound, (await visitor.SubmitAsync("/admin/people", "/set-up", Form)).Status);
        Assert.Equal(SignInHost.CalsObjectId, Rows.Value(host.Database, "select object_id from specialists where role = 'Admin'"));
        Assert.Equal("2", Rows.Value(host.Database, "select weekly_target from specialists where role = 'TeamLead'"));
    }

    [Fact]
    public async Task Anybody_else_of_the_tenant_needs_the_code_of_the_log()
    {
        await using var entra = await TestEntra.StartAsync(Ada);
        await using var host = await StartAsync(entra);
        using var visitor = new Visitor(host.Client.BaseAddress!);
        using var stranger = new Visitor(host.Client.BaseAddress!);
        await SignInAsync(visitor);
        var code = "";

        foreach (var wrong in new[] { "", "x", "BBBBBBBBBBBBBBBB" })
        {
            var refused = await visitor.SubmitAsync("/set-up", "/set-up", [.. Form, ("code", wrong)]);
            Assert.Equal(HttpStatusCode.UnprocessableEntity, refused.Status);
            Assert.Contains("value=\"Aire\"", refused.Text, StringComparison.Ordinal);
        }

        code = Code().Match(host.Log.Text).Groups[1].Value;
        Assert.Equal(16, code.Length);
        Assert.Equal(HttpStatusCode.BadRequest, (await stranger.SubmitAsync("/sign-in", "/set-up", [.. Form, ("code", code)])).Status);
        Assert.Equal("/admin/people?said=SetUp", (await visitor.SubmitAsync("/set-up", "/set-up", [.. Form, ("code", code.ToLowerInvariant())])).To);
    }

    [Fact]
    public async Task On_a_developers_machine_whoever_sits_there_sets_it_up()
    {
        await using var host = await RunningHost.StartAsync(Token);
        using var visitor = new Visitor(host.Client.BaseAddress!);
        using var forwarded = new HttpRequestMessage(HttpMethod.Get, "/set-up");
        forwarded.Headers.Add("X-Forwarded-For", "203.0.113.7");

        Assert.Equal(HttpStatusCode.NotFound, (await visitor.SendAsync(forwarded)).Status);
        Assert.Contains("href=\"/set-up\"", (await visitor.GetAsync("/sign-in")).Text, StringComparison.Ordinal);
        Assert.Equal("/admin/people?said=SetUp", (await visitor.SubmitAsync("/set-up", "/set-up", [.. Form, ("name", "Ada New"), ("object-id", "ada")])).To);
        Assert.Equal(HttpStatusCode.OK, (await visitor.GetAsync("/admin/people")).Status);
    }

    [Fact]
    public async Task A_service_that_has_people_has_no_first_run_and_no_code()
    {
        await using var host = await SignInHost.StartAsync();
        using var visitor = host.Visitor();

        Assert.Equal(HttpStatusCode.NotFound, (await visitor.GetAsync("/set-up")).Status);
        Assert.DoesNotContain("set-up", host.Host.Log.Text, StringComparison.Ordinal);
    }

    private static Task<RunningHost> StartAsync(TestEntra entra) =>
        RunningHost.StartAsync("Development", [.. entra.Settings.Select(setting => $"--{setting.Key}={setting.Value}")], Token);

    private static async Task SignInAsync(Visitor visitor)
    {
        var away = await visitor.GetAsync("/sign-in/entra");
        await visitor.GetAsync((await visitor.GetAsync(away.To!)).To!);
    }

    [GeneratedRegex("with the code ([A-Z0-9]+) ")]
    private static partial Regex Code();
}
