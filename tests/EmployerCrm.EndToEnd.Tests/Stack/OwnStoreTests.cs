using EmployerCrm.TestSupport;

namespace EmployerCrm.EndToEnd.Tests.Stack;

/// <summary>Tests that start hosts of their own, on a copy of the sample data and beside a connector that no other test has.</summary>
public abstract class OwnStoreTests(SampleDatabase sample) : IAsyncLifetime
{
    private static readonly TimeSpan BetweenLooks = TimeSpan.FromMilliseconds(100);

    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("employercrm-store-");

    protected static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    protected TestConnector Connector { get; private set; } = null!;

    /// <summary>The file of the store.</summary>
    protected string Database { get; private set; } = null!;

    public virtual async ValueTask InitializeAsync()
    {
        Connector = await TestConnector.StartAsync();
        Database = await sample.CopyToAsync(_folder.FullName, Cancellation);
    }

    public async ValueTask DisposeAsync()
    {
        await Connector.DisposeAsync();
        _folder.Delete(recursive: true);
        GC.SuppressFinalize(this);
    }

    /// <summary>Looks again and again; the test's own time ends it.</summary>
    protected static async Task UntilAsync(Func<Task<bool>> condition)
    {
        ArgumentNullException.ThrowIfNull(condition);
        while (!await condition())
            await Task.Delay(BetweenLooks, Cancellation);
    }
}
