namespace EmployerCrm.BotFramework;

/// <summary>Where one of Microsoft's clouds has its addresses. Each can be set otherwise one by one.</summary>
/// <param name="ServiceUrls">Service addresses of Teams and the Bot Framework there, as entries of the list of what may be called.</param>
internal sealed record BotCloud(
    string Name, string OpenIdMetadata, string Issuer, string TokenScope, string TokenAuthority, IReadOnlyList<string> ServiceUrls)
{
    /// <summary>Also the one of the US government's moderate cloud (GCC).</summary>
    public static BotCloud Public { get; } = new(
        "Public",
        "https://login.botframework.com/v1/.well-known/openidconfiguration",
        "https://api.botframework.com",
        "https://api.botframework.com/.default",
        "https://login.microsoftonline.com",
        ["smba.trafficmanager.net", "*.botframework.com", "*.teams.microsoft.com"]);

    /// <summary>GCC High and DoD.</summary>
    public static BotCloud USGovernment { get; } = new(
        "USGovernment",
        "https://login.botframework.azure.us/v1/.well-known/openidconfiguration",
        "https://api.botframework.us",
        "https://api.botframework.us/.default",
        "https://login.microsoftonline.us",
        ["*.botframework.azure.us", "*.botframework.us", "*.teams.microsoft.us"]);

    /// <summary>Operated by 21Vianet.</summary>
    public static BotCloud China { get; } = new(
        "China",
        "https://login.botframework.azure.cn/v1/.well-known/openidconfiguration",
        "https://api.botframework.azure.cn",
        "https://api.botframework.azure.cn/.default",
        "https://login.partner.microsoftonline.cn",
        ["*.botframework.azure.cn", "*.teams.microsoftonline.cn"]);

    public static IReadOnlyList<BotCloud> All { get; } = [Public, USGovernment, China];

    /// <summary>Null when there is no cloud of this name.</summary>
    public static BotCloud? Find(string name) => All.FirstOrDefault(cloud => string.Equals(cloud.Name, name, StringComparison.OrdinalIgnoreCase));
}
