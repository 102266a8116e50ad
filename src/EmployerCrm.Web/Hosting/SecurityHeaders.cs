namespace EmployerCrm.Web.Hosting;

/// <summary>Headers of every answer. Only Teams may frame a page; nothing but our own files is loaded by one.</summary>
internal static class SecurityHeaders
{
    private const string TeamsHosts = "https://teams.microsoft.com https://*.teams.microsoft.com https://*.cloud.microsoft";

    private static readonly string Policy = string.Join("; ",
    [
        "default-src 'none'",
        "script-src 'self'",
        "style-src 'self'",
        "style-src-attr 'unsafe-inline'",
        "img-src 'self'",
        "font-src 'self'",
        "connect-src 'self'",
        "form-action 'self'",
        "base-uri 'none'",
        "frame-ancestors " + TeamsHosts,
    ]);

    public static void UseSecurityHeaders(this WebApplication app)
    {
        if (!app.Environment.IsDevelopment())
            app.UseHsts();
        app.Use((context, next) =>
        {
            // Also on answers that replace a failed one, whose headers have been cleared by then.
            context.Response.OnStarting(() =>
            {
                var headers = context.Response.Headers;
                headers.ContentSecurityPolicy = Policy;
                headers.XContentTypeOptions = "nosniff";
                headers["Referrer-Policy"] = "no-referrer";
                headers["Permissions-Policy"] = "camera=(), geolocation=(), microphone=()";
                return Task.CompletedTask;
            });
            return next(context);
        });
    }
}
