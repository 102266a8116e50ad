namespace EmployerCrm.BotFramework;

/// <summary>Where the token for calls to the connector comes from.</summary>
public interface ITokenSource
{
    /// <summary>A token for the connector, at once while the one at hand is good.</summary>
    /// <param name="refused">A token that the connector has just refused: another one is wanted. The same one comes back when no better one is to be had.</param>
    /// <returns>Null when calls are made without a token, as in Development mode.</returns>
    /// <exception cref="TokenUnavailableException">No token is to be had.</exception>
    ValueTask<string?> GetTokenAsync(string? refused, CancellationToken cancellationToken);
}

/// <summary>Development mode: the local chat client asks for no token.</summary>
internal sealed class NoTokenSource : ITokenSource
{
    public ValueTask<string?> GetTokenAsync(string? refused, CancellationToken cancellationToken) => new((string?)null);
}
