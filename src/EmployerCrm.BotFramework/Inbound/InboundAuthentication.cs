using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Options;

namespace EmployerCrm.BotFramework;

/// <summary>The two questions of the front door: who is calling (before the body is read), and may they say this.</summary>
internal sealed class InboundAuthentication(TokenValidator tokens, SigningKeys keys, ServiceUrls serviceUrls, IOptions<BotFrameworkOptions> options)
{
    /// <summary>Whether every caller waits for the keys, and not only one who names a key that we do not know.</summary>
    public bool AllMustWait => keys.AllMustWait;

    public async ValueTask<(Refusal Refusal, CallerToken? Token)> OfCallerAsync(HttpContext context, CancellationToken cancellationToken)
    {
        if (options.Value.IsDevelopmentMode)
        {
            // Asked again here, though the host does not start otherwise: the door must not depend on one lock.
            return (options.Value.IsDevelopment && DevelopmentDoor.IsOpenTo(context) ? Refusal.None : Refusal.NotLoopback, null);
        }

        var authorization = context.Request.Headers.Authorization;
        return authorization.Count == 1 ? await tokens.ValidateAsync(authorization[0], cancellationToken) : (Refusal.TokenMissing, null);
    }

    public Refusal OfActivity(CallerToken? token, Activity activity)
    {
        if (token is not null)
        {
            return tokens.Fits(token, activity);
        }

        return options.Value.IsDevelopmentMode && serviceUrls.Allows(activity.ServiceUrl) ? Refusal.None : Refusal.ServiceUrlNotAllowed;
    }

    /// <summary>Throws <see cref="ServiceUrlNotAllowedException"/> for an address that may not be called.</summary>
    public void RequireAllowed(string? serviceUrl)
    {
        if (!serviceUrls.Allows(serviceUrl))
        {
            throw new ServiceUrlNotAllowedException();
        }
    }
}
