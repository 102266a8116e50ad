using EmployerCrm.Bot.Cards;
using EmployerCrm.Bot.Reading.Orders;
using EmployerCrm.Bot.Turns;
using EmployerCrm.Core;
using EmployerCrm.Core.Employers;
using EmployerCrm.Core.People;

namespace EmployerCrm.Bot.Handlers;

/// <summary>Leave in chat: "off 24 Nov - 5 Dec, Megan covers", "back today". What is refused stands in a form, with all that was said.</summary>
internal sealed class LeaveLines(TurnDesk desk, OwnSettings settings, LeaveBook book)
{
    public async Task<TurnAnswer> FollowAsync(Turn turn, SettingsOrder order, CancellationToken cancellationToken)
    {
        var outcome = await settings.ShowAsync(turn.Actor, null, cancellationToken);
        if (outcome.Value is not { } shown)
            return await desk.AnswerAsync(turn, TurnAnswer.Say(Texts.Of(outcome.Refusal!)), cancellationToken);
        return order switch
        {
            // Who typed it long ago did not mean the days of now.
            BackOrder or LeaveOrder when turn.DatesUncertain => await FormAsync(turn, new LeaveFormValues(null, null, null, null, null), shown, Texts.Get("LeaveDaysNeeded"), cancellationToken),
            BackOrder back => await BackAsync(turn, back.On, cancellationToken),
            CancelLeaveOrder when shown.Leave is [var only] => await RemoveAsync(turn, only.Leave.Id, only.Leave.Version, cancellationToken),
            CancelLeaveOrder when shown.Leave.Count > 1 => await desk.AnswerAsync(
                turn, TurnAnswer.Show(SettingsCards.Form(shown, shown.Settings, null), CardKinds.Settings, shown.Person.Id), cancellationToken),
            CancelLeaveOrder => await desk.AnswerAsync(turn, TurnAnswer.Say(Texts.Get("LeaveNone")), cancellationToken),
            CoverOrder cover => await CoverAsync(turn, cover.Cover, shown, cancellationToken),
            LeaveOrder away => await AwayAsync(turn, away, shown, cancellationToken),
            _ => throw new ArgumentOutOfRangeException(nameof(order), order, "This is no order about leave."),
        };
    }

    public async Task<TurnAnswer?> HandleAsync(Turn turn, string? verb, ButtonData data, CancellationToken cancellationToken)
    {
        var id = data.Id(LeaveCards.Id);
        if (verb is not (Verbs.OpenLeave or Verbs.SaveLeave or Verbs.CancelLeave or Verbs.CoverLeave) || (verb is Verbs.CancelLeave or Verbs.CoverLeave && id is null))
            return null;
        if (verb == Verbs.CancelLeave)
            return await RemoveAsync(turn, id!.Value, data.Number(LeaveCards.Version), cancellationToken);
        var outcome = await settings.ShowAsync(turn.Actor, null, cancellationToken);
        if (outcome.Value is not { } shown)
            return await desk.AnswerAsync(turn, TurnAnswer.PutText(Texts.Of(outcome.Refusal!)), cancellationToken);
        var stored = shown.Leave.FirstOrDefault(row => row.Leave.Id == id)?.Leave;
        if (id is not null && stored is null)
            return await desk.AnswerAsync(turn, TurnAnswer.PutText(Texts.Get("RefusalNotFound")), cancellationToken);
        return verb switch
        {
            Verbs.OpenLeave => await FormAsync(turn, new LeaveFormValues(id, stored?.Version, stored?.From, stored?.To, stored?.CoverId), shown, null, cancellationToken),
            Verbs.CoverLeave => await SaveAsync(turn, Of(stored!) with { Version = data.Number(LeaveCards.Version), CoverId = data.Id(LeaveCards.Cover) }, shown, cancellationToken),
            _ => await SaveAsync(
                turn, new LeaveFormValues(id, data.Number(LeaveCards.Version), data.Date(LeaveCards.From), data.Date(LeaveCards.To), data.Id(LeaveCards.Cover)), shown, cancellationToken),
        };
    }

    private Task<TurnAnswer> AwayAsync(Turn turn, LeaveOrder away, SettingsShown shown, CancellationToken cancellationToken)
    {
        var fits = away.Cover is { } name ? Fitting(name, shown.Colleagues) : [];
        var values = new LeaveFormValues(null, null, away.From, away.To, fits is [var only] ? only.Id : null);
        var problem = away.From is null ? Texts.Get("LeaveDaysNeeded") : away.Cover is { } typed ? CoverProblem(typed, fits) : null;
        return problem is null ? SaveAsync(turn, values, shown, cancellationToken) : FormAsync(turn, values, shown, problem, cancellationToken);
    }

