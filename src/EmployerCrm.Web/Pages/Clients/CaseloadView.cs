using EmployerCrm.Core.Clients;
using EmployerCrm.Core.Undo;
using EmployerCrm.Web.Pages.Components;

namespace EmployerCrm.Web.Pages.Clients;

/// <summary>Clients that stand together in the list.</summary>
/// <param name="Standing">Null where those looking for work and those in work are together.</param>
/// <param name="Programme">Null where there is only one, or all are together.</param>
public sealed record CaseloadGroup(ClientStatus? Standing, string? Programme, IReadOnlyList<ClientShown> Clients);

/// <summary>A person's caseload, or a team's.</summary>
/// <param name="Shown">All clients that the person sees.</param>
/// <param name="Next">The contact that each is owed next.</param>
/// <param name="Caseloads">How many each specialist carries.</param>
/// <param name="Form">The clients ticked, and the day.</param>
public sealed record CaseloadView(
    CaseloadState State, ClientsShown Shown, IReadOnlyDictionary<Guid, NextContact> Next, IReadOnlyList<Core.Clients.Caseload> Caseloads, ClientLists Lists, FormState Form)
{
    public const string Ticked = "tick";
    public const string On = "on";
    public const string Way = "way";

    public Followed? Followed { get; init; }

    public DateOnly Today => Shown.Today;

    /// <summary>What the filters leave, of every standing.</summary>
    public IEnumerable<ClientShown> Filtered => Shown.Clients.Where(client =>
        (State.Programme is null || client.Client.Programme == State.Programme) && (State.OwnerId is null || client.Client.OwnerId == State.OwnerId));

    public int Count(params ReadOnlySpan<ClientStatus> standings)
    {
        var count = 0;
        foreach (var standing in standings)
            count += Filtered.Count(client => client.Standing == standing);
        return count;
    }

    /// <summary>The programmes that somebody here is in, in the service's order.</summary>
    public IReadOnlyList<string> Programmes =>
        [.. Lists.ProgrammeNames.Concat(Shown.Clients.Select(client => client.Client.Programme)).Distinct(StringComparer.Ordinal).Where(name => Shown.Clients.Any(client => client.Client.Programme == name))];

    public IEnumerable<CaseloadGroup> Groups
    {
        get
        {
            if (State.Part == CaseloadPart.Together)
            {
                var together = Filtered.Where(client => client.Standing is ClientStatus.JobSearch or ClientStatus.InWork).ToList();
                return together.Count == 0 ? [] : [new CaseloadGroup(null, null, together)];
            }

            return from standing in Standings
                   let there = Filtered.Where(client => client.Standing == standing).ToList()
                   let several = there.Select(client => client.Client.Programme).Distinct(StringComparer.Ordinal).Skip(1).Any()
                   from programme in several ? Programmes.Cast<string?>() : [null]
                   let clients = there.Where(client => programme is null || client.Client.Programme == programme)
                       .OrderBy(client => Next.TryGetValue(client.Client.Id, out var next) ? next.DueOn : DateOnly.MaxValue).ToList()
                   where clients.Count > 0
                   select new CaseloadGroup(standing, programme, clients);
        }
    }

    private IEnumerable<ClientStatus> Standings => State.Part switch
    {
        CaseloadPart.Search => [ClientStatus.JobSearch],
        CaseloadPart.Work => [ClientStatus.InWork],
        CaseloadPart.SteppedDown => [ClientStatus.SteppedDown],
        _ => [ClientStatus.JobSearch, ClientStatus.InWork, ClientStatus.SteppedDown],
    };
}
