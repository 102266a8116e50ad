using EmployerCrm.EndToEnd.Tests.Stack;

namespace EmployerCrm.EndToEnd.Tests.FrontDoor;

/// <summary>One host as in production on a copy of the sample data, for all tests that share it.</summary>
public class SharedProductionHost(SampleDatabase sample) : IAsyncLifetime
{
    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("employercrm-production-");
    private ProductionHost? _host;

    internal ProductionHost Host => _host!;

    public virtual async ValueTask InitializeAsync()
    {
        var cancellationToken = TestContext.Current.CancellationToken;
        _host = await ProductionHost.StartAsync(await sample.CopyToAsync(_folder.FullName, cancellationToken), cancellationToken);
    }

    public async ValueTask DisposeAsync()
    {
        GC.SuppressFinalize(this);
        if (_host is not null)
        {
            await _host.DisposeAsync();
        }

        _folder.Delete(recursive: true);
    }
}
