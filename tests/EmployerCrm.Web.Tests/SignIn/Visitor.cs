using System.Net;
using System.Text.RegularExpressions;

namespace EmployerCrm.Web.Tests.SignIn;

/// <summary>A browser without its screen: keeps cookies, sends forms as pages have them, and stays where it was sent.</summary>
internal sealed partial class Visitor : IDisposable
{
    private readonly HttpClient _client;

    public Visitor(Uri host)
    {
        Cookies = new CookieContainer();
        _client = new HttpClient(new HttpClientHandler { CookieContainer = Cookies, AllowAutoRedirect = false }) { BaseAddress = host };
        _client.DefaultRequestHeaders.Accept.ParseAdd("text/html");
    }

    public CookieContainer Cookies { get; }

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    public async Task<Answer> GetAsync(string address)
    {
        using var response = await _client.GetAsync(address, Token);
        return await Answer.OfAsync(response);
    }

    /// <summary>Sends a form of a page, with the hidden fields that stand first on it and these.</summary>
    public async Task<Answer> SubmitAsync(string page, string action, params (string Name, string Value)[] fields)
    {
        var html = (await GetAsync(page)).Text;
        var hidden = Hidden().Matches(html).Select(field => (WebUtility.HtmlDecode(field.Groups["name"].Value), WebUtility.HtmlDecode(field.Groups["value"].Value))).DistinctBy(field => field.Item1);
        var names = fields.Select(field => field.Name).ToHashSet();
        return await PostAsync(action, [.. hidden.Where(field => !names.Contains(field.Item1)), .. fields]);
    }

    public async Task<Answer> PostAsync(string address, params (string Name, string Value)[] fields)
    {
        using var form = new FormUrlEncodedContent(fields.Select(field => KeyValuePair.Create(field.Name, field.Value)));
        using var response = await _client.PostAsync(address, form, Token);
        return await Answer.OfAsync(response);
    }

    public async Task<Answer> SendAsync(HttpRequestMessage request)
    {
        using var response = await _client.SendAsync(request, Token);
        return await Answer.OfAsync(response);
    }

    public void Dispose() => _client.Dispose();

    [GeneratedRegex("""<input type="hidden" name="(?<name>[^"]+)" value="(?<value>[^"]*)" ?/?>""")]
    private static partial Regex Hidden();

    /// <summary>What came back.</summary>
    /// <param name="To">Where it leads, when it does.</param>
    internal sealed record Answer(HttpStatusCode Status, string? To, string Text, IReadOnlyList<string> SetCookies)
    {
        public static async Task<Answer> OfAsync(HttpResponseMessage response) => new(
            response.StatusCode, response.Headers.Location?.OriginalString, await response.Content.ReadAsStringAsync(Token),
            response.Headers.TryGetValues("Set-Cookie", out var cookies) ? [.. cookies] : []);
    }
}
