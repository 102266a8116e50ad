using Microsoft.Extensions.Options;

namespace EmployerCrm.Web.Settings;

/// <summary>The settings do not let the host start; each problem is a sentence that names the setting.</summary>
internal sealed class SettingsException(IReadOnlyList<string> problems) : Exception(string.Join(Environment.NewLine, problems))
{
    private const string Hint = "To try EmployerCrm on your own machine, start it with ./run or set ASPNETCORE_ENVIRONMENT=Development.";

    /// <summary>Checks everything before anything is opened, so that one start names all that is missing.</summary>
    public static void ThrowIfAny(WebApplication app, IEnumerable<string> problems)
    {
        var all = problems.ToList();
        try
        {
            app.Services.GetService<IStartupValidator>()?.Validate();
        }
        catch (OptionsValidationException invalid)
        {
            all.AddRange(invalid.Failures);
        }
        catch (AggregateException several)
        {
            all.AddRange(several.InnerExceptions.SelectMany(inner => inner is OptionsValidationException invalid ? invalid.Failures : [inner.Message]));
        }

        if (all.Count > 0)
            throw new SettingsException(app.Environment.IsDevelopment() ? all : [.. all, Hint]);
    }
}
