using System.Text.Json.Nodes;
using EmployerCrm.Core.Employers;

namespace EmployerCrm.Bot.Cards;

/// <summary>What may be said where others read along: public facts about an employer, and the way to the private chat.</summary>
internal static class GroupCards
{
    /// <summary>Name, town and sector, and nothing else.</summary>
    /// <param name="botId">The bot's id on the channel.</param>
    public static JsonObject Facts(Employer employer, string? botId) => CardParts.Card(
        Texts.Get("GroupEmployerTitle"),
        CardParts.Plain(employer.Name, bold: true, size: "large"),
        employer.Town is { Length: > 0 } town ? CardParts.Fact(Texts.Get("Town"), town) : null,
        EmployerCard.SectorOf(employer) is { Length: > 0 } sector ? CardParts.Fact(Texts.Get("Sector"), sector) : null,
        CardParts.Sentence(Texts.Get("GroupMore"), subtle: true),
        PrivateChat(botId));

    public static JsonObject Several(IEnumerable<string> names, string? botId) => CardParts.Card(
        Texts.Get("GroupEmployerTitle"),
        CardParts.Sentence(Texts.Get("GroupSeveral")),
        CardParts.Plain(string.Join(", ", names.Select(name => CardParts.Shortened(name, CardParts.LongestName)))),
        PrivateChat(botId));

    /// <summary>A link that opens the chat with the bot; null where the channel's id of the bot is not one of Teams.</summary>
    private static JsonObject? PrivateChat(string? botId) => botId?.StartsWith("28:", StringComparison.Ordinal) == true
        ? CardParts.Actions(new JsonObject
        {
            ["type"] = "Action.OpenUrl", ["title"] = Texts.Get("OpenPrivateChat"), ["url"] = "https://teams.microsoft.com/l/chat/0/0?users=" + Uri.EscapeDataString(botId),
        })
        : null;
}
