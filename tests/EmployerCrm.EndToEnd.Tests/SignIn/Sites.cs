using System.Globalization;
using System.Net;
using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;
using EmployerCrm.EndToEnd.Tests.Stack;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Logging;
using Microsoft.Playwright;

namespace EmployerCrm.EndToEnd.Tests.SignIn;

/// <summary>
/// Sites of the internet on this machine, over https: the host behind a proxy that ends TLS, as in production, and pages of other sites that put it into
/// a frame. With a browser that finds them under their names, and keeps third-party cookies only where they are partitioned.
/// </summary>
internal sealed class Sites : IAsyncDisposable
{
    public const string Crm = "https://crm.example.org";
    public const string Teams = "https://teams.microsoft.com";
    public const string Evil = "https://evil.example";

    private static readonly string[] NotPassedOn = ["Transfer-Encoding", "Connection", "Keep-Alive"];

    private readonly HttpClient _client;
    private readonly X509Certificate2 _certificate;
    private WebApplication? _server;
    private IPlaywright? _playwright;
    private IBrowser? _browser;

    private Sites(Uri host)
    {
        _client = new HttpClient(new SocketsHttpHandler { AllowAutoRedirect = false, UseCookies = false, AutomaticDecompression = DecompressionMethods.None }) { BaseAddress = host };
        _certificate = SelfSigned();
    }

    public static async Task<Sites> StartAsync(Uri host)
    {
        var sites = new Sites(host);
        var builder = WebApplication.CreateEmptyBuilder(new WebApplicationOptions());
        builder.Logging.ClearProviders();
        builder.WebHost.UseKestrelCore().UseKestrelHttpsConfiguration().ConfigureKestrel(kestrel =>
            kestrel.Listen(IPAddress.Loopback, 0, endpoint => endpoint.UseHttps(sites._certificate)));
        sites._server = builder.Build();
        sites._server.Run(context => "https://" + context.Request.Host.Host == Crm ? sites.PassOnAsync(context) : FrameAsync(context));
        await sites._server.StartAsync();
        var port = new Uri(sites._server.Urls.Single()).Port.ToString(CultureInfo.InvariantCulture);
        sites._playwright = await Playwright.CreateAsync();
        sites._browser = await sites._playwright.Chromium.LaunchAsync(new BrowserTypeLaunchOptions
        {
            ExecutablePath = Machine.Chromium,
            Args =
            [
                "--headless=new", "--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run", "--disable-background-networking", "--disable-component-update",
                "--ignore-certificate-errors", "--test-third-party-cookie-phaseout",
                "--host-resolver-rules=" + string.Join(',', new[] { Crm, Teams, Evil }.Select(site => $"MAP {new Uri(site).Host} 127.0.0.1:{port}")) + ",EXCLUDE 127.0.0.1",
            ],
        });
        return sites;
    }

    /// <summary>A page in a browser profile of its own.</summary>
    public async Task<IPage> NewPageAsync()
    {
        var context = await _browser!.NewContextAsync(new BrowserNewContextOptions { IgnoreHTTPSErrors = true, Locale = "en-GB", TimezoneId = "Europe/London" });
        context.SetDefaultTimeout(20_000);
        return await context.NewPageAsync();
    }

    public async ValueTask DisposeAsync()
    {
        if (_browser is not null)
            await _browser.DisposeAsync();
        _playwright?.Dispose();
        if (_server is not null)
            await _server.DisposeAsync();
        _client.Dispose();
        _certificate.Dispose();
    }

    /// <summary>A page of another site with ours in a frame; the query says which address.</summary>
    private static Task FrameAsync(HttpContext context)
    {
        context.Response.ContentType = "text/html; charset=utf-8";
        var framed = WebUtility.HtmlEncode(Crm + context.Request.Query["show"]);
        return context.Response.WriteAsync($"<!DOCTYPE html><html lang=en><title>Another site</title><h1>Another site</h1><iframe title=app width=900 height=600 src=\"{framed}\"></iframe></html>");
    }

    private async Task PassOnAsync(HttpContext context)
    {
        using var request = new HttpRequestMessage(new HttpMethod(context.Request.Method), context.Request.Path + context.Request.QueryString);
        if (context.Request.ContentLength is > 0)
            request.Content = new StreamContent(context.Request.Body);
        foreach (var (name, values) in context.Request.Headers)
        {
            if (!request.Headers.TryAddWithoutValidation(name, values.AsEnumerable()))
                request.Content?.Headers.TryAddWithoutValidation(name, values.AsEnumerable());
        }

        request.Headers.TryAddWithoutValidation("X-Forwarded-For", "203.0.113.7");
        using var answer = await _client.SendAsync(request, HttpCompletionOption.ResponseHeadersRead, context.RequestAborted);
        context.Response.StatusCode = (int)answer.StatusCode;
        foreach (var (name, values) in answer.Headers.Concat(answer.Content.Headers))
        {
            if (!NotPassedOn.Contains(name, StringComparer.OrdinalIgnoreCase))
                context.Response.Headers.Append(name, values.ToArray());
        }

        if (!HttpMethods.IsHead(context.Request.Method))
            await answer.Content.CopyToAsync(context.Response.Body, context.RequestAborted);
    }

    private static X509Certificate2 SelfSigned()
    {
        using var key = RSA.Create(2048);
        var request = new CertificateRequest("CN=crm.example.org", key, HashAlgorithmName.SHA256, RSASignaturePadding.Pkcs1);
        var now = TimeProvider.System.GetUtcNow();
        using var certificate = request.CreateSelfSigned(now.AddDays(-1), now.AddDays(1));
        return X509CertificateLoader.LoadPkcs12(certificate.Export(X509ContentType.Pkcs12), null);
    }
}
