namespace EmployerCrm.Web.SignIn;

/// <summary>Who signed in, whether or not the service knows them.</summary>
/// <param name="IsAdmin">By the directory, when they signed in.</param>
public sealed record Visitor(string ObjectId, string Name, bool IsAdmin);
