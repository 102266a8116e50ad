using EmployerCrm.Core;
using EmployerCrm.Core.Calendar;
using EmployerCrm.Core.Clients;
using EmployerCrm.Core.Employers;
using EmployerCrm.Core.FollowUps;
using EmployerCrm.Core.People;
using EmployerCrm.Web.SignIn;
using EmployerCrm.Web.Tests.Host;
using Visitor = EmployerCrm.Web.Tests.SignIn.Visitor;
using Microsoft.Extensions.DependencyInjection;

namespace EmployerCrm.Web.Tests.Pages;

/// <summary>The host with two teams, an employer with its people, and a client of one team.</summary>
internal sealed class PagesHost : IAsyncDisposable
{
    private readonly RunningHost _host;

    private PagesHost(RunningHost host)
    {
        _host = host;
        var ids = host.Services.GetRequiredService<Ids>();
        Aire = new Team { Id = ids.New(), Name = "Aire", Nation = Nation.EnglandAndWales };
        Wharfe = Aire with { Id = ids.New(), Name = "Wharfe" };
        Bea = new Specialist { Id = ids.New(), ObjectId = "oid-bea", Name = "Bea Hart", TeamId = Aire.Id, Role = Role.Specialist, WeeklyTarget = 6 };
        Lea = Bea with { Id = ids.New(), ObjectId = "oid-lea", Name = "Lea Stone", Role = Role.TeamLead };
        Wim = Bea with { Id = ids.New(), ObjectId = "oid-wim", Name = "Wim Vale", TeamId = Wharfe.Id };
        Cal = Bea with { Id = ids.New(), ObjectId = "oid-cal", Name = "Cal Moss", Role = Role.Admin };
        TwoRivers = new Employer
        {
            Id = ids.New(), Name = "Two Rivers Care Home", Town = "Otley", Postcode = "LS21 3AB", TeamId = Aire.Id, OwnerId = Bea.Id, CreatedAt = Clock.Now, Version = 1,
        };
        Dorota = new Contact { Id = ids.New(), EmployerId = TwoRivers.Id, Name = "Dorota Nowak", Role = "Manager", Phone = "+441134960123", Version = 1 };
    }

    public Team Aire { get; }

    public Team Wharfe { get; }

    public Specialist Bea { get; }

    public Specialist Lea { get; }

    public Specialist Wim { get; }

    public Specialist Cal { get; }

    public Employer TwoRivers { get; }

    public Contact Dorota { get; }

    public LondonClock Clock => _host.Services.GetRequiredService<LondonClock>();

    public RunningHost Host => _host;

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    public static async Task<PagesHost> StartAsync(string[]? settings = null, Action<IServiceCollection>? replace = null)
    {
        var host = new PagesHost(await RunningHost.StartAsync("Development", settings ?? [], Token, replace: replace));
        await host.WriteAsync(async session =>
        {
            await session.People.AddAsync(host.Aire);
            await session.People.AddAsync(host.Wharfe);
            foreach (var person in new[] { host.Bea, host.Lea, host.Wim, host.Cal })
                await session.People.AddAsync(person);
            await session.Employers.AddAsync(host.TwoRivers);
            await session.Employers.AddAsync(host.Dorota);
            await session.Clients.AddAsync(host.Client("JS12"), []);
        });
        return host;
    }

    public T Service<T>()
        where T : notnull => _host.Services.GetRequiredService<T>();

    public Task WriteAsync(Func<ICrmSession, Task> write) => Service<ICrmStore>().WriteAsync(
        async session =>
        {
            await write(session);
            return 0;
        },
        Token);

    public Task<T> ReadAsync<T>(Func<ICrmSession, Task<T>> read) => Service<ICrmStore>().ReadAsync(read, Token);

    /// <summary>Something that the person owes.</summary>
    public async Task<FollowUp> OweAsync(Specialist owner, string title, DateOnly? due)
    {
        var owed = new FollowUp
        {
            Id = Service<Ids>().New(), EmployerId = TwoRivers.Id, OwnerId = owner.Id, TeamId = owner.TeamId, Title = title, DueOn = due, State = FollowUpState.Open, CreatedAt = Clock.Now, Version = 1,
        };
        await WriteAsync(session => session.FollowUps.AddAsync(owed));
        return owed;
    }

    public async Task<Visitor> SignedInAsync(Specialist person)
    {
        var visitor = new Visitor(_host.Client.BaseAddress!);
        await visitor.SubmitAsync(SignInAddresses.SignIn, SignInAddresses.SignIn, ("person", person.Id.ToString()));
        return visitor;
    }

    public ValueTask DisposeAsync() => _host.DisposeAsync();

    private Client Client(string reference) => new()
    {
        Id = Service<Ids>().New(), Reference = reference, TeamId = Aire.Id, OwnerId = Bea.Id, Programme = "ips", EnteredOn = Clock.Today.AddDays(-30), Status = ClientStatus.JobSearch, CheckReference = false, Version = 1,
    };
}
