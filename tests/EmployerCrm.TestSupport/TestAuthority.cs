using System.Collections.Concurrent;
using System.Text.Json.Nodes;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;

namespace EmployerCrm.TestSupport;

/// <summary>
/// Plays both of Microsoft's authorities over HTTP: the one whose tokens the channel service brings (OpenID metadata, keys with
/// endorsements), and the one that issues the bot's own tokens (<see cref="Url"/> as <c>Bot:TokenAuthority</c>).
/// </summary>
public sealed class TestAuthority : IAsyncDisposable
{
    public const string Issuer = "https://api.botframework.com";

    private readonly TimeProvider _time;
    private readonly ConcurrentBag<TestKey> _all = [];
    private WebApplication? _server;
    private int _rotations;
    private int _metadataRequests;
    private int _keyRequests;
    private int _tokenRequests;

    private TestAuthority(TimeProvider time) => _time = time;

    public string Url { get; private set; } = "";

    /// <summary>The value of <c>Bot:OpenIdMetadata</c>.</summary>
    public string MetadataUrl => Url + "/v1/.well-known/openidconfiguration";

    public string KeysUrl => Url + "/v1/.well-known/keys";

    /// <summary>The keys that are published now; the first one signs.</summary>
    public IReadOnlyList<TestKey> Keys { get; private set; } = [];

    /// <summary>While set, every request is answered 503.</summary>
    public bool IsDown { get; set; }

    /// <summary>When set, answers in place of the OpenID metadata (after the request was counted).</summary>
    public Func<HttpContext, Task>? MetadataAnswer { get; set; }

    /// <summary>When set, answers in place of the key set, likewise.</summary>
    public Func<HttpContext, Task>? KeysAnswer { get; set; }

    /// <summary>Keeps the authority from issuing tokens to the bot, as after a change of its secret.</summary>
    public bool RefusesTheBot { get; set; }

    /// <summary>When set, the bot gets tokens for this secret only.</summary>
    public string? BotSecret { get; set; }

    /// <summary>The bot's token requests are answered when this has ended.</summary>
    public Task TokensAfter { get; set; } = Task.CompletedTask;

    public int MetadataRequests => _metadataRequests;

    public int KeyRequests => _keyRequests;

    public int TokenRequests => _tokenRequests;

    /// <summary>The form of the last token request of the bot.</summary>
    public IReadOnlyDictionary<string, string> LastTokenRequest { get; private set; } = new Dictionary<string, string>(StringComparer.Ordinal);

    /// <summary>Starts it with one key that endorses Teams.</summary>
    /// <param name="time">The clock by which tokens are dated; the bot under test must use the same.</param>
    public static async Task<TestAuthority> StartAsync(TimeProvider? time = null)
    {
        var authority = new TestAuthority(time ?? TimeProvider.System);
        authority.RotateKeys();
        (authority._server, authority.Url) = await TestServer.StartAsync(authority.Map);
        return authority;
    }

    /// <summary>Publishes a new key in place of the old ones.</summary>
    public TestKey RotateKeys(params IReadOnlyList<string> endorsements) => Publish(NewKey(endorsements is [] ? ["msteams"] : endorsements));

    /// <summary>Publishes a key made by the test in place of the old ones.</summary>
    public TestKey Publish(TestKey key)
    {
        Publish([key]);
        return key;
    }

    public void Publish(params IReadOnlyList<TestKey> keys) => Keys = keys;

    /// <summary>A key that is not published.</summary>
    public TestKey NewKey(IReadOnlyList<string>? endorsements) => NewKey(endorsements, isStrangers: false);

    /// <summary>A key that is not published, and whose signatures no published one makes however many there were.</summary>
    public TestKey StrangersKey() => NewKey(["msteams"], isStrangers: true);

    /// <summary>A token as the channel service would bring it, valid for an hour.</summary>
    public TestToken Token(string appId, string serviceUrl, TestKey? key = null)
    {
        var now = _time.GetUtcNow().ToUnixTimeSeconds();
        return new TestToken(key ?? Keys[0], new JsonObject
        {
            ["serviceurl"] = serviceUrl,
            ["nbf"] = now,
            ["exp"] = now + 3600,
            ["iss"] = Issuer,
            ["aud"] = appId,
        });
    }

    /// <summary>The published key set.</summary>
    public JsonObject KeySet() => new() { ["keys"] = new JsonArray([.. Keys.Select(key => key.ToJsonWebKey())]) };

    public async ValueTask DisposeAsync()
    {
        if (_server is not null)
        {
            await _server.DisposeAsync();
        }

        foreach (var key in _all)
        {
            key.Dispose();
        }
    }

    private TestKey NewKey(IReadOnlyList<string>? endorsements, bool isStrangers)
    {
        var key = new TestKey(Interlocked.Increment(ref _rotations), endorsements, isStrangers);
        _all.Add(key);
        return key;
    }

    private void Map(WebApplication server)
    {
        server.Use((context, next) =>
        {
            context.Response.StatusCode = StatusCodes.Status503ServiceUnavailable;
            return IsDown ? Task.CompletedTask : next(context);
        });
        server.Run(async context =>
        {
            context.Response.StatusCode = StatusCodes.Status200OK;
            switch (context.Request.Path.Value)
            {
                case "/v1/.well-known/openidconfiguration":
                    Interlocked.Increment(ref _metadataRequests);
                    await (MetadataAnswer?.Invoke(context) ?? AnswerAsync(context, new JsonObject { ["issuer"] = Issuer, ["jwks_uri"] = KeysUrl }));
                    break;
                case "/v1/.well-known/keys":
                    Interlocked.Increment(ref _keyRequests);
                    await (KeysAnswer?.Invoke(context) ?? AnswerAsync(context, KeySet()));
                    break;
                case { } path when path.EndsWith("/oauth2/v2.0/token", StringComparison.Ordinal):
                    await IssueAsync(context);
                    break;
                default:
                    context.Response.StatusCode = StatusCodes.Status404NotFound;
                    break;
            }
        });
    }

    private async Task IssueAsync(HttpContext context)
    {
        var form = await context.Request.ReadFormAsync();
        LastTokenRequest = form.ToDictionary(field => field.Key, field => field.Value.ToString(), StringComparer.Ordinal);
        var number = Interlocked.Increment(ref _tokenRequests);
        await TokensAfter;
        if (RefusesTheBot || (BotSecret is { } secret && LastTokenRequest.GetValueOrDefault("client_secret") != secret))
        {
            context.Response.StatusCode = StatusCodes.Status401Unauthorized;
            await AnswerAsync(context, new JsonObject { ["error"] = "invalid_client", ["error_description"] = "AADSTS7000215" });
            return;
        }

        await AnswerAsync(context, new JsonObject { ["token_type"] = "Bearer", ["expires_in"] = 3600, ["access_token"] = "bot-token-" + number });
    }

    public static Task AnswerAsync(HttpContext context, JsonNode body)
    {
        context.Response.ContentType = "application/json";
        return context.Response.WriteAsync(body.ToJsonString());
    }
}
