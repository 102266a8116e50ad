using EmployerCrm.Core.People;
using EmployerCrm.Web.Settings;

namespace EmployerCrm.Web.SignIn.Entra;

/// <summary>What happens when the directory has said who somebody is, however they came.</summary>
internal sealed class EntraArrivals(EntraSettings settings, PeopleEditing people)
{
    /// <summary>Begins the session; null when it has begun.</summary>
    public async Task<SignInProblem?> ArriveAsync(HttpContext context, EntraIdentity identity)
    {
        if (settings.RolesFrom is RolesFrom.Entra)
        {
            if (identity.Role is not { } role)
                return SignInProblem.NoRole;
            await people.TakeRoleAsync(Actor.System(Via.Web), identity.ObjectId, role, context.RequestAborted);
        }

        await Sessions.BeginAsync(context, identity.ObjectId, identity.Name, identity.Role is Role.Admin);
        return null;
    }
}
