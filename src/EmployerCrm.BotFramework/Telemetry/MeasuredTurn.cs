using System.Diagnostics;

namespace EmployerCrm.BotFramework;

/// <summary>One turn from the moment it is let in until it is disposed of: a span and a measurement.</summary>
internal sealed class MeasuredTurn : IDisposable
{
    private readonly Activity _activity;
    private readonly TimeProvider _time;
    private readonly BotMetrics _metrics;
    private readonly long _start;
    private readonly System.Diagnostics.Activity? _span;
    private Exception? _failure;

    public MeasuredTurn(Activity activity, TimeProvider time, BotMetrics metrics)
    {
        (_activity, _time, _metrics, _start) = (activity, time, metrics, time.GetTimestamp());
        _span = BotTelemetry.Source.StartActivity(BotTelemetry.TurnSpan);
        _span?.SetTag(BotTelemetry.ActivityTypeTag, TelemetryTags.TypeOf(activity));
        _span?.SetTag(BotTelemetry.InvokeNameTag, TelemetryTags.InvokeNameOf(activity));
    }

    /// <summary>The first failure counts; what goes wrong while the person is told of it does not change the turn's.</summary>
    public void Failed(Exception failure) => _failure ??= failure;

    public void Dispose()
    {
        if (_failure is not null)
        {
            _span?.SetTag(BotTelemetry.ErrorTypeTag, _failure.GetType().FullName);
            _span?.SetStatus(ActivityStatusCode.Error);
        }

        _span?.Dispose();
        _metrics.TurnEnded(_activity, _time.GetElapsedTime(_start), _failure);
    }
}
