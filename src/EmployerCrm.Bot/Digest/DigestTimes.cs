using System.Text.Json.Nodes;
using EmployerCrm.Bot.Cards;

namespace EmployerCrm.Bot.Digest;

/// <summary>The hours that the welcome offers for the digest; any other can be typed.</summary>
internal static class DigestTimes
{
    /// <summary>What the person's own settings understand.</summary>
    private const string Verb = "set-digest-at";
    private const string Field = "settings.digestAt";

    private static readonly TimeOnly[] Offers = [new(8, 0), new(8, 30), new(9, 0)];

    public static JsonObject Offered() =>
        CardParts.Actions(Offers.Select(at => CardParts.Button(DayText.Time(at), Verb, new JsonObject { [Field] = DayText.Time(at) })));
}
