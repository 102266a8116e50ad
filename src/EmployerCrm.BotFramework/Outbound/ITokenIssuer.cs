namespace EmployerCrm.BotFramework;

/// <summary>A token and how long it is good for from now.</summary>
internal sealed record IssuedToken(string Text, TimeSpan Life);

/// <summary>Asks the authority for a new token, every time. <see cref="TokenCache"/> keeps them.</summary>
internal interface ITokenIssuer
{
    /// <summary>A fresh one.</summary>
    /// <exception cref="TokenUnavailableException">The authority refuses or cannot be reached.</exception>
    Task<IssuedToken> IssueAsync(CancellationToken cancellationToken);
}
