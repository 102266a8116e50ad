using Microsoft.Identity.Client;

namespace EmployerCrm.BotFramework;

internal static class MsalTokens
{
    public static async Task<IssuedToken> IssueAsync(Func<Task<AuthenticationResult>> askAsync)
    {
        try
        {
            var result = await askAsync();
            // The library dates tokens by the machine's clock. How much of it is left is the same by any clock.
            return new IssuedToken(result.AccessToken, result.ExpiresOn - TimeProvider.System.GetUtcNow());
        }
        catch (Exception exception) when (exception is MsalException or HttpRequestException or OperationCanceledException)
        {
            throw new TokenUnavailableException((exception as MsalException)?.ErrorCode ?? "network", exception);
        }
    }
}
