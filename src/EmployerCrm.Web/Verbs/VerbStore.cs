using EmployerCrm.Core.Engagement;
using EmployerCrm.Store;
using EmployerCrm.Web.Settings;

namespace EmployerCrm.Web.Verbs;

/// <summary>The configured store, for verbs that work on it and end.</summary>
internal static class VerbStore
{
    public static StoreOptions Options(string[] settings)
    {
        var configured = StoreSettings.Of(SettingSources.Builder(settings).Configuration);
        var problems = configured.Problems().ToList();
        return problems.Count == 0 ? configured.ToOptions() : throw new SettingsException(problems);
    }

    /// <summary>What makes an employer's level, for verbs that compute it.</summary>
    public static EngagementOptions Engagement(string[] settings)
    {
        var configured = EngagementSettings.Of(SettingSources.Builder(settings).Configuration);
        return configured.Problems.Count == 0 ? configured.Options : throw new SettingsException(configured.Problems);
    }

    public static Task<CrmStore> OpenAsync(string[] settings, CancellationToken cancellationToken) => OpenAsync(Options(settings), cancellationToken);

    public static async Task<CrmStore> OpenAsync(StoreOptions options, CancellationToken cancellationToken)
    {
        try
        {
            return await CrmStoreFactory.OpenAsync(options, TimeProvider.System, cancellationToken: cancellationToken);
        }
        catch (ArgumentException wrong)
        {
            throw new FailedException("ConnectionStrings:Crm cannot be used: " + wrong.Message, wrong);
        }
    }
}
