using EmployerCrm.Core.People;

namespace EmployerCrm.Web.SignIn;

/// <summary>The person of a request, as the store has them now, and the actor that use cases are given.</summary>
/// <param name="Language">In which language the person chose to read; null when they chose none.</param>
internal sealed record SignedInPerson(Specialist Person, Actor Actor, string? Language)
{
    public static SignedInPerson Of(Specialist person, string? language) => new(person, Actor.For(person, Via.Web), language);
}

internal static class SignedInPersonExtensions
{
    /// <summary>Who is signed in and works here today; null when nobody is.</summary>
    public static SignedInPerson? SignedIn(this HttpContext context) => context.Features.Get<SignedInPerson>();

    /// <summary>The actor of a request to an endpoint of <see cref="EntryExtensions.ForPeople"/> or <see cref="EntryExtensions.ForAdmins"/>.</summary>
    public static Actor Actor(this HttpContext context) =>
        context.SignedIn()?.Actor ?? throw new InvalidOperationException("Nobody is signed in: this endpoint needs ForPeople() or ForAdmins().");
}
