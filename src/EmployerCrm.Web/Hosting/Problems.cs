using Microsoft.AspNetCore.WebUtilities;

namespace EmployerCrm.Web.Hosting;

/// <summary>The stable names that API callers find in a problem's <c>type</c>.</summary>
internal static class Problems
{
    private const string Prefix = "urn:employercrm:problem:";

    public const string Unexpected = Prefix + "unexpected";

    /// <summary>"urn:employercrm:problem:not-found" for 404.</summary>
    public static string OfStatus(int status) => status switch
    {
        StatusCodes.Status500InternalServerError => Unexpected,
        _ when ReasonPhrases.GetReasonPhrase(status) is { Length: > 0 } phrase => Prefix + phrase.ToLowerInvariant().Replace(' ', '-'),
        _ => Prefix + "status-" + status,
    };
}