    /// <summary>"Megan covers": the next leave that nobody covers, else the next.</summary>
    private Task<TurnAnswer> CoverAsync(Turn turn, string name, SettingsShown shown, CancellationToken cancellationToken)
    {
        if ((shown.Leave.FirstOrDefault(row => row.Leave.CoverId is null) ?? (shown.Leave.Count > 0 ? shown.Leave[0] : null)) is not { Leave: var leave })
            return desk.AnswerAsync(turn, TurnAnswer.Say(Texts.Get("LeaveNoneToCover", name)), cancellationToken);
        var fits = Fitting(name, shown.Colleagues);
        return fits is [var only]
            ? SaveAsync(turn, Of(leave) with { CoverId = only.Id }, shown, cancellationToken)
            : FormAsync(turn, Of(leave), shown, CoverProblem(name, fits), cancellationToken);
    }

    private Task<TurnAnswer> BackAsync(Turn turn, DateOnly on, CancellationToken cancellationToken) => desk.AnswerAsync<Outcome<LeaveChanged>>(
        turn,
        also => book.BackAsync(turn.Actor, on, also, cancellationToken),
        outcome => outcome.Value is { } changed
            ? TurnAnswer.Put(LeaveCards.Changed(changed, isBack: true), CardKinds.Leave, changed.Leave.Leave.Id)
            : TurnAnswer.PutText(Texts.Of(outcome.Refusal!)));

    private Task<TurnAnswer> RemoveAsync(Turn turn, Guid id, int? version, CancellationToken cancellationToken) => desk.AnswerAsync<Outcome<LeaveChanged>>(
        turn,
        also => book.RemoveAsync(turn.Actor, id, version, also, cancellationToken),
        outcome => outcome.Value is { } changed
            ? TurnAnswer.Put(LeaveCards.Changed(changed), CardKinds.Leave, changed.Leave.Leave.Id)
            : TurnAnswer.PutText(Texts.Of(outcome.Refusal!)));

    private Task<TurnAnswer> SaveAsync(Turn turn, LeaveFormValues values, SettingsShown shown, CancellationToken cancellationToken)
    {
        if (values is not { From: { } from, To: { } to })
            return FormAsync(turn, values, shown, Texts.Get(values.From is null ? "LeaveFirstNeeded" : "LeaveLastNeeded"), cancellationToken);
        return desk.AnswerAsync<Outcome<LeaveChanged>>(
            turn,
            also => values.LeaveId is { } id
                ? book.ChangeAsync(turn.Actor, new ChangeLeave { LeaveId = id, ExpectedVersion = values.Version, From = from, To = to, CoverId = values.CoverId }, also, cancellationToken)
                : book.AddAsync(turn.Actor, new AddLeave { SpecialistId = turn.Person.Id, From = from, To = to, CoverId = values.CoverId }, also, cancellationToken),
            outcome => outcome.Value is { } changed
                ? TurnAnswer.Put(LeaveCards.Changed(changed), CardKinds.Leave, changed.Leave.Leave.Id)
                : TurnAnswer.Put(LeaveCards.Form(values with { Version = VersionNow(values, shown) }, shown.Colleagues, Texts.Of(outcome.Refusal!)), CardKinds.Question));
    }

    private Task<TurnAnswer> FormAsync(Turn turn, LeaveFormValues values, SettingsShown shown, string? problem, CancellationToken cancellationToken) =>
        desk.AnswerAsync(turn, TurnAnswer.Put(LeaveCards.Form(values, shown.Colleagues, problem), CardKinds.Question), cancellationToken);

    private static LeaveFormValues Of(Leave leave) => new(leave.Id, leave.Version, leave.From, leave.To, leave.CoverId);

    /// <summary>Who has read that it changed meanwhile, and saves again, means it.</summary>
    private static int? VersionNow(LeaveFormValues values, SettingsShown shown) => shown.Leave.FirstOrDefault(row => row.Leave.Id == values.LeaveId)?.Leave.Version ?? values.Version;

    private static string? CoverProblem(string name, List<Specialist> fits) => fits.Count switch
    {
        0 => Texts.Get("LeaveCoverNotFound", name),
        1 => null,
        _ => Texts.Get("LeaveCoverSeveral", name),
    };

    /// <summary>Colleagues whose name begins with these words, or has all of them; with one slip where none has.</summary>
    private static List<Specialist> Fitting(string typed, IReadOnlyList<Specialist> colleagues)
    {
        var words = FoldedText.Words(typed);
        var exact = colleagues.Where(person => words.All(word => FoldedText.Words(person.Name).Contains(word, StringComparer.Ordinal))).ToList();
        return exact.Count > 0 ? exact
            : [.. colleagues.Where(person => words.All(word => FoldedText.Words(person.Name).Any(known => Reading.Slips.One(word, known) || (word.Length > 2 && known.StartsWith(word, StringComparison.Ordinal)))))];
    }
}
