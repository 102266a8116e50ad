using System.Text.Json.Nodes;
using EmployerCrm.Bot.Cards;

namespace EmployerCrm.Bot.Digest;

/// <summary>The hours that the welcome offers for the digest; any other can be typed.</summary>
internal static class DigestTimes
{
    private static readonly TimeOnly[] Offers = [new(8, 0), new(8, 30), new(9, 0)];

    public static JsonObject Offered() =>
        CardParts.Actions(Offers.Select(at => CardParts.Button(DayText.Time(at), Verbs.SetDigestAt, new JsonObject { [SettingsCards.DigestAt] = DayText.Time(at) })));
}
