using System.Collections.Concurrent;
using Microsoft.Extensions.Logging;

namespace EmployerCrm.Bot.Tests.BotFramework;

/// <summary>Everything that was logged, at every level.</summary>
internal sealed class LogLines : ILoggerProvider, ILogger
{
    private readonly ConcurrentQueue<string> _lines = new();
    private readonly ConcurrentQueue<string> _details = new();

    /// <summary>The lines as people read them.</summary>
    public IReadOnlyList<string> Lines => [.. _lines];

    /// <summary>The lines, and what machines read: the values of each line and of the scopes around it.</summary>
    public IReadOnlyList<string> Everything => [.. _lines, .. _details];

    public ILogger CreateLogger(string categoryName) => this;

    public IDisposable? BeginScope<TState>(TState state)
        where TState : notnull
    {
        KeepDetails(state);
        return null;
    }

    public bool IsEnabled(LogLevel logLevel) => true;

    public void Log<TState>(LogLevel logLevel, EventId eventId, TState state, Exception? exception, Func<TState, Exception?, string> formatter)
    {
        _lines.Enqueue(formatter(state, exception) + exception);
        KeepDetails(state);
    }

    public void Dispose()
    {
    }

    private void KeepDetails(object? state)
    {
        _details.Enqueue(state?.ToString() ?? "");
        if (state is IEnumerable<KeyValuePair<string, object?>> values)
        {
            foreach (var (name, value) in values)
            {
                _details.Enqueue($"{name}={value}");
            }
        }
    }
}
