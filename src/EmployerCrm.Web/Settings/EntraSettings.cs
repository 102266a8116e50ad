using EmployerCrm.Core.People;

namespace EmployerCrm.Web.Settings;

/// <summary>Where a person's role comes from.</summary>
internal enum RolesFrom
{
    /// <summary>From the person's record, which admins keep.</summary>
    Records,

    /// <summary>From the app roles or groups of the directory, at every sign-in.</summary>
    Entra,
}

/// <summary>Signing in with Microsoft Entra ID: <c>Auth:…</c>. What is left out is what the bot's registration has, which may be one and the same.</summary>
internal sealed class EntraSettings
{
    private const string PublicAuthority = "https://login.microsoftonline.com";

    // Teams on phones and desktop, Teams in a browser, Microsoft 365 (web, desktop, phones) and Outlook (desktop, web, phones): the ids of their own
    // registrations, the same in every tenant.
    private static readonly string[] MicrosoftsClients =
    [
        "1fec8e78-bce4-4aaf-ab1b-5451cc387264", "5e3ce6c0-2b1f-4285-8d4b-75ee78787346", "4765445b-32c6-49b0-83e6-1d93765276ca",
        "0ec893e0-5785-4de6-99da-4ed124e5296c", "d3590ed6-52b3-4102-aeff-aad2292ab01c", "bc59ab01-8403-45c6-8796-ac3ef710b3e3",
        "27922004-5251-4030-b22d-91ecd9a37ea4",
    ];

    private readonly IConfiguration _configuration;
    private readonly bool _development;

    private EntraSettings(IConfiguration configuration, IHostEnvironment environment) =>
        (_configuration, _development) = (configuration, environment.IsDevelopment());

    public string TenantId => Own("Auth:TenantId") ?? Own("Bot:TenantId") ?? "";

    /// <summary>Which app registration people sign in to.</summary>
    public string ClientId => Own("Auth:ClientId") ?? Own("Bot:AppId") ?? "";

    public string Secret => Own("Auth:Secret") ?? (ClientId == Own("Bot:AppId") ? Own("Bot:Secret") : null) ?? "";

    /// <summary>Where everything of our tenant is, without a slash at the end.</summary>
    public string Authority => (Own("Auth:Authority") ?? PublicAuthority).TrimEnd('/') + "/" + TenantId;

    /// <summary>Who issues tokens of the second version.</summary>
    public string Issuer => Authority + "/v2.0";

    /// <summary>Who issues tokens of the first version, which Teams brings where the registration does not ask for the second.</summary>
    public IReadOnlyList<string> FirstIssuers => [$"https://sts.windows.net/{TenantId}/", $"https://sts.chinacloudapi.cn/{TenantId}/"];

    /// <summary>What a token from Teams is made out for: the registration by its id or by one of the names that a registration for Teams may have.</summary>
    public IReadOnlyList<string> TeamsAudiences => PublicUrl is { } url
        ? [ClientId, $"api://{ClientId}", $"api://{url.Host}/{ClientId}", $"api://{url.Host}/botid-{ClientId}"]
        : [ClientId, $"api://{ClientId}"];

    /// <summary>Whose tokens for us count as Teams': nobody else may ask for them on a person's behalf.</summary>
    public IReadOnlyList<string> TeamsClients => List("Auth:TeamsClients") is { Count: > 0 } clients ? clients : MicrosoftsClients;

    /// <summary>Where people reach this host; null where it is as they ask for it, which is so in Development only.</summary>
    public Uri? PublicUrl => Own("Web:PublicUrl") is { } text && Uri.TryCreate(text, UriKind.Absolute, out var url) ? url : null;

    public RolesFrom RolesFrom => string.Equals(Own("Auth:RolesFrom"), nameof(RolesFrom.Entra), StringComparison.OrdinalIgnoreCase) ? RolesFrom.Entra : RolesFrom.Records;

    /// <summary>The role of each group's members, by the group's object id.</summary>
    public IReadOnlyDictionary<string, Role> Groups => _configuration.GetSection("Auth:Groups").GetChildren()
        .Where(group => RoleNamed(group.Value) is not null)
        .ToDictionary(group => group.Key, group => RoleNamed(group.Value)!.Value, StringComparer.OrdinalIgnoreCase);

    public static EntraSettings Of(IConfiguration configuration, IHostEnvironment environment) => new(configuration, environment);

    /// <summary>The role of this name, as an app role's value or a group's setting has it.</summary>
    public static Role? RoleNamed(string? name) =>
        Enum.GetNames<Role>().Contains(name, StringComparer.OrdinalIgnoreCase) ? Enum.Parse<Role>(name!, ignoreCase: true) : null;

    public IEnumerable<string> Problems() => Registration().Concat(Addresses()).Concat(Roles());

    private IEnumerable<string> Registration()
    {
        if (TenantId.Length == 0)
            yield return "Auth:TenantId (or Bot:TenantId) is missing. It says whose people may sign in.";
        else if (!Guid.TryParse(TenantId, out _))
            yield return $"Auth:TenantId is \"{TenantId}\"; it is the tenant's id, which looks like 11111111-2222-3333-4444-555555555555, not its name.";
        if (ClientId.Length == 0)
            yield return "Auth:ClientId (or Bot:AppId) is missing. It is the id of the app registration that people sign in to.";
        else if (!Guid.TryParse(ClientId, out _))
            yield return $"Auth:ClientId is \"{ClientId}\"; it is the id of an app registration, which looks like 11111111-2222-3333-4444-555555555555.";
        if (Secret.Length == 0)
            yield return "Auth:Secret (or Bot:Secret, for one and the same registration) is missing. Without it nobody can sign in.";
    }

    private IEnumerable<string> Addresses()
    {
        if (PublicUrl is null && !_development)
            yield return "Web:PublicUrl is missing. It is the https address at which people reach this host, and to which they come back after signing in.";
        if (Own("Auth:Authority") is { } authority
            && !(Uri.TryCreate(authority, UriKind.Absolute, out var url) && (url.Scheme == Uri.UriSchemeHttps || (url.Scheme == Uri.UriSchemeHttp && url.IsLoopback))))
        {
            yield return $"Auth:Authority is \"{authority}\"; it is an https address such as {PublicAuthority}.";
        }
    }

    private IEnumerable<string> Roles()
    {
        if (Own("Auth:RolesFrom") is { } from && !Enum.GetNames<RolesFrom>().Contains(from, StringComparer.OrdinalIgnoreCase))
            yield return $"Auth:RolesFrom is \"{from}\"; it is Records or Entra.";
        foreach (var group in _configuration.GetSection("Auth:Groups").GetChildren())
        {
            if (!Guid.TryParse(group.Key, out _))
                yield return $"Auth:Groups has \"{group.Key}\"; a group is named by its object id.";
            if (RoleNamed(group.Value) is null)
                yield return $"Auth:Groups:{group.Key} is \"{group.Value}\"; it is {string.Join(", ", Enum.GetNames<Role>())}.";
        }
    }

    private string? Own(string name) => _configuration[name] is { Length: > 0 } value ? value.Trim() : null;

    private List<string> List(string name) => [.. _configuration.GetSection(name).GetChildren().Select(entry => entry.Value ?? "").Where(entry => entry.Length > 0)];
}
