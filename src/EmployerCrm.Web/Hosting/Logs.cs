using Microsoft.Extensions.Configuration.Memory;
using Microsoft.Extensions.Logging.Console;

namespace EmployerCrm.Web.Hosting;

/// <summary>Log lines on the console: JSON where a machine reads them, one plain line each where a developer does.</summary>
internal static class Logs
{
    private static readonly Dictionary<string, string?> Quiet = new(StringComparer.Ordinal)
    {
        ["Logging:LogLevel:Default"] = "Information",
        ["Logging:LogLevel:Microsoft.AspNetCore"] = "Warning",
        // It warns at every start that keys in a folder are as safe as the folder; docs/decisions/0010 says so once.
        ["Logging:LogLevel:Microsoft.AspNetCore.DataProtection"] = "Error",
        ["Logging:LogLevel:System.Net.Http"] = "Warning",
    };

    public static void Configure(WebApplicationBuilder builder)
    {
        var logging = builder.Logging;
        builder.Configuration.Sources.Insert(0, new MemoryConfigurationSource { InitialData = Quiet });
        logging.ClearProviders();
        logging.AddConsole();
        if (builder.Environment.IsDevelopment())
            logging.Services.Configure<ConsoleLoggerOptions>(options => options.FormatterName ??= ConsoleFormatterNames.Simple);
        else
            logging.Services.Configure<ConsoleLoggerOptions>(options => options.FormatterName ??= ConsoleFormatterNames.Json);
        logging.Services.Configure<SimpleConsoleFormatterOptions>(options =>
            (options.SingleLine, options.TimestampFormat) = (true, options.TimestampFormat ?? "HH:mm:ss "));
        logging.Services.Configure<JsonConsoleFormatterOptions>(options =>
            (options.UseUtcTimestamp, options.TimestampFormat) = (true, options.TimestampFormat ?? "yyyy-MM-ddTHH:mm:ss.fffZ"));

        // An exception's message may hold what somebody typed, and an address a token: our own lines name the type and the place. Not for settings to undo.
        logging.AddFilter("Microsoft.AspNetCore.Diagnostics.ExceptionHandlerMiddleware", LogLevel.None);
        logging.AddFilter("Microsoft.AspNetCore.Hosting.Diagnostics", LogLevel.Warning);
    }
}
