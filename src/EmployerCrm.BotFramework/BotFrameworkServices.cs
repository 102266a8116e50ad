using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;

namespace EmployerCrm.BotFramework;

/// <summary>How a host takes the protocol in; <c>docs/bot-framework.md</c> has a whole program.</summary>
public static class BotFrameworkServices
{
    /// <summary>Adds the adapter and the connector, configured by the section <c>Bot</c>. The bot itself is registered by the caller as <see cref="IBot"/>.</summary>
    public static IServiceCollection AddBotFramework(this IServiceCollection services, IConfiguration configuration, IHostEnvironment environment)
    {
        var section = configuration.GetSection(BotFrameworkOptions.Section);
        services.AddOptions<BotFrameworkOptions>()
            .Bind(section)
            .Configure(options =>
            {
                options.AllowedServiceUrls = ReadList(section.GetSection(nameof(BotFrameworkOptions.AllowedServiceUrls)));
                options.SendLimits = section.GetSection(nameof(BotFrameworkOptions.SendLimits)).Get<SendLimitOptions[]>() ?? [];
                options.IsDevelopment = environment.IsDevelopment();
            })
            .ValidateOnStart();
        services.AddSingleton<IValidateOptions<BotFrameworkOptions>, BotFrameworkOptionsValidator>();

        services.TryAddSingleton(TimeProvider.System);
        services.AddMetrics();
        services.AddSingleton<BotMetrics>();
        services.AddSingleton<ServiceUrls>();
        services.AddSingleton<SigningKeyDownload>();
        services.AddSingleton<SigningKeys>();
        services.AddSingleton<TokenValidator>();
        services.AddSingleton<InboundAuthentication>();
        services.AddSingleton<SendLimiter>();
        services.AddSingleton<ConnectorCalls>();
        services.AddSingleton<IConnectorClient, ConnectorClient>();
        services.AddSingleton(CreateTokenSource);
        services.AddSingleton(provider => new CloudAdapter(
            provider.GetRequiredService<InboundAuthentication>(),
            provider.GetRequiredService<IConnectorClient>(),
            provider.GetRequiredService<IOptions<BotFrameworkOptions>>(),
            provider.GetRequiredService<TimeProvider>(),
            provider.GetRequiredService<BotMetrics>(),
            provider.GetRequiredService<ILogger<CloudAdapter>>()));

        AddClient(services, ConnectorCalls.HttpClientName);
        AddClient(services, TokenHttpClientFactory.HttpClientName).ConfigureHttpClient(client => client.Timeout = TimeSpan.FromSeconds(15));
        AddClient(services, SigningKeyDownload.HttpClientName);
        return services;
    }

    /// <summary>Answers activities that are posted to <paramref name="pattern"/>.</summary>
    public static IEndpointConventionBuilder MapBotMessages(this IEndpointRouteBuilder endpoints, string pattern = "/api/messages") =>
        endpoints.MapPost(pattern, static (HttpContext context, CloudAdapter adapter, IBot bot) => adapter.ProcessAsync(context, bot, context.RequestAborted))
            // It has its own authentication, and no cookies: what the host asks of people's requests is not asked here.
            .AllowAnonymous()
            .DisableAntiforgery()
            .ExcludeFromDescription();

    // Logging and tracing are ours alone, since an address holds conversation ids; and a redirect or cookie must not carry a call to another host.
    private static IHttpClientBuilder AddClient(IServiceCollection services, string name) => services.AddHttpClient(name)
        .RemoveAllLoggers()
        .ConfigureHttpClient(client => client.MaxResponseContentBufferSize = 1024 * 1024)
        .ConfigurePrimaryHttpMessageHandler(() => new SocketsHttpHandler
        {
            AllowAutoRedirect = false,
            UseCookies = false,
            ActivityHeadersPropagator = null,
            ConnectTimeout = TimeSpan.FromSeconds(5),
            PooledConnectionLifetime = TimeSpan.FromMinutes(5),
        });

    private static ITokenSource CreateTokenSource(IServiceProvider provider)
    {
        var options = provider.GetRequiredService<IOptions<BotFrameworkOptions>>().Value;
        if (options.IsDevelopmentMode || !options.Credentials.Any())
        {
            return new NoTokenSource();
        }

        var clients = provider.GetRequiredService<IHttpClientFactory>();
        var identity = string.IsNullOrWhiteSpace(options.ManagedIdentity) ? null : new ManagedIdentity(options, clients);
        ITokenIssuer issuer = identity is not null && ManagedIdentity.IsTheBot(options) ? identity
            : new ClientCredentials(provider.GetRequiredService<IOptionsMonitor<BotFrameworkOptions>>(), clients, identity);
        return new TokenCache(issuer, provider.GetRequiredService<TimeProvider>(), provider.GetRequiredService<ILogger<TokenCache>>());
    }

    // As an array in a file, or as one text in an environment variable.
    private static string[] ReadList(IConfigurationSection section) =>
    [
        .. (section.Value ?? "").Split([',', ';', ' '], StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries),
        .. section.GetChildren().Select(child => child.Value).OfType<string>().Where(entry => entry.Length > 0),
    ];
}
