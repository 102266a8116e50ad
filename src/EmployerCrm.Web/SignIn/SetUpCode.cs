using System.Security.Cryptography;
using System.Text;
using EmployerCrm.Core.People;
using EmployerCrm.Web.Hosting;

namespace EmployerCrm.Web.SignIn;

/// <summary>
/// What lets somebody set up a service that has nobody yet, where the directory gives no admin role: a code in the log, which who runs the host can read.
/// It is good for this once, since afterwards there is somebody; and for this process.
/// </summary>
internal sealed class SetUpCode(FirstRun firstRun, ILogger<SetUpCode> logger) : IHostedService
{
    private const string Letters = "BCDFGHJKLMNPQRSTVWXZ23456789";
    private const int Length = 16;

    private readonly string _code = RandomNumberGenerator.GetString(Letters, Length);

    public async Task StartAsync(CancellationToken cancellationToken)
    {
        if (await firstRun.IsNeededAsync(cancellationToken))
            logger.SetUpNeeded(_code);
    }

    public Task StopAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    public bool Is(string? typed) => typed is not null
        && CryptographicOperations.FixedTimeEquals(SHA256.HashData(Encoding.UTF8.GetBytes(typed.Trim().ToUpperInvariant())), SHA256.HashData(Encoding.UTF8.GetBytes(_code)));
}
