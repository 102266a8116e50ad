namespace EmployerCrm.BotFramework;

/// <summary>One entry of the list of service addresses: a host, a domain with all below it, or a whole address whose path all called ones begin with.</summary>
internal sealed record ServiceUrlRule(string Scheme, string Host, bool WithSubdomains, int Port, string Path)
{
    public static ServiceUrlRule? Parse(string entry)
    {
        if (entry.Contains("://", StringComparison.Ordinal))
        {
            return Uri.TryCreate(entry, UriKind.Absolute, out var uri) && Addressing.IsHttpsOrLoopback(uri) && uri.Query.Length == 0 && uri.Fragment.Length == 0
                ? new ServiceUrlRule(uri.Scheme, uri.IdnHost, false, uri.Port, WithSlash(uri.AbsolutePath))
                : null;
        }

        var withSubdomains = entry.StartsWith("*.", StringComparison.Ordinal);
        var host = withSubdomains ? entry[2..] : entry;
        return host.Contains('.', StringComparison.Ordinal) && Uri.CheckHostName(host) is UriHostNameType.Dns
            ? new ServiceUrlRule(Uri.UriSchemeHttps, host.ToLowerInvariant(), withSubdomains, 443, "/")
            : null;
    }

    public bool Covers(Uri url) =>
        url.Scheme == Scheme
        && url.Port == Port
        && (WithSubdomains ? url.IdnHost.EndsWith("." + Host, StringComparison.OrdinalIgnoreCase) : string.Equals(url.IdnHost, Host, StringComparison.OrdinalIgnoreCase))
        && WithSlash(url.AbsolutePath).StartsWith(Path, StringComparison.Ordinal);

    private static string WithSlash(string path) => path.EndsWith('/') ? path : path + "/";
}
