namespace EmployerCrm.BotFramework;

/// <summary>The settings <c>Bot:…</c>.</summary>
public sealed class BotFrameworkOptions
{
    public const string Section = "Bot";

    /// <summary>The bot's Entra application id. Without it the bot runs in Development mode: no tokens, loopback only.</summary>
    public string? AppId { get; set; }

    /// <summary>The only tenant whose activities are accepted, and the one that issues our tokens.</summary>
    public string? TenantId { get; set; }

    public string? Secret { get; set; }

    /// <summary>Path of a PEM file with certificate and key, or of a PFX file, or the thumbprint of one in the machine's or user's store; preferred to a secret.</summary>
    public string? Certificate { get; set; }

    /// <summary>Opens the certificate's file, where it is locked.</summary>
    public string? CertificatePassword { get; set; }

    /// <summary>
    /// <c>system</c> or the client id of a user-assigned identity, in place of certificate and secret. An id that is <see cref="AppId"/> is the bot; another
    /// one must be trusted by the app registration (federated credential).
    /// </summary>
    public string? ManagedIdentity { get; set; }

    /// <summary>Which of Microsoft's clouds the bot is registered in: <c>Public</c>, <c>USGovernment</c> or <c>China</c>. The following addresses are its, unless they are set.</summary>
    public string Cloud { get => Given(field) ?? BotCloud.Public.Name; set; } = "";

    /// <summary>Where the keys of the callers are described.</summary>
    public string OpenIdMetadata { get => Given(field) ?? Defaults.OpenIdMetadata; set; } = "";

    /// <summary>Who must have issued an incoming token.</summary>
    public string Issuer { get => Given(field) ?? Defaults.Issuer; set; } = "";

    /// <summary>What our own tokens are asked for.</summary>
    public string TokenScope { get => Given(field) ?? Defaults.TokenScope; set; } = "";

    /// <summary>Who issues our own tokens.</summary>
    public string TokenAuthority { get => Given(field) ?? Defaults.TokenAuthority; set; } = "";

    /// <summary>Service addresses that may be called besides those of the cloud: hosts, <c>*.</c> and a domain, or whole addresses.</summary>
    public IReadOnlyList<string> AllowedServiceUrls { get; set; } = [];

    /// <summary>The longest activity accepted, in bytes.</summary>
    public int MaxBodyBytes { get; set; } = 256 * 1024;

    /// <summary>How many turns of one conversation may run and wait; what comes on top is answered 503, so that the channel brings it again.</summary>
    public int MaxTurnsPerConversation { get; set; } = 50;

    /// <summary>How many turns of all conversations may run and wait, likewise.</summary>
    public int MaxTurns { get; set; } = 2000;

    /// <summary>How long one turn may run before it is cancelled and makes room for the next one of its conversation.</summary>
    public TimeSpan TurnTimeout { get; set; } = TimeSpan.FromSeconds(30);

    /// <summary>As <see cref="TurnTimeout"/> for what message extensions invoke: Teams waits 5 seconds for their answers.</summary>
    public TimeSpan MessageExtensionTimeout { get; set; } = TimeSpan.FromSeconds(4.5);

    /// <summary>As <see cref="TurnTimeout"/> for every other invoke (buttons, dialogs): Teams waits 10 to 15 seconds.</summary>
    public TimeSpan InvokeTimeout { get; set; } = TimeSpan.FromSeconds(9.5);

    /// <summary>After how long without an answer to a message the person is shown that one is being made; zero for never.</summary>
    public TimeSpan TypingAfter { get; set; } = TimeSpan.FromSeconds(1);

    /// <summary>How long one call to the connector may take: longer than it is ever just slow.</summary>
    public TimeSpan ConnectorTimeout { get; set; } = TimeSpan.FromSeconds(30);

    /// <summary>How often a call to the connector is repeated, at most.</summary>
    public int ConnectorRetries { get; set; } = 3;

    /// <summary>The first pause before a repeated call; it doubles from there.</summary>
    public TimeSpan ConnectorRetryDelay { get; set; } = TimeSpan.FromSeconds(1);

    /// <summary>The longest pause before a repeated call, and the longest wait for a place within the limits. Where a longer one is needed the call fails.</summary>
    public TimeSpan ConnectorLongestDelay { get; set; } = TimeSpan.FromSeconds(20);

    /// <summary>How often connectors may be called, by their address. Without an entry that fits: what Teams allows, and no limit on this machine.</summary>
    public IReadOnlyList<SendLimitOptions> SendLimits { get; set; } = [];

    /// <summary>The largest card that leaves, in bytes of its JSON.</summary>
    public int MaxCardBytes { get; set; } = 28 * 1024;

    /// <summary>The largest message that leaves, in bytes of UTF-16 as Teams counts.</summary>
    public int MaxMessageBytes { get; set; } = 100 * 1024;

    /// <summary>Whether the host runs in the Development environment; set from the environment, not from settings.</summary>
    public bool IsDevelopment { get; internal set; }

    /// <summary>No app id, so nobody can be authenticated: loopback only, and only in the Development environment.</summary>
    public bool IsDevelopmentMode => string.IsNullOrWhiteSpace(AppId);

    /// <summary>The cloud's own addresses; those of the public one until the settings have been checked.</summary>
    internal BotCloud Defaults => BotCloud.Find(Cloud) ?? BotCloud.Public;

    internal TimeSpan TimeoutOf(Activity activity) => activity.Type is not ActivityTypes.Invoke ? TurnTimeout
        : activity.Name?.StartsWith(InvokeNames.MessageExtensionPrefix, StringComparison.Ordinal) == true ? MessageExtensionTimeout
        : InvokeTimeout;

    private static string? Given(string value) => string.IsNullOrWhiteSpace(value) ? null : value;

    /// <summary>The ways to prove who the bot is that are set, by the names of their settings. There must be one.</summary>
    internal IEnumerable<string> Credentials => new (string Name, string? Value)[] { ("Bot:Certificate", Certificate), ("Bot:ManagedIdentity", ManagedIdentity), ("Bot:Secret", Secret) }
        .Where(credential => !string.IsNullOrWhiteSpace(credential.Value))
        .Select(credential => credential.Name);
}
