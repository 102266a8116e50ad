namespace EmployerCrm.BotFramework;

/// <summary>One entry of <c>Bot:SendLimits</c>: how often the connectors at these addresses may be called. The first entry that fits an address counts.</summary>
public sealed class SendLimitOptions
{
    /// <summary>A host, <c>*.</c> and a domain, a whole address, or <c>*</c> for all.</summary>
    public string ServiceUrl { get; set; } = "*";

    /// <summary>Per conversation, such as <c>7/1s 8/2s 60/30s 1800/1h</c>; empty for no limit.</summary>
    public string PerConversation { get; set; } = "";

    /// <summary>Over all conversations, such as <c>50/1s</c>; empty for no limit.</summary>
    public string Total { get; set; } = "";

    /// <summary>What Teams allows an app in one tenant.</summary>
    public static SendLimitOptions Teams { get; } = new() { PerConversation = "7/1s 8/2s 60/30s 1800/1h", Total = "50/1s" };

    /// <summary>For this machine, where no service counts.</summary>
    public static SendLimitOptions None { get; } = new();
}
