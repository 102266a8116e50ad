using System.Diagnostics.Metrics;
using EmployerCrm.Core;
using EmployerCrm.Store;

namespace EmployerCrm.Web.Hosting;

/// <summary>The store, opened once the settings are known to be good and closed after everything that uses it.</summary>
internal sealed class OpenStore(TimeProvider clock, ILoggerFactory loggers, IMeterFactory meters) : IAsyncDisposable
{
    private CrmStore? _store;

    /// <summary>The open store with its upkeep; everybody else gets the contract.</summary>
    public CrmStore Opened => _store ?? throw new InvalidOperationException("The store is not open yet.");

    public ICrmStore Store => Opened;

    public async Task OpenAsync(StoreOptions options, CancellationToken cancellationToken) =>
        _store = await CrmStoreFactory.OpenAsync(options, clock, loggers, meters, cancellationToken);

    public ValueTask DisposeAsync() => _store?.DisposeAsync() ?? ValueTask.CompletedTask;
}
