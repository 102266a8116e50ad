using EmployerCrm.EndToEnd.Tests.Stack;
using EmployerCrm.TestSupport;

namespace EmployerCrm.EndToEnd.Tests.SignIn;

/// <summary>The host in production on the sample data, with a directory of ours and the sites around it.</summary>
internal sealed class SignInStack : IAsyncDisposable
{
    /// <summary>The lead of the first team of the sample data.</summary>
    public static readonly TestAccount Meera = new("10000000-0000-4000-8000-000000000001", "Meera Chauhan");

    private readonly DirectoryInfo _folder;
    private readonly CrmHost _host;

    private SignInStack(DirectoryInfo folder, CrmHost host, TestEntra entra, Sites sites) => (_folder, _host, Entra, Sites) = (folder, host, entra, sites);

    public TestEntra Entra { get; }

    public Sites Sites { get; }

    public static async Task<SignInStack> StartAsync(SampleDatabase sample, CancellationToken cancellationToken, params IReadOnlyList<TestAccount> accounts)
    {
        Machine.NeedsChromium();
        var folder = Directory.CreateTempSubdirectory("employercrm-sign-in-");
        var entra = await TestEntra.StartAsync(accounts);
        var settings = entra.Settings.ToDictionary(setting => setting.Key.Replace(":", "__", StringComparison.Ordinal), setting => setting.Value);
        settings["ASPNETCORE_ENVIRONMENT"] = "Production";
        settings["Bot__AppId"] = TestEntra.ClientId;
        settings["Bot__TenantId"] = TestEntra.TenantId;
        settings["Bot__Secret"] = "the-secret";
        settings["Web__PublicUrl"] = Sites.Crm;
        var host = await CrmHost.StartAsync(await sample.CopyToAsync(folder.FullName, cancellationToken), settings, cancellationToken);
        return new SignInStack(folder, host, entra, await Sites.StartAsync(host.Address));
    }

    /// <summary>Ends the host and starts it again on the same data.</summary>
    public async Task RestartAsync(CancellationToken cancellationToken)
    {
        await _host.KillAsync();
        await _host.StartAgainAsync(cancellationToken);
    }

    public async ValueTask DisposeAsync()
    {
        await Sites.DisposeAsync();
        await _host.DisposeAsync();
        await Entra.DisposeAsync();
        _folder.Delete(recursive: true);
    }
}
