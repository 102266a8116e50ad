namespace EmployerCrm.BotFramework;

/// <summary>Why a caller was turned away. The names stand in logs and metrics and do not change; the caller never sees them.</summary>
public enum Refusal
{
    None,
    TokenMissing,
    TokenTooLarge,
    TokenMalformed,
    Algorithm,
    Issuer,
    Audience,
    Lifetime,
    Expired,
    NotYetValid,
    KeysUnavailable,
    UnknownKey,

    /// <summary>The key was published with a certificate that is no longer valid, or not yet.</summary>
    KeyOutOfDate,
    Signature,
    Endorsement,
    ServiceUrlClaimMissing,
    ServiceUrlClaimDiffers,
    ServiceUrlNotAllowed,
    Tenant,
    NotLoopback,

    /// <summary>Nothing is wrong with the caller: there is no room in the line (<see cref="BotFrameworkOptions.MaxTurns"/>).</summary>
    TooManyTurns,
}
