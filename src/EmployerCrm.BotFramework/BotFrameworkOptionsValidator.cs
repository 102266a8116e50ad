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
            .Concat(Numbers(options))
            .ToList();
        return problems.Count == 0 ? ValidateOptionsResult.Success : ValidateOptionsResult.Fail(problems);
    }

    private static IEnumerable<string> Credentials(BotFrameworkOptions options)
    {
        var hasCredential = !string.IsNullOrWhiteSpace(options.Secret) || !string.IsNullOrWhiteSpace(options.Certificate);
        if (options.IsDevelopmentMode)
        {
            if (!options.IsDevelopment)
            {
                yield return "Bot:AppId is missing. Without it anybody could talk to the bot, which is allowed in the Development environment only; "
                    + "set Bot:AppId, Bot:TenantId and Bot:Certificate (or Bot:Secret).";
            }

            yield break;
        }

        if (string.IsNullOrWhiteSpace(options.TenantId))
        {
            yield return "Bot:TenantId is missing. It says whose people may talk to the bot.";
        }

        if (!hasCredential && !options.IsDevelopment)
        {
            yield return "Bot:Certificate (or Bot:Secret) is missing. Without it the bot cannot answer.";
        }

        if (!string.IsNullOrWhiteSpace(options.Certificate) && !File.Exists(options.Certificate))
        {
            yield return $"Bot:Certificate names the file {options.Certificate}, which is not there.";
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

        if (options.TurnTimeout <= TimeSpan.Zero || options.ConnectorTimeout <= TimeSpan.Zero
            || options.ConnectorRetryDelay <= TimeSpan.Zero || options.ConnectorLongestDelay < options.ConnectorRetryDelay)
        {
            yield return "Bot:TurnTimeout, ConnectorTimeout, ConnectorRetryDelay and ConnectorLongestDelay must be above 0, the longest delay no shorter than the first.";
        }
    }
}
