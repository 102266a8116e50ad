using EmployerCrm.Core;
using EmployerCrm.Core.People;
using EmployerCrm.Web.SignIn;
using EmployerCrm.Web.Tests.Host;
using Visitor = EmployerCrm.Web.Tests.SignIn.Visitor;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;

namespace EmployerCrm.Web.Tests.Roles;

/// <summary>The host with two teams that have one of everything.</summary>
internal sealed class TwoTeamsHost : IAsyncDisposable
{
    // Rows that a colleague of another team has no business with, whatever they send.
    private static readonly string[] OfTheTeam = ["teams", "specialists", "clients", "client_preferred_job_types", "visits", "follow_ups", "placements", "client_contacts", "drafts", "employers", "contacts", "saved_views", "leave_periods", "person_settings"];

    private readonly Dictionary<Guid, Visitor> _visitors = [];

    private TwoTeamsHost(RunningHost host)
    {
        Host = host;
        var (ids, now) = (host.Services.GetRequiredService<Ids>(), host.Services.GetRequiredService<TimeProvider>().GetUtcNow());
        Team = new World(ids, now, "Aire", "KM23", "KM47");
        Other = new World(ids, now, "Calder", "PQ68", "PQ94");
    }

    public RunningHost Host { get; }

    public World Team { get; }

    public World Other { get; }

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    public static async Task<TwoTeamsHost> StartAsync(params string[] settings)
    {
        var two = new TwoTeamsHost(await RunningHost.StartAsync("Development", settings, Token));
        await two.Host.Services.GetRequiredService<ICrmStore>().WriteAsync(
            async session =>
            {
                await two.Team.AddAsync(session);
                await two.Other.AddAsync(session);
                return 0;
            },
            Token);
        return two;
    }

    /// <summary>Every address that answers, as "GET /admin/people/{id:guid}".</summary>
    public IEnumerable<(string Method, string Pattern)> Endpoints() =>
        from endpoint in Host.Services.GetRequiredService<EndpointDataSource>().Endpoints.OfType<RouteEndpoint>()
        from method in endpoint.Metadata.GetMetadata<IHttpMethodMetadata>()?.HttpMethods ?? ["ANY"]
        let pattern = "/" + (endpoint.RoutePattern.RawText ?? "").Trim('/')
        orderby pattern, method
        select (method, pattern);

    /// <summary>A browser in which the person is signed in; nobody for null.</summary>
    public async Task<Visitor> VisitorAsync(Specialist? person)
    {
        var key = person?.Id ?? Guid.Empty;
        if (_visitors.TryGetValue(key, out var known) && (person is null || known.Cookies.GetAllCookies().Any(cookie => cookie.Name.EndsWith("session", StringComparison.Ordinal))))
            return known;
        known?.Dispose();
        var visitor = _visitors[key] = new Visitor(Host.Client.BaseAddress!);
        if (person is not null)
            await visitor.SubmitAsync(SignInAddresses.SignIn, SignInAddresses.SignIn, ("person", person.Id.ToString()));
        return visitor;
    }

    /// <summary>The first team's rows, as they are now.</summary>
    public IReadOnlyList<string> TeamRows()
    {
        var keys = Team.Marks.Where(mark => Guid.TryParse(mark, out _)).Select(key => key.ToUpperInvariant()).ToList();
        return [.. Rows.All(Host.Database).Where(row => OfTheTeam.Contains(row[..row.IndexOf(':', StringComparison.Ordinal)]) && keys.Exists(key => row.Contains(key, StringComparison.OrdinalIgnoreCase)))];
    }

    public async ValueTask DisposeAsync()
    {
        foreach (var visitor in _visitors.Values)
            visitor.Dispose();
        await Host.DisposeAsync();
    }
}
