using System.Diagnostics.CodeAnalysis;
using Microsoft.Extensions.Options;

namespace EmployerCrm.BotFramework;

/// <summary>
/// The only addresses that are ever called with our token. Checked when an activity arrives and again before every call: a conversation
/// reference may have been stored under an older list.
/// </summary>
internal sealed class ServiceUrls(IOptions<BotFrameworkOptions> options)
{
    private readonly ServiceUrlRule[] _rules = [.. options.Value.Defaults.ServiceUrls.Concat(options.Value.AllowedServiceUrls).Select(ServiceUrlRule.Parse).OfType<ServiceUrlRule>()];
    private readonly bool _loopback = options.Value.IsDevelopment;

    public bool Allows(string? serviceUrl) => Allows(serviceUrl, out _);

    public bool Allows(string? serviceUrl, [NotNullWhen(true)] out Uri? url)
    {
        url = null;
        return IsPlain(serviceUrl) && Uri.TryCreate(serviceUrl, UriKind.Absolute, out url) && Allows(url);
    }

    private bool Allows(Uri url) =>
        url.UserInfo.Length == 0
        && url.Query.Length == 0
        && url.Fragment.Length == 0
        && ((_loopback && Addressing.IsLoopbackHost(url) && Addressing.IsHttpsOrLoopback(url)) || Array.Exists(_rules, rule => rule.Covers(url)));

    // What readers of addresses mend in different ways is not read at all: spaces, backslashes, missing slashes, letters that look like others.
    private static bool IsPlain([NotNullWhen(true)] string? serviceUrl) =>
        serviceUrl is not null
        && !serviceUrl.AsSpan().ContainsAnyExceptInRange('!', '~')
        && !serviceUrl.Contains('\\', StringComparison.Ordinal)
        && serviceUrl.Contains("://", StringComparison.Ordinal);
}
