using EmployerCrm.Core.People;
using EmployerCrm.Web.Settings;
using Microsoft.IdentityModel.JsonWebTokens;

namespace EmployerCrm.Web.SignIn.Entra;

/// <summary>Who somebody is by the directory of our tenant, after a token of theirs has been checked.</summary>
/// <param name="ObjectId">As chat brings it: lower case.</param>
/// <param name="Name">What the directory calls them.</param>
/// <param name="Role">The highest that app roles and groups give; null when they give none.</param>
internal sealed record EntraIdentity(string ObjectId, string Name, Role? Role)
{
    private const int LongestName = 200;

    /// <summary>Null when the token is not of a person of this tenant.</summary>
    public static EntraIdentity? Of(JsonWebToken token, EntraSettings settings)
    {
        if (!token.TryGetPayloadValue<string>("tid", out var tenant) || !string.Equals(tenant, settings.TenantId, StringComparison.OrdinalIgnoreCase)
            || !token.TryGetPayloadValue<string>("oid", out var objectId) || !Guid.TryParse(objectId, out var id))
        {
            return null;
        }

        var name = token.TryGetPayloadValue<string>("name", out var named) && !string.IsNullOrWhiteSpace(named) ? named.Trim() : id.ToString();
        return new EntraIdentity(id.ToString(), name.Length > LongestName ? name[..LongestName] : name, RoleOf(token, settings));
    }

    private static Role? RoleOf(JsonWebToken token, EntraSettings settings) =>
        Values(token, "roles").Select(EntraSettings.RoleNamed)
            .Concat(Values(token, "groups").Select(group => settings.Groups.TryGetValue(group, out var role) ? role : (Role?)null))
            .Max();

    private static string[] Values(JsonWebToken token, string claim) => token.TryGetPayloadValue<string[]>(claim, out var values) ? values : [];
}
