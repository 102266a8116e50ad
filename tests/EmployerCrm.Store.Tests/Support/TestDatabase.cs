using EmployerCrm.Core;
using EmployerCrm.Store.Migrations;
using EmployerCrm.Store.Sql;
using Microsoft.Extensions.Logging.Abstractions;

namespace EmployerCrm.Store.Tests.Support;

/// <summary>A fresh database on one engine for one test class, gone afterwards.</summary>
public abstract class TestDatabase : IAsyncLifetime
{
    private CrmStore? _store;

    /// <summary>The store that the class's tests share; they keep apart by making their own teams and people.</summary>
    public CrmStore Store
    {
        get
        {
            SkipUnlessAvailable();
            return _store!;
        }
    }

    public Ids Ids { get; } = new(TimeProvider.System);

    public abstract StoreProvider Provider { get; }

    public abstract string ConnectionString { get; }

    protected abstract bool Available { get; }

    public abstract void SkipUnlessAvailable();

    public async ValueTask InitializeAsync()
    {
        if (!Available)
            return;
        await CreateAsync();
        _store = await OpenAsync();
    }

    public async ValueTask DisposeAsync()
    {
        if (_store is not null)
            await _store.DisposeAsync();
        if (Available)
            await DropAsync();
        GC.SuppressFinalize(this);
    }

    /// <summary>Another store on the same database, as another node would open it.</summary>
    public Task<CrmStore> OpenAsync() => OpenAsync(migrate: true, Migration.Embedded);

    internal Task<CrmStore> OpenAsync(bool migrate, Func<StoreProvider, IReadOnlyList<Migration>> migrations, IStatementRecorder? recorder = null) => CrmStoreFactory.OpenAsync(
        new StoreOptions { Provider = Provider, ConnectionString = ConnectionString, MigrateAtStart = migrate },
        new StoreParts(TimeProvider.System, Ids, NullLoggerFactory.Instance) { Migrations = migrations, Recorder = recorder },
        TestContext.Current.CancellationToken);

    public abstract Task CreateAsync();

    public abstract Task DropAsync();
}
