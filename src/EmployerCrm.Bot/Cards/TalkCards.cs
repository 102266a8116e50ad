using System.Text.Json.Nodes;
using EmployerCrm.Bot.Digest;
using EmployerCrm.Bot.Handlers;
using EmployerCrm.Core.Employers;

namespace EmployerCrm.Bot.Cards;

/// <summary>The cards without a record: welcome, help, and one-sentence receipts.</summary>
internal static class TalkCards
{
    public static JsonObject Welcome(string name) => CardParts.Card(
        Texts.Get("WelcomeText"),
        CardParts.Plain(Texts.Get("WelcomeTitle", name), bold: true, size: "large"),
        CardParts.Sentence(Texts.Get("WelcomeText")),
        CardParts.Plain(Texts.Get("WelcomeExample"), bold: true),
        CardParts.Sentence(Texts.Get("WelcomeMore")),
        CardParts.Sentence(Texts.Get("WelcomeDigest")),
        DigestTimes.Offered());

    public static JsonObject Help() => CardParts.Card(
        Texts.Get("HelpTitle"),
        CardParts.Title(Texts.Get("HelpTitle")),
        CardParts.Fact(Texts.Get("HelpLog"), Texts.Get("HelpLogExample")),
        CardParts.Plain(Texts.Get("HelpLogPhone")),
        CardParts.Fact(Texts.Get("HelpPlan"), Texts.Get("HelpPlanExample")),
        CardParts.Fact(Texts.Get("HelpPlanned"), Texts.Get("HelpPlannedExample")),
        CardParts.Fact(Texts.Get("HelpSeveral"), Texts.Get("HelpSeveralExample")),
        CardParts.Fact(Texts.Get("HelpReminder"), Texts.Get("HelpReminderExample")),
        CardParts.Fact(Texts.Get("HelpClient"), Texts.Get("HelpClientExample")),
        CardParts.Fact(Texts.Get("HelpDue"), Texts.Get("HelpDueExample")),
        CardParts.Fact(Texts.Get("HelpDone"), Texts.Get("HelpDoneExample")),
        CardParts.Fact(Texts.Get("HelpWeek"), Texts.Get("HelpWeekExample")),
        CardParts.Fact(Texts.Get("HelpAsk"), Texts.Get("HelpAskExample")),
        CardParts.Fact(Texts.Get("HelpEmployer"), Texts.Get("HelpEmployerExample")),
        CardParts.Fact(Texts.Get("HelpNear"), Texts.Get("HelpNearExample")),
        CardParts.Fact(Texts.Get("HelpNewEmployer"), Texts.Get("HelpNewEmployerExample")),
        CardParts.Fact(Texts.Get("HelpOpenings"), Texts.Get("HelpOpeningsExample")),
        CardParts.Fact(Texts.Get("HelpJobStart"), Texts.Get("HelpJobStartExample")),
        CardParts.Fact(Texts.Get("HelpAdjustments"), Texts.Get("HelpAdjustmentsExample")),
        CardParts.Fact(Texts.Get("HelpForm"), Texts.Get("HelpFormExample")),
        CardParts.Fact(Texts.Get("HelpDrafts"), Texts.Get("HelpDraftsExample")),
        CardParts.Fact(Texts.Get("HelpReach"), Texts.Get("HelpReachExample")),
        CardParts.Fact(Texts.Get("HelpSettings"), Texts.Get("HelpSettingsExample")),
        CardParts.Fact(Texts.Get("HelpUndo"), Texts.Get("HelpUndoExample")),
        CardParts.Sentence(Texts.Get("HelpTypeEnglish"), subtle: true),
        CardParts.Sentence(Texts.Get("HelpPrivacy"), subtle: true));

    /// <summary>A line that was not understood: what comes closest to it, and employers whose names are like words in it.</summary>
    public static JsonObject Unknown(IReadOnlyList<Ability> closest, IReadOnlyList<DirectoryEmployer> employers) => CardParts.Card(
        Texts.Get("UnknownTitle"),
        [
            CardParts.Title(Texts.Get("UnknownTitle")),
            CardParts.Sentence(Texts.Get("UnknownText")),
            .. closest.Select(ability => CardParts.Fact(ability.Title, ability.Example)),
            employers.Count == 0 ? null : CardParts.Sentence(Texts.Get("UnknownEmployers")),
            .. employers.Select(employer => CardParts.Actions(EmployerChoiceCard.ShowButton(employer))),
            CardParts.Sentence(Texts.Get("UnknownMore"), subtle: true),
        ]);

    /// <summary>One sentence in place of a card.</summary>
    public static JsonObject Receipt(string title, string text) => CardParts.Card(title, CardParts.Plain(text));
}
