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
    public const string BeasObjectId = "44444444-0000-4000-8000-000000000001";
    public const string CalsObjectId = "44444444-0000-4000-8000-000000000002";

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
        return await WithPeopleAsync(host);
    }

    /// <summary>The host that signs people in at the test directory.</summary>
    public static async Task<SignInHost> StartAsync(EmployerCrm.TestSupport.TestEntra entra, params string[] settings) =>
        await StartAsync([.. entra.Settings.Select(setting => $"--{setting.Key}={setting.Value}"), .. settings]);

    private static async Task<SignInHost> WithPeopleAsync(RunningHost host)
    {
        var ids = host.Services.GetRequiredService<Ids>();
        var team = new Team { Id = ids.New(), Name = "Aire", Nation = Nation.EnglandAndWales };
        var specialist = new Specialist { Id = ids.New(), ObjectId = BeasObjectId, Name = "Bea Hart", TeamId = team.Id, Role = Role.Specialist, WeeklyTarget = 6 };
        var admin = specialist with { Id = ids.New(), ObjectId = CalsObjectId, Name = "Cal Moss", Role = Role.Admin };
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

    /// <summary>Adds a colleague of the two.</summary>
    public async Task<Specialist> AddPerson(string name, Role role)
    {
        var id = _host.Services.GetRequiredService<Ids>().New();
        var person = Specialist with { Id = id, ObjectId = id.ToString(), Name = name, Role = role };
        await Store.WriteAsync(
            async session =>
            {
                await session.People.AddAsync(person);
                return 0;
            },
            Token);
        return person;
    }

    public Task MoveClockAsync(TimeSpan offset) => _host.Client.PostAsync(
        "/dev/clock", new StringContent($$"""{"offset":"{{offset:c}}"}""", System.Net.Http.Headers.MediaTypeHeaderValue.Parse("application/json")), Token);

    /// <summary>The one value of the first row.</summary>
    public string Query(string sql) => Rows.Value(_host.Database, sql);

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
