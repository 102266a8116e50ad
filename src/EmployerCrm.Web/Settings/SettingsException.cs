using Microsoft.Extensions.Options;

namespace EmployerCrm.Web.Settings;

/// <summary>The settings do not let the host start; each problem is a sentence that names the setting.</summary>
internal sealed class SettingsException(IReadOnlyList<string> problems) : Exception(string.Join(Environment.NewLine, problems))
{
    /// <summary>Checks everything before anything is opened, so that one start names all that is missing.</summary>
    public static void ThrowIfAny(IServiceProvider services, IEnumerable<string> problems)
    {
        var all = problems.ToList();
        try
        {
            services.GetService<IStartupValidator>()?.Validate();
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
            throw new SettingsException(all);
    }
}
