namespace EmployerCrm.Web.SignIn;

/// <summary>Where people sign in, and where they go from there: always a page of ours.</summary>
internal static class SignInAddresses
{
    public const string SignIn = "/sign-in";
    public const string SignOut = "/sign-out";
    public const string ReturnUrl = "returnUrl";

    private const int Longest = 2000;

    // Any host will do: a way that leads off it leads off ours.
    private static readonly Uri Here = new("https://here.invalid");

    /// <summary>The sign-in page that leads back to what was asked for.</summary>
    public static string From(HttpRequest request)
    {
        var wanted = Local(request.PathBase + request.Path + request.QueryString);
        return wanted == "/" ? SignIn : $"{SignIn}?{ReturnUrl}={Uri.EscapeDataString(wanted)}";
    }

    /// <summary>The address if it is a page of ours, else the home page. What a browser would take for another host is not ours, however it is written.</summary>
    public static string Local(string? address) =>
        address is ['/', ..] and not ['/', '/' or '\\', ..] && address.Length <= Longest && !address.Any(char.IsControl) && !address.Contains('\\', StringComparison.Ordinal)
        && Uri.TryCreate(Here, address, out var there) && there.Host == Here.Host
        && there.AbsolutePath is not ['/', '/', ..] && !IsOurs(there.AbsolutePath)
            ? address
            : "/";

    private static bool IsOurs(string path) =>
        path.StartsWith(SignIn, StringComparison.OrdinalIgnoreCase) || path.StartsWith(SignOut, StringComparison.OrdinalIgnoreCase);
}
