using System.Globalization;

namespace EmployerCrm.Web.Settings;

/// <summary>How long people stay signed in and what their cookies are like: <c>Auth:…</c>.</summary>
internal sealed record AuthSettings
{
    private const string Prefix = "employercrm-";

    private readonly IConfiguration _configuration;

    private AuthSettings(IConfiguration configuration) => _configuration = configuration;

    /// <summary>After how long without a request a session has ended.</summary>
    public TimeSpan IdleTimeout => Time("Auth:IdleTimeout") ?? TimeSpan.FromHours(1);

    /// <summary>How long a session lasts at most.</summary>
    public TimeSpan AbsoluteTimeout => Time("Auth:AbsoluteTimeout") ?? TimeSpan.FromHours(12);

    /// <summary>Whether people reach the host over https, so that its cookies can live inside Teams' frame.</summary>
    private bool IsSecure => !IsDevelopment || _configuration["Web:PublicUrl"]?.StartsWith("https:", StringComparison.OrdinalIgnoreCase) is true;

    private bool IsDevelopment { get; init; }

    public static AuthSettings Of(IConfiguration configuration, IHostEnvironment environment) => new(configuration) { IsDevelopment = environment.IsDevelopment() };

    public IEnumerable<string> Problems()
    {
        foreach (var name in new[] { "Auth:IdleTimeout", "Auth:AbsoluteTimeout" })
        {
            if (_configuration[name] is { Length: > 0 } text && Time(name) is null)
                yield return $"{name} is \"{text}\"; it is a time between one minute and a week, such as 01:00:00.";
        }
    }

    /// <summary>
    /// A cookie that a page inside Teams' frame has too, kept apart from the same site opened elsewhere; and one that only its own host can have set. Plain
    /// http, on a developer's machine, knows none of this.
    /// </summary>
    public CookieBuilder Cookie(string name, CookieBuilder cookie)
    {
        cookie.Name = (IsSecure ? "__Host-" : "") + Prefix + name;
        cookie.Path = "/";
        cookie.HttpOnly = true;
        cookie.IsEssential = true;
        cookie.SecurePolicy = IsSecure ? CookieSecurePolicy.Always : CookieSecurePolicy.None;
        cookie.SameSite = IsSecure ? SameSiteMode.None : SameSiteMode.Lax;
        if (IsSecure)
            cookie.Extensions.Add("Partitioned");
        return cookie;
    }

    /// <summary>The cookie that ties a sign-in at the directory to the browser that began it: it comes back by a link from there, never inside a frame.</summary>
    public void Correlation(CookieBuilder cookie)
    {
        cookie.Name = Prefix + "sign-in.";
        cookie.HttpOnly = true;
        cookie.SecurePolicy = IsSecure ? CookieSecurePolicy.Always : CookieSecurePolicy.None;
        cookie.SameSite = SameSiteMode.Lax;
    }

    private TimeSpan? Time(string name) =>
        TimeSpan.TryParse(_configuration[name], CultureInfo.InvariantCulture, out var time) && time >= TimeSpan.FromMinutes(1) && time <= TimeSpan.FromDays(7) ? time : null;
}
