using System.Text.Json;
using System.Text.Json.Nodes;

namespace EmployerCrm.BotFramework;

/// <summary>What Teams says about an activity besides the activity itself.</summary>
public static class TeamsActivityExtensions
{
    /// <summary>The channel data as Teams shapes it; null when there is none, or when it has another shape.</summary>
    public static TeamsChannelData? GetTeamsChannelData(this Activity activity)
    {
        try
        {
            return (activity.ChannelData as JsonObject)?.Deserialize(BotJson.Default.TeamsChannelData);
        }
        catch (JsonException)
        {
            return null;
        }
    }

    /// <summary>The team in which this happened; null outside teams.</summary>
    public static TeamInfo? TeamsGetTeamInfo(this Activity activity) => activity.GetTeamsChannelData()?.Team;

    /// <summary>The id of the channel in which this happened; null outside channels.</summary>
    public static string? TeamsGetChannelId(this Activity activity) => activity.GetTeamsChannelData()?.Channel?.Id;

    /// <summary>Makes an outgoing message show in the person's activity feed as well. Other channel data of the message stays.</summary>
    public static void TeamsNotifyUser(this Activity activity)
    {
        var data = activity.ChannelData as JsonObject ?? [];
        data["notification"] = new JsonObject { ["alert"] = true };
        activity.ChannelData = data;
    }
}
