using System.Globalization;
using EmployerCrm.Benchmarks;
using EmployerCrm.Benchmarks.Digests;
using EmployerCrm.Benchmarks.Employers;
using EmployerCrm.Benchmarks.Outbox;
using EmployerCrm.Benchmarks.Support;
using EmployerCrm.Benchmarks.Turns;

// Each benchmark compares with a peer in the same run, so that a slow or busy machine changes both.
switch (args)
{
    case ["reader"]:
        await ReaderBenchmark.RunAsync(Console.Out);
        return 0;
    case ["lookup", .. var sizes]:
        await LookupBenchmark.RunAsync(sizes.Length == 0 ? [1_000, 20_000, 200_000] : [.. sizes.Select(int.Parse)], Console.Out);
        return 0;
    case ["employers", .. var sizes]:
        await EmployersBenchmark.RunAsync(sizes.Length == 0 ? [1_000, 20_000, 200_000] : [.. sizes.Select(int.Parse)], Console.Out);
        return 0;
    case ["support", .. var sizes]:
        await SupportBenchmark.RunAsync(sizes.Length == 0 ? [6_000, 60_000] : [.. sizes.Select(int.Parse)], Console.Out);
        return 0;
    case ["turns", .. var options] when TurnsOptions.Parse(options) is { } chosen:
        return await TurnsBenchmark.RunAsync(chosen, Console.Out);
    case ["shares", .. var options] when TurnsOptions.Parse(options) is { } chosen:
        await SharesBenchmark.RunAsync(chosen, Console.Out);
        return 0;
    case ["outbox", .. var options] when MessagesRun.Parse(options) is { } chosen:
        await OutboxBenchmark.RunAsync(chosen, Console.Out);
        return 0;
    case ["digests", .. var sizes] when DigestSizes.Parse(sizes) is { } chosen:
        await DigestsBenchmark.RunAsync(chosen, Console.Out);
        return 0;
    case ["measured-host", .. var settings]:
        await MeasuredHost.RunAsync(settings);
        return 0;
    case ["bare-echo", var port]:
        await BareEcho.RunAsync(int.Parse(port, CultureInfo.InvariantCulture));
        return 0;
    default:
        await Console.Error.WriteLineAsync($"Usage: dotnet run -c Release --project tests/EmployerCrm.Benchmarks -- reader | lookup [SIZE ...] | employers [SIZE ...] | digests {DigestSizes.Usage} | support [PLACEMENTS ...] | turns|shares {TurnsOptions.Usage} | outbox {MessagesRun.Usage}");
        return 2;
}
