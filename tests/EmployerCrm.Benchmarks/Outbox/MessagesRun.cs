using System.Globalization;

namespace EmployerCrm.Benchmarks.Outbox;

/// <summary>How much is sent, and how fast it may be; the defaults are those of the table in the README.</summary>
internal sealed record MessagesRun
{
    public const string Usage = "[--rows N] [--people N] [--per-second N,N]";

    public int Rows { get; init; } = 10_000;

    public int People { get; init; } = 2_500;

    /// <summary>The ceilings, one run each; zero is no ceiling.</summary>
    public IReadOnlyList<int> PerSecond { get; init; } = [50, 200];

    /// <summary>Null when an option is not one of <see cref="Usage"/>.</summary>
    public static MessagesRun? Parse(ReadOnlySpan<string> arguments)
    {
        var run = new MessagesRun();
        for (; arguments.Length > 0; arguments = arguments[2..])
        {
            if (arguments.Length < 2 || With(run, arguments[0], arguments[1]) is not { } changed)
                return null;
            run = changed;
        }

        return run;
    }

    private static MessagesRun? With(MessagesRun run, string name, string value) => name switch
    {
        "--rows" => run with { Rows = Number(value) },
        "--people" => run with { People = Number(value) },
        "--per-second" => run with { PerSecond = [.. value.Split(',').Select(Number)] },
        _ => null,
    };

    private static int Number(string text) => int.Parse(text, CultureInfo.InvariantCulture);
}
