namespace EmployerCrm.Web.SignIn;

/// <summary>Who may call an endpoint at all. What a person may see there is decided by the use case.</summary>
internal enum Entrant
{
    /// <summary>Whoever is signed in and works here.</summary>
    Person,

    /// <summary>Admins only.</summary>
    Admin,
}

/// <summary>The rule of an endpoint. One without a rule, and not marked as open to all, is for people: nothing is open by being forgotten.</summary>
internal sealed record Entry(Entrant Entrant);

internal static class EntryExtensions
{
    /// <summary>
    /// For whoever is signed in. Everybody else is sent to the sign-in page and from there back, or gets 401 where that makes no sense (a form that was
    /// sent, a part of a page). Requests that change something must carry the antiforgery token of <c>AntiforgeryField</c>.
    /// </summary>
    public static TBuilder ForPeople<TBuilder>(this TBuilder endpoints)
        where TBuilder : IEndpointConventionBuilder => endpoints.WithMetadata(new Entry(Entrant.Person));

    /// <summary>The same for admins; other people get 403.</summary>
    public static TBuilder ForAdmins<TBuilder>(this TBuilder endpoints)
        where TBuilder : IEndpointConventionBuilder => endpoints.WithMetadata(new Entry(Entrant.Admin));
}
