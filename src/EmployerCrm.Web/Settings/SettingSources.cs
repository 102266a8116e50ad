namespace EmployerCrm.Web.Settings;

/// <summary>Where settings come from, weakest first: appsettings files, <c>appsettings.local.json</c>, environment variables, the command line.</summary>
internal static class SettingSources
{
    private const string LocalFile = "appsettings.local.json";

    /// <summary>A builder with every source in place; <paramref name="settings"/> are tokens like <c>--Store:Provider=Sqlite</c>.</summary>
    public static WebApplicationBuilder Builder(string[] settings)
    {
        var builder = WebApplication.CreateBuilder(new WebApplicationOptions { Args = settings });
        var sources = builder.Configuration.Sources;
        var lastFile = sources.LastOrDefault(source => source is Microsoft.Extensions.Configuration.Json.JsonConfigurationSource);
        var local = new Microsoft.Extensions.Configuration.Json.JsonConfigurationSource
        {
            Path = LocalFile,
            Optional = true,
            // A secret that is changed here serves without a restart; the other settings are read at the start.
            ReloadOnChange = true,
            FileProvider = builder.Environment.ContentRootFileProvider,
        };
        sources.Insert(lastFile is null ? 0 : sources.IndexOf(lastFile) + 1, local);
        return builder;
    }
}
