using EmployerCrm.Core.Calendar;
using EmployerCrm.Core.Engagement;

namespace EmployerCrm.Core.Fidelity;

/// <summary>How the service counts what the fidelity scale asks for, and how engaged an employer is, where services may differ.</summary>
public sealed record FidelityOptions
{
    /// <summary>Only contacts that reached a decision-maker count towards the week (item 17); else anybody at the employer does.</summary>
    public bool DecisionMakerOnly { get; init; }

    /// <summary>What makes an employer's level.</summary>
    public EngagementOptions Engagement { get; init; } = new();

    /// <summary>The days on which nobody works.</summary>
    public BankHolidays Holidays { get; init; } = BankHolidays.ByRule;
}
