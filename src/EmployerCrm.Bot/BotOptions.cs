namespace EmployerCrm.Bot;

/// <summary>What the bot must know of where it runs.</summary>
public sealed class BotOptions
{
    /// <summary>Whether no other process uses the same store: true with SQLite.</summary>
    public bool OnlyProcess { get; set; }

    /// <summary>In which language people read who have not chosen one: "en-GB" or "cy".</summary>
    public string? DefaultLanguage { get; set; }

    /// <summary>When something was typed, from what its sender's device says: another moment only where a developer has moved the host's clock and not the device's.</summary>
    public Func<DateTimeOffset, DateTimeOffset> TypedAt { get; set; } = said => said;
}
