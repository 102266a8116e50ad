using System.Text.Json.Nodes;
using EmployerCrm.Bot.Turns;

namespace EmployerCrm.Bot.Cards;

/// <summary>What is left of a card after a day: one line that names no client and no employer, and how to see it as it is now.</summary>
internal static class OldCards
{
    public static JsonObject Receipt(string kind, DateOnly sentOn, DateOnly today)
    {
        var text = Texts.Get(Key(kind), DayText.Short(sentOn, today));
        return TalkCards.Receipt(text, text);
    }

    private static string Key(string kind) => kind switch
    {
        CardKinds.Visit => "OldCardVisit",
        CardKinds.Week => "OldCardWeek",
        CardKinds.Due or CardKinds.Reminder => "OldCardDue",
        CardKinds.Employer or CardKinds.Contact or CardKinds.Opening => "OldCardEmployer",
        CardKinds.Client or CardKinds.Clients or CardKinds.ClientContact or CardKinds.JobStart or CardKinds.JobEnd or CardKinds.Permission or CardKinds.CareTeam or CardKinds.Adjustments => "OldCardClient",
        CardKinds.Question or CardKinds.Guard => "OldCardQuestion",
        _ => "OldCard",
    };
}
