using EmployerCrm.Bot.Cards;
using EmployerCrm.Bot.Reading.Orders;
using EmployerCrm.Bot.Turns;
using EmployerCrm.Core;
using EmployerCrm.Core.Calendar;
using EmployerCrm.Core.People;

namespace EmployerCrm.Bot.Handlers;

/// <summary>What a person chooses for themselves: "settings", "digest at 8", "quiet after 6", "Cymraeg"; leave is handed on.</summary>
internal sealed class SettingsLines(TurnDesk desk, OwnSettings settings, LeaveLines leave, ReaderLanguages languages) : IButtonGroup
{
    /// <summary>The answer to a line that asks for one of these and for nothing else; null when it asks for none.</summary>
    public async Task<TurnAnswer?> FollowAsync(Turn turn, string text, CancellationToken cancellationToken) =>
        SettingsOrder.Of(text, DateOnly.FromDateTime(LondonClock.ToLocal(turn.TypedAt))) switch
        {
            null => null,
            ShowSettingsOrder => await ShowAsync(turn, cancellationToken),
            NoDigestOrder => await desk.AnswerAsync(turn, TurnAnswer.Say(Texts.Get("SettingsNoDigest")), cancellationToken),
            DigestAtOrder digest => await ChangeAsync(turn, new ChangeSettings { DigestAt = digest.At }, cancellationToken),
            QuietOrder quiet => await ChangeAsync(turn, new ChangeSettings { QuietFrom = quiet.From, QuietUntil = quiet.Until }, cancellationToken),
            DaysOrder days => await ChangeAsync(turn, new ChangeSettings { WorkingDays = days.Days }, cancellationToken),
            LanguageOrder language => await ChangeAsync(turn, new ChangeSettings { Language = language.Language }, cancellationToken),
            SwitchOrder choice => await ChangeAsync(
                turn, new ChangeSettings { CountOnCards = choice.CountOnCards, WrapUp = choice.WrapUp, AllClear = choice.AllClear, LeadSummary = choice.LeadSummary }, cancellationToken),
            var away => await leave.FollowAsync(turn, away, cancellationToken),
        };

    public async Task<TurnAnswer?> HandleAsync(Turn turn, string? verb, ButtonData data, CancellationToken cancellationToken) => verb switch
    {
        Verbs.OpenSettings => await ShowAsync(turn, cancellationToken),
        Verbs.SaveSettings => await SaveAsync(turn, data, cancellationToken),
        Verbs.SetDigestAt when data.Time(SettingsCards.DigestAt) is { } at => await ChangeAsync(turn, new ChangeSettings { DigestAt = at }, cancellationToken),
        _ => await leave.HandleAsync(turn, verb, data, cancellationToken),
    };

    private Task<TurnAnswer> ShowAsync(Turn turn, CancellationToken cancellationToken) => desk.AnswerAsync<Outcome<SettingsShown>>(
        turn,
        also => settings.ShowAsync(turn.Actor, also, cancellationToken),
        outcome => outcome.Value is { } shown
            ? TurnAnswer.Put(SettingsCards.Form(shown, shown.Settings, null), CardKinds.Settings, shown.Person.Id)
            : TurnAnswer.PutText(Texts.Of(outcome.Refusal!)));

    private Task<TurnAnswer> ChangeAsync(Turn turn, ChangeSettings change, CancellationToken cancellationToken) => desk.AnswerAsync<Outcome<SettingsChanged>>(
        turn,
        also => settings.ChangeAsync(turn.Actor, change, also, cancellationToken),
        outcome => Changed(outcome, () => TurnAnswer.PutText(Texts.Of(outcome.Refusal!))));

    /// <summary>Nothing that was filled in is lost when it is refused.</summary>
    private async Task<TurnAnswer> SaveAsync(Turn turn, ButtonData data, CancellationToken cancellationToken)
    {
        var shown = (await settings.ShowAsync(turn.Actor, null, cancellationToken)).Value;
        var change = Filled(data, shown?.Person);
        return await desk.AnswerAsync<Outcome<SettingsChanged>>(
            turn,
            also => settings.ChangeAsync(turn.Actor, change, also, cancellationToken),
            outcome => Changed(outcome, () => shown is null
                ? TurnAnswer.PutText(Texts.Of(outcome.Refusal!))
                : TurnAnswer.Put(SettingsCards.Form(shown, Typed(shown.Settings, change), Texts.Of(outcome.Refusal!)), CardKinds.Settings, shown.Person.Id)));
    }

    /// <summary>The receipt is in the language that was chosen with it.</summary>
    private TurnAnswer Changed(Outcome<SettingsChanged> outcome, Func<TurnAnswer> refused)
    {
        if (outcome.Value is not { } changed)
            return refused();
        languages.Change(changed.After);
        return TurnAnswer.Put(SettingsCards.Changed(changed), CardKinds.Settings, changed.UndoId);
    }

    private static ChangeSettings Filled(ButtonData data, Specialist? person)
    {
        var shown = data.Text(SettingsCards.Shown) is { } ticks ? ticks.Split(',', StringSplitOptions.TrimEntries) : null;
        return new ChangeSettings
        {
            ExpectedVersion = data.Number(SettingsCards.Version),
            DigestAt = data.Time(SettingsCards.DigestAt),
            QuietFrom = data.Time(SettingsCards.QuietFrom),
            QuietUntil = data.Time(SettingsCards.QuietUntil),
            WorkingDays = data.Text(SettingsCards.Days) is { } days ? DaysOf(days) : null,
            Language = data.Text(SettingsCards.Language) is { } language ? language.Trim('-') : null,
            CountOnCards = shown?.Contains(nameof(PersonSettings.CountOnCards), StringComparer.Ordinal),
            WrapUp = shown?.Contains(nameof(PersonSettings.WrapUp), StringComparer.Ordinal),
            AllClear = shown?.Contains(nameof(PersonSettings.AllClear), StringComparer.Ordinal),
            LeadSummary = person?.Role is Role.TeamLead ? shown?.Contains(nameof(PersonSettings.LeadSummary), StringComparer.Ordinal) : null,
        };
    }

    private static WorkingDays DaysOf(string names) =>
        WorkingDaysExtensions.Of(names.Split(',', StringSplitOptions.TrimEntries).Select(name => Enum.TryParse<DayOfWeek>(name, out var day) ? day : DayOfWeek.Sunday));

    private static PersonSettings Typed(PersonSettings stored, ChangeSettings change) => stored with
    {
        DigestAt = change.DigestAt ?? stored.DigestAt, QuietFrom = change.QuietFrom ?? stored.QuietFrom, QuietUntil = change.QuietUntil ?? stored.QuietUntil,
        WorkingDays = change.WorkingDays ?? stored.WorkingDays, Language = change.Language is null ? stored.Language : change.Language.Length == 0 ? null : change.Language,
        CountOnCards = change.CountOnCards ?? stored.CountOnCards, WrapUp = change.WrapUp ?? stored.WrapUp, AllClear = change.AllClear ?? stored.AllClear,
        LeadSummary = change.LeadSummary ?? stored.LeadSummary,
    };
}
