using EmployerCrm.Web.Hosting;
using Microsoft.IdentityModel.Tokens;

namespace EmployerCrm.Web.SignIn.Entra;

/// <summary>
/// Single sign-on of the Teams tab: the page posts the token that Teams has for the person, as a bearer, and gets the session's cookie. 204 when it has
/// begun, 401 when the token does not count, 403 when the directory gives the person no role.
/// </summary>
internal static class TeamsSignIn
{
    public const string Address = SignInAddresses.SignIn + "/teams";

    private const string Bearer = "Bearer ";

    public static void MapTeamsSignIn(this IEndpointRouteBuilder endpoints) =>
        // A form of another site cannot carry the header, and a script of another site may not.
        endpoints.MapPost(Address, SignInAsync).AllowAnonymous().DisableAntiforgery();

    private static async Task<IResult> SignInAsync(HttpContext context, EntraTokens tokens, EntraArrivals arrivals, ILogger<EntraTokens> logger)
    {
        if (context.Request.Headers.Authorization is not [{ } header] || !header.StartsWith(Bearer, StringComparison.OrdinalIgnoreCase))
            return Refuse(StatusCodes.Status401Unauthorized, "no token");
        TokenReading reading;
        try
        {
            reading = await tokens.ReadTeamsTokenAsync(header[Bearer.Length..].Trim(), context.RequestAborted);
        }
        catch (Exception away) when (away is InvalidOperationException or HttpRequestException or SecurityTokenException && !context.RequestAborted.IsCancellationRequested)
        {
            return Refuse(StatusCodes.Status503ServiceUnavailable, away.GetType().Name);
        }

        if (reading.Identity is not { } identity)
            return Refuse(StatusCodes.Status401Unauthorized, reading.Reason);
        return await arrivals.ArriveAsync(context, identity) is { } problem ? Refuse(StatusCodes.Status403Forbidden, problem.ToString()) : TypedResults.NoContent();

        IResult Refuse(int status, string reason)
        {
            logger.SignInRefused(reason);
            return TypedResults.Problem(statusCode: status, type: Problems.OfStatus(status));
        }
    }
}
