using EmployerCrm.Core.Clients;

namespace EmployerCrm.Web.Sample;

/// <summary>Most clients are in IPS in secondary care; some are in programmes with a time limit, of whom a few are past it.</summary>
internal static class SampleProgrammes
{
    private const int MonthsPastLimit = 2;

    private static readonly (string Name, double Weight)[] Shares =
        [("IPS in secondary care", 68), ("IPS for addiction services", 8), ("IPS in primary care", 14), ("WorkWell", 4), ("Connect to Work", 6)];

    public static IReadOnlyList<SampleClient> Share(SampleSource source, IReadOnlyList<SampleClient> clients) => [.. clients.Select(client => Share(source, client))];

    private static SampleClient Share(SampleSource source, SampleClient client)
    {
        var programme = ClientLists.Default.Of(source.Pick(Shares, share => share.Weight).Name);
        var fits = programme.LimitMonths is not { } months || client.Client.EnteredOn.AddMonths(months + MonthsPastLimit) > source.Today;
        return fits && !SampleDirectory.Known.Clients.Contains(client.Client.Reference) ? client with { Client = client.Client with { Programme = programme.Name } } : client;
    }
}
