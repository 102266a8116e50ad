using EmployerCrm.Core;
using EmployerCrm.Core.People;
using EmployerCrm.Web.SignIn;
using EmployerCrm.Web.Tests.Host;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;

namespace EmployerCrm.Web.Tests.SignIn;

/// <summary>The host with two people, a page for each kind of entrant, and what a form of ours does.</summary>
internal sealed class SignInHost : IAsyncDisposable
{
    private readonly RunningHost _host;

    private SignInHost(RunningHost host, Specialist specialist, Specialist admin) => (_host, Specialist, Admin) = (host, specialist, admin);

    public Specialist Specialist { get; }

    public Specialist Admin { get; }

    public HttpClient Client => _host.Client;

    public RunningHost Host => _host;

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    private ICrmStore Store => _host.Services.GetRequiredService<ICrmStore>();

    public static async Task<SignInHost> StartAsync(params string[] settings)
    {
        var host = await RunningHost.StartAsync("Development", settings, Token, Map);
        var ids = host.Services.GetRequiredService<Ids>();
        var team = new Team { Id = ids.New(), Name = "Aire", Nation = Nation.EnglandAndWales };
        var specialist = new Specialist { Id = ids.New(), ObjectId = "oid-bea", Name = "Bea Hart", TeamId = team.Id, Role = Role.Specialist, WeeklyTarget = 6 };
        var admin = specialist with { Id = ids.New(), ObjectId = "oid-cal", Name = "Cal Moss", Role = Role.Admin };
        await host.Services.GetRequiredService<ICrmStore>().WriteAsync(
            async session =>
            {
                await session.People.AddAsync(team);
                await session.People.AddAsync(specialist);
                await session.People.AddAsync(admin);
                return 0;
            },
            Token);
        return new SignInHost(host, specialist, admin);
    }

    public Visitor Visitor() => new(_host.Client.BaseAddress!);

    public async Task<Visitor> SignedInAsync(Specialist person)
    {
        var visitor = Visitor();
        await visitor.SubmitAsync(SignInAddresses.SignIn, SignInAddresses.SignIn, ("person", person.Id.ToString()));
        return visitor;
    }

    public Task MoveClockAsync(TimeSpan offset) => _host.Client.PostAsync(
        "/dev/clock", new StringContent($$"""{"offset":"{{offset:c}}"}""", System.Net.Http.Headers.MediaTypeHeaderValue.Parse("application/json")), Token);

    public void Execute(string sql) => Rows.Execute(_host.Database, sql);

    public ValueTask DisposeAsync() => _host.DisposeAsync();

    private static void Map(WebApplication app)
    {
        var people = app.MapGroup("/test").ForPeople();
        people.MapGet("name", (HttpContext context) => context.SignedIn()!.Person.Name);
        people.MapPost("change", () => "changed");
        app.MapGroup("/test/admins").ForAdmins().MapGet("name", (HttpContext context) => context.SignedIn()!.Person.Name);
        app.MapGet("/test/forgotten", () => "shown");
    }
}
