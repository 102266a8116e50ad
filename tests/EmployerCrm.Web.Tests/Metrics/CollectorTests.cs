using System.Diagnostics.Metrics;
using EmployerCrm.Web.Hosting.Metrics;
using Microsoft.Extensions.DependencyInjection;

namespace EmployerCrm.Web.Tests.Metrics;

/// <summary>How measurements become lines.</summary>
public sealed class CollectorTests : IDisposable
{
    private readonly ServiceProvider _services = new ServiceCollection().AddMetrics().BuildServiceProvider();
    private readonly MetricsCollector _collector;
    private readonly Meter _meter;

    public CollectorTests()
    {
        var meters = _services.GetRequiredService<IMeterFactory>();
        _collector = new MetricsCollector(meters);
        _meter = meters.Create("EmployerCrm.Made.Up");
        _collector.Start();
    }

    public void Dispose()
    {
        _collector.Dispose();
        _services.Dispose();
    }

    [Fact]
    public void A_counter_is_added_up_for_each_set_of_labels()
    {
        var turns = _meter.CreateCounter<long>("employercrm.turns", "{turn}", "Turns that ended.");
        turns.Add(1, Tag("bot.type", "message"));
        turns.Add(2, Tag("bot.type", "message"));
        turns.Add(5, Tag("bot.type", "invoke"), Tag("again", true));
        turns.Add(1);

        Assert.Equal(
            """
            # HELP employercrm_turns_total Turns that ended.
            # TYPE employercrm_turns_total counter
            employercrm_turns_total 1
            employercrm_turns_total{again="true",bot_type="invoke"} 5
            employercrm_turns_total{bot_type="message"} 3

            """,
            Ours());
    }

    [Fact]
    public void The_order_in_which_tags_are_named_makes_no_other_series()
    {
        var calls = _meter.CreateCounter<int>("calls");
        calls.Add(1, Tag("method", "POST"), Tag("status", 201));
        calls.Add(1, Tag("status", 201), Tag("method", "POST"));

        Assert.Equal(2, Read().Samples["""calls_total{method="POST",status="201"}"""]);
    }

    [Fact]
    public void A_tag_without_a_value_is_no_label_and_of_two_with_one_name_the_first_counts()
    {
        var calls = _meter.CreateCounter<int>("calls");
        calls.Add(1, Tag("error.type", null));
        calls.Add(1, Tag("a.b", 1), Tag("a_b", 2));

        Assert.Equal(["calls_total", """calls_total{a_b="1"}"""], Read().Samples.Keys.Where(key => key.StartsWith("calls", StringComparison.Ordinal)));
    }

    [Fact]
    public void What_would_break_a_line_or_a_label_is_escaped()
    {
        _meter.CreateCounter<int>("odd", null, "back\\slash\nand line").Add(1, Tag("1st", "say \"hi\"\\\nthere"), Tag("ünï-code", "Café"));

        Assert.Equal(
            "# HELP odd_total back\\\\slash\\nand line\n# TYPE odd_total counter\nodd_total{_1st=\"say \\\"hi\\\"\\\\\\nthere\",_n__code=\"Café\"} 1\n",
            Ours());
    }

    [Fact]
    public void A_long_value_is_cut()
    {
        _meter.CreateCounter<int>("long").Add(1, Tag("value", new string('x', 5000)));

        Assert.InRange(Ours().Length, 200, 400);
    }

    [Fact]
    public void A_value_on_the_bound_of_a_bucket_belongs_to_it_and_buckets_add_up()
    {
        var durations = _meter.CreateHistogram(
            "wait", "s", "How long.", advice: new InstrumentAdvice<double> { HistogramBucketBoundaries = [0.1, 0.5, 1] });
        foreach (var seconds in new[] { 0.05, 0.1, 0.3, 0.5, 2 })
            durations.Record(seconds, Tag("kind", "a"));
        durations.Record(0.7);

        Assert.Equal(
            """
            # HELP wait_seconds How long.
            # TYPE wait_seconds histogram
            wait_seconds_bucket{le="0.1"} 0
            wait_seconds_bucket{le="0.5"} 0
            wait_seconds_bucket{le="1"} 1
            wait_seconds_bucket{le="+Inf"} 1
            wait_seconds_sum 0.7
            wait_seconds_count 1
            wait_seconds_bucket{kind="a",le="0.1"} 2
            wait_seconds_bucket{kind="a",le="0.5"} 4
            wait_seconds_bucket{kind="a",le="1"} 4
            wait_seconds_bucket{kind="a",le="+Inf"} 5
            wait_seconds_sum{kind="a"} 2.95
            wait_seconds_count{kind="a"} 5

            """,
            Ours());
    }

