using System.Text.Json;
using System.Text.Json.Serialization;

namespace EmployerCrm.BotFramework;

/// <summary>What Teams adds to every activity in <see cref="Activity.ChannelData"/>.</summary>
public sealed class TeamsChannelData
{
    /// <summary>What happened, for updates: <c>channelCreated</c>, <c>teamRenamed</c>, <c>editMessage</c>, <c>undeleteMessage</c>, <c>softDeleteMessage</c>, …</summary>
    public string? EventType { get; set; }

    public ChannelInfo? Channel { get; set; }

    public TeamInfo? Team { get; set; }

    public TenantInfo? Tenant { get; set; }

    public NotificationInfo? Notification { get; set; }

    [JsonExtensionData]
    public IDictionary<string, JsonElement>? Properties { get; set; }
}

/// <summary>A channel of a team.</summary>
public sealed class ChannelInfo
{
    public string? Id { get; set; }

    /// <summary>Null for a team's General channel.</summary>
    public string? Name { get; set; }

    /// <summary><c>standard</c>, <c>private</c> or <c>shared</c>.</summary>
    public string? Type { get; set; }

    [JsonExtensionData]
    public IDictionary<string, JsonElement>? Properties { get; set; }
}

/// <summary>A team.</summary>
public sealed class TeamInfo
{
    public string? Id { get; set; }

    public string? Name { get; set; }

    /// <summary>The id of the team's group in Entra.</summary>
    public string? AadGroupId { get; set; }

    [JsonExtensionData]
    public IDictionary<string, JsonElement>? Properties { get; set; }
}

/// <summary>The organisation that an activity comes from. Compare with <see cref="ActivityExtensions.GetTenantId"/>, which looks in both places.</summary>
public sealed class TenantInfo
{
    public string? Id { get; set; }

    [JsonExtensionData]
    public IDictionary<string, JsonElement>? Properties { get; set; }
}

/// <summary>Whether a message also shows in the person's activity feed.</summary>
public sealed class NotificationInfo
{
    public bool? Alert { get; set; }

    [JsonExtensionData]
    public IDictionary<string, JsonElement>? Properties { get; set; }
}
