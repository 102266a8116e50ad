using System.Runtime.CompilerServices;

namespace EmployerCrm.Web.Hosting;

/// <summary>
/// A start that fails is told in one sentence by the verb. Until the host has started, the framework's own report of the same failure, a page of
/// stack, is left out of the log; afterwards everything is in it.
/// </summary>
internal sealed class StartFailures
{
    private readonly StrongBox<bool> _started = new();

    public void LeaveOut(ILoggingBuilder logging) =>
        logging.AddFilter("Microsoft.Extensions.Hosting.Internal.Host", level => level >= LogLevel.Information && Volatile.Read(ref _started.Value));

    public void EndWith(IHostApplicationLifetime lifetime) => lifetime.ApplicationStarted.Register(() => Volatile.Write(ref _started.Value, true));
}