    [Fact]
    public void A_histogram_of_whole_numbers_has_its_own_bounds_and_one_without_gets_the_usual()
    {
        _meter.CreateHistogram("size", "{use_case}", null, advice: new InstrumentAdvice<long> { HistogramBucketBoundaries = [1, 64] }).Record(64);
        _meter.CreateHistogram<double>("plain").Record(3);

        var samples = Read().Samples;
        Assert.Equal(1, samples["""size_bucket{le="64"}"""]);
        Assert.Equal((0, 1), (samples["""plain_bucket{le="2.5"}"""], samples["""plain_bucket{le="5"}"""]));
    }

    [Fact]
    public void What_goes_up_and_down_is_a_gauge_and_what_is_observed_is_asked_each_time()
    {
        var length = 2;
        _meter.CreateObservableUpDownCounter("queue.length", () => length, "{turn}");
        var running = _meter.CreateUpDownCounter<int>("running");
        running.Add(3);
        running.Add(-1);
        _meter.CreateGauge<double>("load").Record(0.25);
        Assert.Equal((2, 2, 0.25), (Read().Samples["queue_length"], Read().Samples["running"], Read().Samples["load"]));

        length = 0;

        Assert.Equal(0, Read().Samples["queue_length"]);
        Assert.Equal("gauge", Read().Kinds["queue_length"]);
    }

    [Fact]
    public void An_observed_counter_is_a_total_and_a_series_that_is_no_longer_observed_is_gone()
    {
        var seen = new List<Measurement<long>> { new(7, Tag("heap", "gen0")), new(9, Tag("heap", "gen1")) };
        _meter.CreateObservableCounter("collected", () => seen, "By");
        Assert.Equal(7, Read().Samples["""collected_bytes_total{heap="gen0"}"""]);
        Assert.Equal(7, Read().Samples["""collected_bytes_total{heap="gen0"}"""]);

        seen.RemoveAt(0);

        Assert.DoesNotContain("""collected_bytes_total{heap="gen0"}""", Read().Samples.Keys);
    }

    [Fact]
    public void Too_many_sets_of_labels_are_added_up_in_one_series()
    {
        var calls = _meter.CreateCounter<int>("calls");
        for (var number = 0; number < MetricFamily.MostSeries + 10; number++)
            calls.Add(1, Tag("number", number));

        Assert.Equal(10, Read().Samples["""calls_total{otel_metric_overflow="true"}"""]);
    }

    [Fact]
    public async Task Nothing_is_lost_when_many_measure_at_once_and_somebody_reads()
    {
        var calls = _meter.CreateCounter<int>("calls");
        var durations = _meter.CreateHistogram<double>("wait", "s");
        await Parallel.ForAsync(0, 8, (_, _) =>
        {
            for (var number = 0; number < 2000; number++)
            {
                calls.Add(1, Tag("kind", number % 3));
                durations.Record(0.2);
                if (number % 500 == 0)
                    Read();
            }

            return ValueTask.CompletedTask;
        });

        var samples = Read().Samples;
        Assert.Equal(16_000, samples.Where(sample => sample.Key.StartsWith("calls_total", StringComparison.Ordinal)).Sum(sample => sample.Value));
        Assert.Equal(16_000, samples["wait_seconds_count"]);
    }

    [Fact]
    public void What_other_hosts_and_other_meters_measure_is_left_out()
    {
        using var elsewhere = new Meter("EmployerCrm.BotFramework");
        elsewhere.CreateCounter<int>("elsewhere").Add(1);
        _services.GetRequiredService<IMeterFactory>().Create("Somebody.Else").CreateCounter<int>("somebody").Add(1);

        Assert.DoesNotContain(Read().Kinds.Keys, name => name.StartsWith("elsewhere", StringComparison.Ordinal) || name.StartsWith("somebody", StringComparison.Ordinal));
    }

    private static KeyValuePair<string, object?> Tag(string name, object? value) => new(name, value);

    private Exposition Read() => new(_collector.Write());

    /// <summary>What was written, without the runtime's own.</summary>
    private string Ours()
    {
        var text = _collector.Write();
        _ = new Exposition(text);
        return string.Concat(text.Split('\n').Where(line => !line.Contains("dotnet_", StringComparison.Ordinal) && line.Length > 0).Select(line => line + "\n"));
    }
}
