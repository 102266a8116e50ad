using Microsoft.AspNetCore.Http;

namespace EmployerCrm.BotFramework;

/// <summary>Who may come in without a token in Development mode: programs on this machine that talk to us directly.</summary>
internal static class DevelopmentDoor
{
    // A tunnel or proxy on this machine connects from loopback, too, and brings the internet with it. X-Original-For is what
    // ASP.NET's forwarded-headers middleware leaves behind.
    private static readonly string[] ForwardingHeaders =
        ["Forwarded", "X-Forwarded-For", "X-Forwarded-Host", "X-Forwarded-Proto", "X-Original-For", "X-Original-Host", "X-Original-Proto", "X-Real-IP", "Via"];

    public static bool IsOpenTo(HttpContext context) =>
        context.Connection.RemoteIpAddress is { } address
        && System.Net.IPAddress.IsLoopback(address.IsIPv4MappedToIPv6 ? address.MapToIPv4() : address)
        // A web page whose name was made to point to this machine sends its own name.
        && Addressing.IsLoopbackHost(context.Request.Host.Host)
        && !Array.Exists(ForwardingHeaders, context.Request.Headers.ContainsKey);
}
