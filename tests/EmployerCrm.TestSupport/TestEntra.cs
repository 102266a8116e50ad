using System.Buffers.Text;
using System.Collections.Concurrent;
using System.Net;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json.Nodes;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.WebUtilities;

namespace EmployerCrm.TestSupport;

/// <summary>An account of the test authority.</summary>
public sealed record TestAccount(string ObjectId, string Name, params IReadOnlyList<string> Roles)
{
    /// <summary>The ids of the groups that the token lists.</summary>
    public IReadOnlyList<string> Groups { get; init; } = [];
}

/// <summary>
/// Plays the directory that people sign in to, over HTTP: OpenID metadata, keys, the page on which one chooses an account, and the exchange of a code,
/// once and with its verifier, for tokens.
/// </summary>
public sealed class TestEntra : IAsyncDisposable
{
    public const string TenantId = "22222222-2222-2222-2222-222222222222";
    public const string ClientId = "33333333-3333-3333-3333-333333333333";
    public const string Secret = "the-secret-of-the-registration";

    private readonly ConcurrentDictionary<string, Grant> _grants = new(StringComparer.Ordinal);
    private readonly TimeProvider _time;
    private WebApplication? _server;
    private int _codes;

    private TestEntra(TimeProvider time) => _time = time;

    /// <summary>The value of <c>Auth:Authority</c>.</summary>
    public string Url { get; private set; } = "";

    public string Issuer => $"{Url}/{TenantId}/v2.0";

    /// <summary>Who may be chosen; with one account nobody is asked.</summary>
    public IReadOnlyList<TestAccount> Accounts { get; set; } = [];

    /// <summary>The key that is published and signs.</summary>
    public TestKey Key { get; private set; } = new(0, null);

    /// <summary>Spoils the token about a person before it is given out.</summary>
    public Action<TestToken>? Spoil { get; set; }

    /// <summary>While set, every request is answered 503.</summary>
    public bool IsDown { get; set; }

    /// <summary>The directory turns the person away.</summary>
    public bool Denies { get; set; }

    /// <summary>The parameters of the last sign-in that was begun.</summary>
    public IReadOnlyDictionary<string, string> LastRequest { get; private set; } = new Dictionary<string, string>(StringComparer.Ordinal);

    /// <summary>How often a code was exchanged for tokens.</summary>
    public int Exchanges { get; private set; }

    /// <summary>Settings of a host that signs people in here.</summary>
    public IReadOnlyDictionary<string, string> Settings => new Dictionary<string, string>(StringComparer.Ordinal)
    {
        ["Auth:Mode"] = "Entra",
        ["Auth:TenantId"] = TenantId,
        ["Auth:ClientId"] = ClientId,
        ["Auth:Secret"] = Secret,
        ["Auth:Authority"] = Url,
    };

    public static async Task<TestEntra> StartAsync(params IReadOnlyList<TestAccount> accounts)
    {
        var entra = new TestEntra(TimeProvider.System) { Accounts = accounts };
        (entra._server, entra.Url) = await TestServer.StartAsync(entra.Map);
        return entra;
    }

    public void RotateKeys() => Key = new TestKey(Key.Id == "key-0" ? 1 : 0, null);

    /// <summary>A token about the person as the directory gives it to us, right in everything.</summary>
    public TestToken IdToken(TestAccount account, string? nonce)
    {
        var token = Token(account, ClientId);
        return nonce is null ? token : token.With("nonce", nonce);
    }

    /// <summary>A token as Teams brings it, of the second version.</summary>
    public TestToken TeamsToken(TestAccount account) => Token(account, ClientId).With("scp", "access_as_user").With("azp", "5e3ce6c0-2b1f-4285-8d4b-75ee78787346");

    public async ValueTask DisposeAsync()
    {
        if (_server is not null)
            await _server.DisposeAsync();
        Key.Dispose();
    }

    private TestToken Token(TestAccount account, string audience)
    {
        var now = _time.GetUtcNow().ToUnixTimeSeconds();
        var claims = new JsonObject
        {
            ["iss"] = Issuer, ["aud"] = audience, ["tid"] = TenantId, ["oid"] = account.ObjectId, ["name"] = account.Name, ["sub"] = "sub-" + account.ObjectId, ["ver"] = "2.0",
            ["nbf"] = now, ["iat"] = now, ["exp"] = now + 3600,
        };
        if (account.Roles.Count > 0)
            claims["roles"] = new JsonArray([.. account.Roles.Select(role => JsonValue.Create(role))]);
        if (account.Groups.Count > 0)
            claims["groups"] = new JsonArray([.. account.Groups.Select(group => JsonValue.Create(group))]);
        return new TestToken(Key, claims);
    }

