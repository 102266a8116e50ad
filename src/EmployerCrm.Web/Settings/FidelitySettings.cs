using EmployerCrm.Core.Fidelity;

namespace EmployerCrm.Web.Settings;

/// <summary>How the service counts what the fidelity scale asks for: <c>Fidelity:…</c>.</summary>
internal sealed record FidelitySettings
{
    private readonly string? _decisionMakerOnly;

    private FidelitySettings(IConfiguration configuration) => _decisionMakerOnly = configuration["Fidelity:DecisionMakerOnly"];

    public FidelityOptions Options => new() { DecisionMakerOnly = bool.TryParse(_decisionMakerOnly, out var only) && only };

    public static FidelitySettings Of(IConfiguration configuration) => new(configuration);

    public IEnumerable<string> Problems()
    {
        if (!string.IsNullOrEmpty(_decisionMakerOnly) && !bool.TryParse(_decisionMakerOnly, out _))
            yield return $"Fidelity:DecisionMakerOnly is \"{_decisionMakerOnly}\"; it is true or false.";
    }
}
