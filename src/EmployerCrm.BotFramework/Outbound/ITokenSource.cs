namespace EmployerCrm.BotFramework;

/// <summary>Where the token for calls to the connector comes from.</summary>
public interface ITokenSource
{
    /// <summary>A token for the connector, from the cache when there is one.</summary>
    /// <param name="renew">Do not answer from the cache: the connector has just refused the cached token.</param>
    /// <returns>Null when calls are made without a token, as in Development mode.</returns>
    /// <exception cref="ConnectorException">No token is to be had.</exception>
    Task<string?> GetTokenAsync(bool renew, CancellationToken cancellationToken);
}

/// <summary>Development mode: the local chat client asks for no token.</summary>
internal sealed class NoTokenSource : ITokenSource
{
    public Task<string?> GetTokenAsync(bool renew, CancellationToken cancellationToken) => Task.FromResult<string?>(null);
}