    private void Map(WebApplication server) => server.Run(context =>
    {
        if (IsDown)
        {
            context.Response.StatusCode = StatusCodes.Status503ServiceUnavailable;
            return Task.CompletedTask;
        }

        return context.Request.Path.Value switch
        {
            $"/{TenantId}/v2.0/.well-known/openid-configuration" => TestAuthority.AnswerAsync(context, new JsonObject { ["issuer"] = Issuer, ["jwks_uri"] = $"{Url}/{TenantId}/discovery/v2.0/keys" }),
            $"/{TenantId}/discovery/v2.0/keys" => TestAuthority.AnswerAsync(context, new JsonObject { ["keys"] = new JsonArray(Key.ToJsonWebKey()) }),
            $"/{TenantId}/oauth2/v2.0/authorize" => AuthoriseAsync(context),
            $"/{TenantId}/oauth2/v2.0/token" => ExchangeAsync(context),
            _ => NotFoundAsync(context),
        };
    });

    private Task AuthoriseAsync(HttpContext context)
    {
        LastRequest = context.Request.Query.ToDictionary(parameter => parameter.Key, parameter => parameter.Value.ToString(), StringComparer.Ordinal);
        if (LastRequest.GetValueOrDefault("client_id") != ClientId || LastRequest.GetValueOrDefault("response_type") != "code" || LastRequest.GetValueOrDefault("code_challenge_method") != "S256")
        {
            context.Response.StatusCode = StatusCodes.Status400BadRequest;
            return context.Response.WriteAsync("This is not a sign-in with a code and its challenge.");
        }

        var chosen = Accounts.Count == 1 ? Accounts[0] : Accounts.FirstOrDefault(account => account.ObjectId == LastRequest.GetValueOrDefault("account"));
        return chosen is null && !Denies ? ChooseAsync(context) : GoBackAsync(context, chosen);
    }

    private Task ChooseAsync(HttpContext context)
    {
        context.Response.ContentType = "text/html; charset=utf-8";
        var links = Accounts.Select(account =>
            $"<li><a href=\"{WebUtility.HtmlEncode(context.Request.Path + context.Request.QueryString.Add("account", account.ObjectId))}\">{WebUtility.HtmlEncode(account.Name)}</a></li>");
        return context.Response.WriteAsync($"<!DOCTYPE html><html lang=en><title>Pick an account</title><h1>Pick an account</h1><ul>{string.Concat(links)}</ul></html>");
    }

    private Task GoBackAsync(HttpContext context, TestAccount? account)
    {
        var answer = new Dictionary<string, string?>(StringComparer.Ordinal) { ["state"] = LastRequest.GetValueOrDefault("state") };
        if (Denies || account is null)
        {
            answer["error"] = "access_denied";
        }
        else
        {
            var code = $"code-{Interlocked.Increment(ref _codes)}";
            _grants[code] = new Grant(account, LastRequest.GetValueOrDefault("nonce"), LastRequest["code_challenge"], LastRequest["redirect_uri"]);
            answer["code"] = code;
        }

        context.Response.Redirect(QueryHelpers.AddQueryString(LastRequest["redirect_uri"], answer));
        return Task.CompletedTask;
    }

    private async Task ExchangeAsync(HttpContext context)
    {
        var form = await context.Request.ReadFormAsync();
        var challenge = Base64Url.EncodeToString(SHA256.HashData(Encoding.ASCII.GetBytes(form["code_verifier"].ToString())));
        if (!_grants.TryRemove(form["code"].ToString(), out var grant) || grant.Challenge != challenge || grant.RedirectUri != form["redirect_uri"]
            || form["client_id"] != ClientId || form["client_secret"] != Secret)
        {
            context.Response.StatusCode = StatusCodes.Status400BadRequest;
            await TestAuthority.AnswerAsync(context, new JsonObject { ["error"] = "invalid_grant", ["error_description"] = "AADSTS70008" });
            return;
        }

        Exchanges++;
        var token = IdToken(grant.Account, grant.Nonce);
        Spoil?.Invoke(token);
        await TestAuthority.AnswerAsync(
            context, new JsonObject { ["token_type"] = "Bearer", ["expires_in"] = 3600, ["access_token"] = "for-the-directory", ["id_token"] = token.ToString() });
    }

    private static Task NotFoundAsync(HttpContext context)
    {
        context.Response.StatusCode = StatusCodes.Status404NotFound;
        return Task.CompletedTask;
    }

    private sealed record Grant(TestAccount Account, string? Nonce, string Challenge, string RedirectUri);
}
