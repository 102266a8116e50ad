using System.Security.Cryptography;
using EmployerCrm.Web.Hosting;
using EmployerCrm.Web.Settings;
using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Authentication.OAuth;
using Microsoft.AspNetCore.WebUtilities;

namespace EmployerCrm.Web.SignIn.Entra;

/// <summary>
/// The authorisation code flow with PKCE. The framework's handler keeps state, its cookie and the code verifier; what OpenID Connect has beyond OAuth,
/// the nonce and the token about the person, is added here.
/// </summary>
internal static class EntraSignIn
{
    public const string Scheme = "Entra";
    public const string Begin = SignInAddresses.SignIn + "/entra";

    private const string Nonce = "nonce";
    private const string ProblemParameter = "problem";

    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(15);

    public static void AddEntraSignIn(this IServiceCollection services, EntraSettings entra, AuthSettings auth)
    {
        services.AddSingleton<EntraTokens>();
        services.AddSingleton<EntraArrivals>();
        services.AddHttpClient(EntraTokens.HttpClientName).RemoveAllLoggers()
            .ConfigureHttpClient(client => (client.Timeout, client.MaxResponseContentBufferSize) = (Patience, 1024 * 1024))
            .ConfigurePrimaryHttpMessageHandler(MakeHandler);
        services.AddAuthentication().AddOAuth(Scheme, options => Configure(options, entra, auth));
    }

    public static void MapEntraSignIn(this IEndpointRouteBuilder endpoints) =>
        endpoints.MapGet(Begin, (string? returnUrl) => TypedResults.Challenge(Properties(SignInAddresses.Local(returnUrl)), [Scheme])).AllowAnonymous();

    /// <summary>The sign-in page with the sentence of a problem.</summary>
    public static string PageAbout(SignInProblem problem) => $"{SignInAddresses.SignIn}?{ProblemParameter}={problem}";

    private static AuthenticationProperties Properties(string returnUrl)
    {
        var properties = new AuthenticationProperties { RedirectUri = returnUrl };
        properties.SetString(Nonce, WebEncoders.Base64UrlEncode(RandomNumberGenerator.GetBytes(32)));
        return properties;
    }

    private static void Configure(OAuthOptions options, EntraSettings entra, AuthSettings auth)
    {
        options.ClientId = entra.ClientId;
        options.ClientSecret = entra.Secret;
        options.AuthorizationEndpoint = entra.Authority + "/oauth2/v2.0/authorize";
        options.TokenEndpoint = entra.Authority + "/oauth2/v2.0/token";
        options.CallbackPath = Begin + "/callback";
        options.SignInScheme = Sessions.Scheme;
        options.UsePkce = true;
        options.Scope.Add("openid");
        options.Scope.Add("profile");
        options.RemoteAuthenticationTimeout = Patience * 40;
        options.BackchannelTimeout = Patience;
        options.BackchannelHttpHandler = new TellsAway(MakeHandler());
        auth.Correlation(options.CorrelationCookie);
        options.Events.OnRedirectToAuthorizationEndpoint = context =>
        {
            context.Response.Redirect(QueryHelpers.AddQueryString(context.RedirectUri, Nonce, context.Properties.GetString(Nonce)!));
            return Task.CompletedTask;
        };
        options.Events.OnCreatingTicket = ReadAsync;
        options.Events.OnTicketReceived = ReceiveAsync;
        options.Events.OnRemoteFailure = FailAsync;
        options.Events.OnAccessDenied = context =>
        {
            Refuse(context.HttpContext, SignInProblem.Cancelled, "denied");
            context.HandleResponse();
            return Task.CompletedTask;
        };
    }

    private static async Task ReadAsync(OAuthCreatingTicketContext context)
    {
        var token = context.TokenResponse.Response?.RootElement.TryGetProperty("id_token", out var found) is true ? found.GetString() : null;
        var nonce = context.Properties.GetString(Nonce);
        if (token is null || nonce is null)
            throw new SignInRefusedException("no id token");
        var reading = await context.HttpContext.RequestServices.GetRequiredService<EntraTokens>().ReadIdTokenAsync(token, nonce, context.HttpContext.RequestAborted);
        context.HttpContext.Items[typeof(EntraIdentity)] = reading.Identity ?? throw new SignInRefusedException(reading.Reason);
    }

    private static async Task ReceiveAsync(TicketReceivedContext context)
    {
        var http = context.HttpContext;
        var arrivals = http.RequestServices.GetRequiredService<EntraArrivals>();
        if (await arrivals.ArriveAsync(http, (EntraIdentity)http.Items[typeof(EntraIdentity)]!) is { } problem)
            Refuse(http, problem, problem.ToString());
        else
            http.Response.Redirect(SignInAddresses.Local(context.ReturnUri));
        context.HandleResponse();
    }

    private static Task FailAsync(RemoteFailureContext context)
    {
        var reason = context.Failure switch
        {
            SignInRefusedException refused => refused.Message,
            // The inner one, where there is one, says what went wrong; messages may hold what came with the request.
            { InnerException: { } inner } => inner.GetType().Name,
            { } failure => failure.GetType().Name,
            null => "unknown",
        };
        var isAway = context.Failure is HttpRequestException or TaskCanceledException or InvalidOperationException { InnerException: IOException or HttpRequestException };
        Refuse(context.HttpContext, isAway ? SignInProblem.Unavailable : SignInProblem.Failed, reason);
        context.HandleResponse();
        return Task.CompletedTask;
    }

    private static void Refuse(HttpContext context, SignInProblem problem, string reason)
    {
        context.RequestServices.GetRequiredService<ILogger<EntraTokens>>().SignInRefused(reason);
        context.Response.Redirect(PageAbout(problem));
    }

    private static SocketsHttpHandler MakeHandler() => new()
    {
        AllowAutoRedirect = false, UseCookies = false, ActivityHeadersPropagator = null, ConnectTimeout = TimeSpan.FromSeconds(5), PooledConnectionLifetime = TimeSpan.FromMinutes(5),
    };

    /// <summary>Tells a directory that is out of order from one that refuses.</summary>
    private sealed class TellsAway(HttpMessageHandler inner) : DelegatingHandler(inner)
    {
        protected override async Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
        {
            var answer = await base.SendAsync(request, cancellationToken);
            return answer.StatusCode < System.Net.HttpStatusCode.InternalServerError ? answer : throw new HttpRequestException("out of order", null, answer.StatusCode);
        }
    }

    /// <summary>Its message is one of our own words.</summary>
    private sealed class SignInRefusedException(string reason) : Exception(reason);
}
