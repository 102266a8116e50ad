using System.Globalization;
using System.Text.Json.Nodes;
using EmployerCrm.Core.People;

namespace EmployerCrm.Bot.Cards;

/// <summary>What a person chooses for themselves: the form with all of it, and the receipt of a change.</summary>
internal static class SettingsCards
{
    /// <summary>The field with the hour of the digest, here and on the welcome.</summary>
    public const string DigestAt = "settings.digestAt";
    public const string Days = "settings.days";
    public const string QuietFrom = "settings.quietFrom";
    public const string QuietUntil = "settings.quietUntil";
    public const string Language = "settings.language";
    public const string Shown = "settings.shown";
    public const string Version = "version";

    private static readonly string[] Languages = ["en", "cy"];

    /// <summary>All of it, with leave below.</summary>
    /// <param name="values">What stands in the fields: what is stored, or what was typed and refused.</param>
    public static JsonObject Form(SettingsShown shown, PersonSettings values, string? problem)
    {
        var days = Fields.Choice(
            Days, Texts.Get("SettingsWorkingDays"), WorkingDaysExtensions.WholeWeek.Days().Select(day => (DayName(day), day.ToString())),
            string.Join(',', values.WorkingDays.Days()), Texts.Get("RefusalNoWorkingDay"));
        var ticks = Fields.Choice(Shown, Texts.Get("SettingsShown"), Switches(shown.Person).Select(name => (Texts.Get("Settings" + name), name)), string.Join(',', Ticked(values).Intersect(Switches(shown.Person))));
        foreach (var several in new[] { days, ticks })
            (several["isMultiSelect"], several["style"]) = (true, "expanded");
        return CardParts.Card(
            Texts.Get("SettingsTitle"),
            [
                CardParts.Title(Texts.Get("SettingsTitle")),
                problem is null ? null : CardParts.Problem(problem),
                Fields.Time(DigestAt, Texts.Get("SettingsDigestAt"), values.DigestAt),
                CardParts.Sentence(Texts.Get("SettingsDigestText"), subtle: true),
                days,
                Fields.Time(QuietFrom, Texts.Get("SettingsQuietFrom"), values.QuietFrom),
                Fields.Time(QuietUntil, Texts.Get("SettingsQuietUntil"), values.QuietUntil),
                Fields.Choice(
                    Language, Texts.Get("SettingsLanguage"), [(Texts.Get("SettingsLanguageService"), "-"), .. Languages.Select(language => (LanguageName(language), language))], values.Language ?? "-"),
                CardParts.Sentence(Texts.Get("SettingsLanguageText"), subtle: true),
                ticks,
                CardParts.Actions(CardParts.Button(Texts.Get("Save"), Verbs.SaveSettings, new JsonObject { [Version] = shown.Settings.Version }, withInputs: true, style: "positive")),
                .. LeaveCards.Listed(shown),
            ]);
    }

    /// <summary>What was changed, or that nothing was.</summary>
    public static JsonObject Changed(SettingsChanged changed) => CardParts.Card(
        Texts.Get("SettingsSaved"),
        [
            CardParts.Title(Texts.Get("SettingsSaved")),
            .. changed.UndoId is null ? [CardParts.Sentence(Texts.Get("SettingsSame"))] : Facts(changed.Before, changed.After),
            CardParts.Actions(
            [
                .. changed.UndoId is { } step ? new JsonNode[] { CardParts.Button(Texts.Get("Undo"), Verbs.Undo, new JsonObject { ["step"] = step.ToString() }) } : [],
                CardParts.Button(Texts.Get("SettingsOpen"), Verbs.OpenSettings),
            ]),
        ]);

    /// <summary>The question when the digest should come, for a card that asks nothing else; its button is <see cref="Verbs.SetDigestAt"/>.</summary>
    public static IEnumerable<JsonObject> AskDigest(PersonSettings settings) =>
    [
        Fields.Time(DigestAt, Texts.Get("SettingsDigestAsk"), settings.DigestAt),
        CardParts.Actions(CardParts.Button(Texts.Get("SettingsDigestSet"), Verbs.SetDigestAt, withInputs: true)),
    ];

    /// <summary>"Monday", in the reader's language.</summary>
    public static string DayName(DayOfWeek day) => CardParts.Capitalised(Texts.Culture.DateTimeFormat.GetDayName(day));

    /// <summary>What can be on or off.</summary>
    private static IEnumerable<string> Switches(Specialist person) =>
    [
        nameof(PersonSettings.CountOnCards), nameof(PersonSettings.WrapUp), nameof(PersonSettings.AllClear),
        .. person.Role is Role.TeamLead ? [nameof(PersonSettings.LeadSummary)] : Array.Empty<string>(),
    ];

    private static IEnumerable<string> Ticked(PersonSettings settings) => Marks(settings).Where(mark => mark.On).Select(mark => mark.Name);

    private static IEnumerable<(string Name, bool On)> Marks(PersonSettings settings) =>
    [
        (nameof(PersonSettings.CountOnCards), settings.CountOnCards), (nameof(PersonSettings.WrapUp), settings.WrapUp),
        (nameof(PersonSettings.AllClear), settings.AllClear), (nameof(PersonSettings.LeadSummary), settings.LeadSummary),
    ];

    private static IEnumerable<JsonObject> Facts(PersonSettings before, PersonSettings after)
    {
        if (before.DigestAt != after.DigestAt)
            yield return CardParts.Fact(Texts.Get("FieldName-digest-at"), DayText.Time(after.DigestAt));
        if (before.TimeZone != after.TimeZone)
            yield return CardParts.Fact(Texts.Get("SettingsTimeZone"), after.TimeZone);
        if (before.WorkingDays != after.WorkingDays)
            yield return CardParts.Fact(Texts.Get("SettingsWorkingDays"), string.Join(", ", after.WorkingDays.Days().Select(DayName)));
        if ((before.QuietFrom, before.QuietUntil) != (after.QuietFrom, after.QuietUntil))
            yield return CardParts.Fact(Texts.Get("SettingsQuiet"), Quiet(after));
        if (before.Language != after.Language)
            yield return CardParts.Fact(Texts.Get("FieldName-language"), after.Language is { } language ? LanguageName(language) : Texts.Get("SettingsLanguageService"));
        foreach (var (was, now) in Marks(before).Zip(Marks(after)).Where(pair => pair.First.On != pair.Second.On))
            yield return CardParts.Fact(Texts.Get("Settings" + now.Name), Texts.Get(now.On ? "SettingsOn" : "SettingsOff"));
    }

    private static string Quiet(PersonSettings settings) => settings.QuietFrom == settings.QuietUntil
        ? Texts.Get("SettingsQuietNone")
        : Texts.Get("SettingsQuietBetween", DayText.Time(settings.QuietFrom), DayText.Time(settings.QuietUntil));

    /// <summary>In itself: "English", "Cymraeg".</summary>
    private static string LanguageName(string language) => CultureInfo.GetCultureInfo(language).NativeName;
}
