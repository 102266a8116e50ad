namespace EmployerCrm.Web.Settings;

internal enum AuthMode
{
    /// <summary>No sign-in; only in the Development environment.</summary>
    Development,
    Entra,
}

/// <summary>How the host presents itself: <c>Web:…</c>, <c>Auth:…</c>, <c>Teams:…</c>.</summary>
internal sealed record HostSettings
{
    private static readonly string[] Languages = ["en-GB", "cy"];

    private const int ShortestToken = 16;

    private readonly bool _development;
    private readonly string? _publicUrl;
    private readonly string? _authMode;

    private HostSettings(IConfiguration configuration, IHostEnvironment environment)
    {
        _development = environment.IsDevelopment();
        _publicUrl = configuration["Web:PublicUrl"];
        MetricsToken = configuration["Web:MetricsToken"] is { Length: > 0 } token ? token : null;
        _authMode = configuration["Auth:Mode"];
        LocalChatUrl = configuration["Web:LocalChatUrl"] is { Length: > 0 } chat ? chat : "http://localhost:56150";
        DefaultLanguage = configuration["Teams:DefaultLanguage"] is { Length: > 0 } language ? language : Languages[0];
    }

    /// <summary>The language of a person who has not chosen one.</summary>
    public string DefaultLanguage { get; }

    /// <summary>Where the local chat client stands in for Teams on a developer's machine.</summary>
    public string LocalChatUrl { get; }

    /// <summary>What a collector on another machine sends to read <c>/metrics</c>; null when only this machine may.</summary>
    public string? MetricsToken { get; }

    /// <summary>How people sign in to the pages; null when the setting is neither.</summary>
    public AuthMode? Auth => _authMode switch
    {
        null or "" => _development ? AuthMode.Development : AuthMode.Entra,
        _ when _authMode.Equals(nameof(AuthMode.Development), StringComparison.OrdinalIgnoreCase) => AuthMode.Development,
        _ when _authMode.Equals(nameof(AuthMode.Entra), StringComparison.OrdinalIgnoreCase) => AuthMode.Entra,
        _ => null,
    };

    public static HostSettings Of(IConfiguration configuration, IHostEnvironment environment) => new(configuration, environment);

    public IEnumerable<string> Problems()
    {
        if (Auth is null)
            yield return $"Auth:Mode is \"{_authMode}\"; it is Development or Entra.";
        if (Auth is AuthMode.Development && !_development)
            yield return "Auth:Mode is Development, which lets everybody in; it is allowed in the Development environment only.";
        if (!string.IsNullOrEmpty(_publicUrl) && !IsPublicUrl(_publicUrl))
            yield return $"Web:PublicUrl is \"{_publicUrl}\"; it is the https address at which people reach this host (http only in the Development environment).";
        if (!Uri.TryCreate(LocalChatUrl, UriKind.Absolute, out _))
            yield return $"Web:LocalChatUrl is \"{LocalChatUrl}\"; it is an address like http://localhost:56150.";
        if (MetricsToken?.Length < ShortestToken)
            yield return $"Web:MetricsToken has fewer than {ShortestToken} characters, which can be guessed.";
        if (!Languages.Contains(DefaultLanguage, StringComparer.Ordinal))
            yield return $"Teams:DefaultLanguage is \"{DefaultLanguage}\"; it is {string.Join(" or ", Languages)}.";
    }

    private bool IsPublicUrl(string text) =>
        Uri.TryCreate(text, UriKind.Absolute, out var url) && (url.Scheme == Uri.UriSchemeHttps || (_development && url.Scheme == Uri.UriSchemeHttp));
}
