using System.Collections.Concurrent;
using System.Diagnostics;

namespace EmployerCrm.TestSupport;

/// <summary>Every span that ends in this process while it lives, of whichever test: good for what must never be there.</summary>
public sealed class Spans : IDisposable
{
    private readonly ConcurrentQueue<Activity> _ended = new();
    private readonly ActivityListener _listener;

    public Spans()
    {
        _listener = new ActivityListener
        {
            ShouldListenTo = _ => true,
            Sample = (ref ActivityCreationOptions<ActivityContext> _) => ActivitySamplingResult.AllDataAndRecorded,
            ActivityStopped = _ended.Enqueue,
        };
        ActivitySource.AddActivityListener(_listener);
    }

    public IReadOnlyList<Activity> Ended => [.. _ended];

    /// <summary>Everything that a collector would be told, one text for each span.</summary>
    public IReadOnlyList<string> Everything => [.. _ended.Select(span => string.Join(
        ' ',
        [
            span.Source.Name, span.OperationName, span.DisplayName, span.StatusDescription,
            .. span.TagObjects.Select(tag => $"{tag.Key}={tag.Value}"),
            .. span.Events.SelectMany(happened => happened.Tags.Select(tag => $"{tag.Key}={tag.Value}").Prepend(happened.Name)),
            .. span.Baggage.Select(item => $"{item.Key}={item.Value}"),
        ]))];

    public void Dispose() => _listener.Dispose();
}
