using System.CommandLine;
using System.Globalization;
using EmployerCrm.Core;
using EmployerCrm.Core.Calendar;
using EmployerCrm.Web.Sample;

namespace EmployerCrm.Web.Verbs;

internal static class SeedVerb
{
    private const string NotEmpty = "The store has people in it already, so no sample data was added. Sample data goes into an empty store only.";

    private static readonly Option<bool> IfEmpty = new("--if-empty") { Description = "Do nothing, and succeed, when the store has people in it already." };

    private static readonly Option<DateOnly?> Today = new("--today")
    {
        Description = "The day on which the sample data ends (yyyy-MM-dd); without it, today in London.",
        CustomParser = result => Dates.Parse(result),
    };

    private static readonly Option<int> Seed = new("--seed")
    {
        Description = "Another number makes another service; the same number and day make the same one.",
        DefaultValueFactory = _ => SampleData.DefaultSeed,
    };

    public static Command Make(TextWriter output)
    {
        var command = new Command("seed", "Fills an empty store with the sample data of an invented service.") { IfEmpty, Today, Seed }.TakesSettings();
        command.SetAction(async (parsed, cancellationToken) =>
        {
            await using var store = await VerbStore.OpenAsync(parsed.Settings(), cancellationToken);
            return await FillAsync(store, parsed, output, cancellationToken);
        });
        return command;
    }

    private static async Task<int> FillAsync(ICrmStore store, ParseResult parsed, TextWriter output, CancellationToken cancellationToken)
    {
        var clock = TimeProvider.System;
        var start = clock.GetTimestamp();
        var people = await store.ReadAsync(session => session.People.SpecialistsAsync(), cancellationToken);
        if (people.Count > 0 || !await WriteAsync())
        {
            if (!parsed.GetValue(IfEmpty))
                throw new FailedException(NotEmpty);
            await output.WriteLineAsync(NotEmpty);
            return CommandLine.Done;
        }

        await output.WriteLineAsync(string.Create(CultureInfo.InvariantCulture, $"Sample data written in {clock.GetElapsedTime(start).TotalSeconds:0.0} s."));
        return CommandLine.Done;

        async Task<bool> WriteAsync()
        {
            var data = SampleData.Make(parsed.GetValue(Today) ?? new LondonClock(clock).Today, parsed.GetValue(Seed));
            return await new SampleWriter(store, VerbStore.Engagement(parsed.Settings()), output).WriteAsync(data, cancellationToken);
        }
    }
}
