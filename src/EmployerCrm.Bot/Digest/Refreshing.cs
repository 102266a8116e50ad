using System.Text.Json;
using System.Text.Json.Nodes;
using EmployerCrm.Bot.Cards;
using EmployerCrm.BotFramework;
using EmployerCrm.Core;
using EmployerCrm.Core.People;

namespace EmployerCrm.Bot.Digest;

/// <summary>A card that renews itself when its reader opens the chat later.</summary>
internal static class Refreshing
{
    /// <summary>The card with the button that is pressed for its reader.</summary>
    /// <param name="userId">The reader as Teams knows them; null where that is not known, and the card stays as it was sent.</param>
    public static JsonObject When(JsonObject card, string? userId, string verb, JsonObject data)
    {
        if (userId is null)
            return card;
        var button = CardParts.Button(Texts.Get("DigestRefresh"), verb, data);
        button.Remove("fallback");
        button.Remove("associatedInputs");
        card["refresh"] = new JsonObject { ["action"] = button, ["userIds"] = new JsonArray(userId) };
        return card;
    }

    /// <summary>The person as Teams knows them in their own chat with the bot.</summary>
    public static async Task<string?> ReaderAsync(ICrmStore store, Specialist person, CancellationToken cancellationToken) =>
        await store.ReadAsync(session => session.Conversations.PersonalOfAsync(person.Id), cancellationToken) is { } conversation
            ? JsonSerializer.Deserialize(conversation.Reference, BotJson.Default.ConversationReference)?.User?.Id
            : null;
}
