using Microsoft.Extensions.Options;

namespace EmployerCrm.BotFramework;

/// <summary>Refuses to start with a door that is open or that could never open, and says what is missing.</summary>
internal sealed class BotFrameworkOptionsValidator : IValidateOptions<BotFrameworkOptions>
{
    public ValidateOptionsResult Validate(string? name, BotFrameworkOptions options)
    {
        var problems = Credentials(options)
            .Concat(Addresses(options))
            .Concat(options.AllowedServiceUrls.Where(entry => ServiceUrlRule.Parse(entry) is null)
                .Select(entry => $"Bot:AllowedServiceUrls has \"{entry}\", which is neither a host, nor *. and a domain, nor an https address."))
            .Concat(Limits(options))
            .Concat(Numbers(options))
            .ToList();
        return problems.Count == 0 ? ValidateOptionsResult.Success : ValidateOptionsResult.Fail(problems);
    }

    private static IEnumerable<string> Credentials(BotFrameworkOptions options)
    {
        if (options.IsDevelopmentMode)
        {
            if (!options.IsDevelopment)
            {
                yield return "Bot:AppId is missing. Without it anybody could talk to the bot, which is allowed in the Development environment only; "
                    + "set Bot:AppId, Bot:TenantId and Bot:Certificate (or Bot:ManagedIdentity or Bot:Secret).";
            }

            yield break;
        }

        if (string.IsNullOrWhiteSpace(options.TenantId))
        {
            yield return "Bot:TenantId is missing. It says whose people may talk to the bot.";
        }

        var credentials = options.Credentials.ToList();
        if (credentials.Count == 0 && !options.IsDevelopment)
        {
            yield return "Bot:Certificate (or Bot:ManagedIdentity or Bot:Secret) is missing. Without it the bot cannot answer.";
        }

        if (credentials.Count > 1)
        {
            yield return string.Join(" and ", credentials) + " are both set. The bot has one way to say who it is; take away the others.";
        }

        if (!string.IsNullOrWhiteSpace(options.Certificate) && BotCertificate.Problem(options) is { } problem)
        {
            yield return problem;
        }

        if (!string.IsNullOrWhiteSpace(options.ManagedIdentity) && !ManagedIdentity.IsNamed(options.ManagedIdentity))
        {
            yield return "Bot:ManagedIdentity is neither \"system\" nor the client id of an identity.";
        }
    }

    private static IEnumerable<string> Addresses(BotFrameworkOptions options)
    {
        if (BotCloud.Find(options.Cloud) is null)
        {
            yield return $"Bot:Cloud is \"{options.Cloud}\", but there are only {string.Join(", ", BotCloud.All.Select(cloud => cloud.Name))}.";
        }

        if (!Addressing.IsHttpsOrLoopback(options.OpenIdMetadata))
        {
            yield return "Bot:OpenIdMetadata is not an https address.";
        }

        if (!Addressing.IsHttpsOrLoopback(options.TokenAuthority))
        {
            yield return "Bot:TokenAuthority is not an https address.";
        }
    }

    private static IEnumerable<string> Limits(BotFrameworkOptions options)
    {
        foreach (var entry in options.SendLimits)
        {
            if (entry.ServiceUrl != "*" && ServiceUrlRule.Parse(entry.ServiceUrl) is null)
            {
                yield return $"Bot:SendLimits has the address \"{entry.ServiceUrl}\", which is neither *, nor a host, nor *. and a domain, nor an https address.";
            }

            if (SendLimit.ParseList(entry.PerConversation) is null || SendLimit.ParseList(entry.Total) is null)
            {
                yield return $"Bot:SendLimits for {entry.ServiceUrl} is not a list such as \"7/1s 60/30s 1800/1h\".";
            }
        }
    }

    private static IEnumerable<string> Numbers(BotFrameworkOptions options)
    {
        if (options.MaxBodyBytes <= 0 || options.ConnectorRetries < 0)
        {
            yield return "Bot:MaxBodyBytes must be above 0 and Bot:ConnectorRetries not below it.";
        }

        if (options.MaxTurnsPerConversation <= 0 || options.MaxTurns < options.MaxTurnsPerConversation)
        {
            yield return "Bot:MaxTurnsPerConversation must be above 0, and Bot:MaxTurns no less.";
        }

        if (options.MessageExtensionTimeout <= TimeSpan.Zero || options.InvokeTimeout <= TimeSpan.Zero)
        {
            yield return "Bot:MessageExtensionTimeout and Bot:InvokeTimeout must be above 0.";
        }

        if (options.MaxCardBytes <= 0 || options.MaxMessageBytes <= 0)
        {
            yield return "Bot:MaxCardBytes and Bot:MaxMessageBytes must be above 0.";
        }

        if (options.TurnTimeout <= TimeSpan.Zero || options.ConnectorTimeout <= TimeSpan.Zero
            || options.ConnectorRetryDelay <= TimeSpan.Zero || options.ConnectorLongestDelay < options.ConnectorRetryDelay)
        {
            yield return "Bot:TurnTimeout, ConnectorTimeout, ConnectorRetryDelay and ConnectorLongestDelay must be above 0, the longest delay no shorter than the first.";
        }
    }
}
