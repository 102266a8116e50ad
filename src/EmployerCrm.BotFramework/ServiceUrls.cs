using Microsoft.Extensions.Options;

namespace EmployerCrm.BotFramework;

/// <summary>
/// The only addresses that are ever called with our token. Checked when an activity arrives and again before every call: a conversation
/// reference may have been stored under an older list.
/// </summary>
internal sealed class ServiceUrls(IOptions<BotFrameworkOptions> options)
{
    private static readonly string[] PublicCloud = ["smba.trafficmanager.net", "*.botframework.com", "*.teams.microsoft.com"];

    private readonly ServiceUrlRule[] _rules = [.. PublicCloud.Concat(options.Value.AllowedServiceUrls).Select(ServiceUrlRule.Parse).OfType<ServiceUrlRule>()];
    private readonly bool _loopback = options.Value.IsDevelopment;

    public bool Allows(string? serviceUrl) =>
        Uri.TryCreate(serviceUrl, UriKind.Absolute, out var url)
        && url.UserInfo.Length == 0
        && url.Query.Length == 0
        && url.Fragment.Length == 0
        && ((_loopback && Addressing.IsLoopbackHost(url) && Addressing.IsHttpsOrLoopback(url)) || Array.Exists(_rules, rule => rule.Covers(url)));
}
