using System.Globalization;

namespace EmployerCrm.Benchmarks.Turns;

/// <summary>How long and how much; the defaults are those of the table in the README.</summary>
internal sealed record TurnsOptions
{
    public int Rounds { get; init; } = 5;

    public TimeSpan Round { get; init; } = TimeSpan.FromSeconds(4);

    /// <summary>The longest; it ends when a program stops getting faster.</summary>
    public TimeSpan WarmUp { get; init; } = TimeSpan.FromSeconds(90);

    public int Specialists { get; init; } = 256;

    public int Employers { get; init; } = 2_000;

    public IReadOnlyList<int> AtATime { get; init; } = [1, 4, 16, 64];

    /// <summary>Leaves the peers out, for a quick look at a change of our own.</summary>
    public bool OnlyOurs { get; init; }

    public const string Usage = "[--rounds N] [--seconds N] [--warm-up N] [--specialists N] [--employers N] [--at-a-time 1,4,16,64] [--only-ours]";

    /// <summary>Null when an option is not one of <see cref="Usage"/>.</summary>
    public static TurnsOptions? Parse(ReadOnlySpan<string> arguments)
    {
        var options = new TurnsOptions();
        while (arguments.Length > 0)
        {
            if (arguments[0] == "--only-ours")
            {
                options = options with { OnlyOurs = true };
                arguments = arguments[1..];
                continue;
            }

            if (arguments.Length < 2 || With(options, arguments[0], arguments[1]) is not { } changed)
                return null;
            options = changed;
            arguments = arguments[2..];
        }

        return options;
    }

    private static TurnsOptions? With(TurnsOptions options, string name, string value) => name switch
    {
        "--rounds" => options with { Rounds = Number(value) },
        "--seconds" => options with { Round = TimeSpan.FromSeconds(Number(value)) },
        "--warm-up" => options with { WarmUp = TimeSpan.FromSeconds(Number(value)) },
        "--specialists" => options with { Specialists = Number(value) },
        "--employers" => options with { Employers = Number(value) },
        "--at-a-time" => options with { AtATime = [.. value.Split(',').Select(Number)] },
        _ => null,
    };

    private static int Number(string text) => int.Parse(text, CultureInfo.InvariantCulture);
}
