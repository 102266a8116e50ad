using EmployerCrm.TestSupport;

namespace EmployerCrm.EndToEnd.Tests.Soak;

/// <summary>A connector that does as it should two times in three, and else whatever connectors do.</summary>
internal sealed class FaultyConnector(int seed)
{
    private static readonly ConnectorAnswer[] Faults =
    [
        ConnectorAnswer.Status(429, retryAfter: TimeSpan.Zero), ConnectorAnswer.Status(429, retryAfter: TimeSpan.FromSeconds(1)), ConnectorAnswer.Status(429),
        ConnectorAnswer.Status(412), ConnectorAnswer.Status(502), ConnectorAnswer.Status(503), ConnectorAnswer.Status(503, retryAfter: TimeSpan.FromSeconds(1)),
        ConnectorAnswer.Status(504), ConnectorAnswer.Status(500), ConnectorAnswer.Drop, ConnectorAnswer.DropUnread, ConnectorAnswer.Half, ConnectorAnswer.NoId,
    ];

    private readonly Lock _lock = new();
    private readonly Random _random = new(seed);

    public ConnectorAnswer Next()
    {
        lock (_lock)
        {
            return _random.Next(3) > 0 ? ConnectorAnswer.Ok : Faults[_random.Next(Faults.Length)];
        }
    }

    public int Number(int from, int below)
    {
        lock (_lock)
        {
            return _random.Next(from, below);
        }
    }
}
