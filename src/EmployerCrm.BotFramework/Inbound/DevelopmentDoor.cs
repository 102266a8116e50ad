using System.Net;
using Microsoft.AspNetCore.Http;

namespace EmployerCrm.BotFramework;

/// <summary>Who may come in without a token where that is allowed at all: programs on this machine that talk to us directly.</summary>
public static class DevelopmentDoor
{
    // A tunnel or proxy on this machine connects from loopback, too, and brings the internet with it. X-Original-… is what
    // ASP.NET's forwarded-headers middleware leaves behind.
    private static readonly string[] ForwardingPrefixes = ["Forwarded", "X-Forwarded", "X-Original-", "X-Envoy-", "X-Azure-", "CF-", "Fastly-", "Fly-"];
    private static readonly string[] ForwardingHeaders = ["Via", "X-Real-IP", "X-Client-IP", "X-Cluster-Client-IP", "True-Client-IP", "X-ProxyUser-IP"];

    /// <summary>True for a direct connection over loopback, addressed by a loopback name, that nothing says was passed on.</summary>
    public static bool IsOpenTo(HttpContext context) =>
        context.Connection.RemoteIpAddress is { } address
        && IPAddress.IsLoopback(address.IsIPv4MappedToIPv6 ? address.MapToIPv4() : address)
        // A web page whose name was made to point to this machine sends its own name.
        && Addressing.IsLoopbackHost(context.Request.Host.Host)
        && !context.Request.Headers.Any(header => TellsOfForwarding(header.Key));

    private static bool TellsOfForwarding(string header) =>
        Array.Exists(ForwardingPrefixes, prefix => header.StartsWith(prefix, StringComparison.OrdinalIgnoreCase))
        || Array.Exists(ForwardingHeaders, name => string.Equals(header, name, StringComparison.OrdinalIgnoreCase));
}
