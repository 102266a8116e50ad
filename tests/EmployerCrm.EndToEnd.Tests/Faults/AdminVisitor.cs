using EmployerCrm.EndToEnd.Tests.Stack;
using System.Net;
using System.Text.RegularExpressions;

namespace EmployerCrm.EndToEnd.Tests.Faults;

/// <summary>An admin at the pages of a host.</summary>
internal sealed partial class AdminVisitor : IDisposable
{
    private readonly HttpClient _client;

    private AdminVisitor(Uri host)
    {
        _client = new HttpClient { BaseAddress = host };
        _client.DefaultRequestHeaders.Accept.ParseAdd("text/html");
    }

    /// <summary>Signs the admin of the sample data in.</summary>
    public static async Task<AdminVisitor> SignInAsync(Uri host, string database, CancellationToken cancellationToken)
    {
        var visitor = new AdminVisitor(host);
        var person = (await StoredFacts.LinesAsync(database, "select id from specialists where role = 'Admin'", cancellationToken))[0];
        var page = await visitor._client.GetStringAsync(new Uri("/sign-in", UriKind.Relative), cancellationToken);
        using var form = new FormUrlEncodedContent(
            [.. Hidden().Matches(page).Select(field => KeyValuePair.Create(field.Groups["name"].Value, WebUtility.HtmlDecode(field.Groups["value"].Value))).DistinctBy(field => field.Key), KeyValuePair.Create("person", person)]);
        using var signedIn = await visitor._client.PostAsync(new Uri("/sign-in", UriKind.Relative), form, cancellationToken);
        Assert.True(signedIn.IsSuccessStatusCode, $"{signedIn.StatusCode}");
        return visitor;
    }

    /// <summary>What a page says, without its marks.</summary>
    public async Task<(HttpStatusCode Status, string Text)> ReadAsync(string address, CancellationToken cancellationToken)
    {
        using var answer = await _client.GetAsync(new Uri(address, UriKind.Relative), cancellationToken);
        var html = await answer.Content.ReadAsStringAsync(cancellationToken);
        return (answer.StatusCode, Space().Replace(WebUtility.HtmlDecode(Mark().Replace(html, " ")), " "));
    }

    public void Dispose() => _client.Dispose();

    [GeneratedRegex("""<input type="hidden" name="(?<name>[^"]+)" value="(?<value>[^"]*)" ?/?>""", RegexOptions.None, 1000)]
    private static partial Regex Hidden();

    [GeneratedRegex("<[^>]*>", RegexOptions.None, 1000)]
    private static partial Regex Mark();

    [GeneratedRegex(@"\s+", RegexOptions.None, 1000)]
    private static partial Regex Space();
}
