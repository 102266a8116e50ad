using System.Net;

namespace EmployerCrm.BotFramework;

internal static class Addressing
{
    /// <summary>Tokens and keys travel by https; by http only to this machine, as test authorities and sidecars have it.</summary>
    public static bool IsHttpsOrLoopback(string? address) =>
        Uri.TryCreate(address, UriKind.Absolute, out var uri) && IsHttpsOrLoopback(uri);

    public static bool IsHttpsOrLoopback(Uri uri) =>
        uri.UserInfo.Length == 0 && (uri.Scheme == Uri.UriSchemeHttps || (uri.Scheme == Uri.UriSchemeHttp && IsLoopbackHost(uri)));

    public static bool IsLoopbackHost(Uri uri) => IsLoopbackHost(uri.IdnHost);

    public static bool IsLoopbackHost(string host) =>
        string.Equals(host, "localhost", StringComparison.OrdinalIgnoreCase)
        || (IPAddress.TryParse(host.AsSpan().Trim("[]"), out var address) && IPAddress.IsLoopback(address));
}
