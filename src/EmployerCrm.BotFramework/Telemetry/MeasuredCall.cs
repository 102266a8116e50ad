using System.Diagnostics;
using System.Globalization;
using System.Net;

namespace EmployerCrm.BotFramework;

/// <summary>One call to the connector with all its repetitions, until it is disposed of: a span and a measurement.</summary>
internal sealed class MeasuredCall : IDisposable
{
    private readonly HttpMethod _method;
    private readonly TimeProvider _time;
    private readonly BotMetrics _metrics;
    private readonly long _start;
    private readonly System.Diagnostics.Activity? _span;
    private HttpStatusCode? _status;
    private Exception? _failure;

    public MeasuredCall(HttpMethod method, TimeProvider time, BotMetrics metrics)
    {
        (_method, _time, _metrics, _start) = (method, time, metrics, time.GetTimestamp());
        _span = BotTelemetry.Source.StartActivity(BotTelemetry.ConnectorSpan, ActivityKind.Client);
        _span?.SetTag(BotTelemetry.MethodTag, method.Method);
    }

    public void Answered(HttpStatusCode status) => _status = status;

    public void Failed(Exception failure) => _failure = failure;

    public void Dispose()
    {
        _span?.SetTag(BotTelemetry.StatusTag, ((int?)_status)?.ToString(CultureInfo.InvariantCulture));
        _span?.SetTag(BotTelemetry.ErrorTypeTag, _failure?.GetType().FullName);
        if (_failure is not null || (int?)_status >= 400)
        {
            _span?.SetStatus(ActivityStatusCode.Error);
        }

        _span?.Dispose();
        _metrics.ConnectorCalled(_method, _time.GetElapsedTime(_start), _status, _failure);
    }
}
