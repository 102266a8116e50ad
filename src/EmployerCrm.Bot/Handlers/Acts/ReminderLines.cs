using EmployerCrm.Bot.Cards;
using EmployerCrm.Bot.Questions;
using EmployerCrm.Bot.Reading.Acts;
using EmployerCrm.Bot.Turns;
using EmployerCrm.Core;
using EmployerCrm.Core.FollowUps;

namespace EmployerCrm.Bot.Handlers.Acts;

/// <summary>"remind me to ring Two Rivers Mon": owed from then on, without a visit.</summary>
internal sealed class ReminderLines(TurnDesk desk, ChoiceQuestions choices, Reminders reminders) : IButtonGroup
{
    public async Task<TurnAnswer> TypedAsync(Turn turn, Reminder reminder, CancellationToken cancellationToken)
    {
        if (reminder.Employers.Count < 2)
            return await AddAsync(turn, Command(reminder), reminder.OtherDue, cancellationToken);
        return await choices.AskAsync(turn, WhichEmployer(reminder), cancellationToken);
    }

    public static AddReminder Command(Reminder reminder) => new()
    {
        Title = reminder.Title, EmployerId = reminder.Employers is [var only] ? only.Id : null, ClientReference = Client(reminder), DueOn = reminder.Due, DueAt = reminder.At,
    };

    public static ChoiceQuestion WhichEmployer(Reminder reminder) => new(
        Texts.Get("WhichEmployer"), Texts.Get("WhichEmployerReminder", reminder.Title), [.. reminder.Employers.Select(employer => ChoiceData.To(
            EmployerChoiceCard.Label(employer.Name, employer.Town), Verbs.AddReminder,
            ("employer", employer.Id), ("title", reminder.Title), ("client", Client(reminder)), ("due", reminder.Due), ("at", reminder.At), ("other", reminder.OtherDue)))]);

    private static string? Client(Reminder reminder) => reminder.Clients is [var first, ..] ? first : null;

    public async Task<TurnAnswer?> HandleAsync(Turn turn, string? verb, ButtonData data, CancellationToken cancellationToken) => verb == Verbs.AddReminder && data.Text("title") is { } title
        ? await AddAsync(
            turn,
            new AddReminder { Title = title, EmployerId = data.Id("employer"), ClientReference = data.Text("client"), DueOn = data.Date("due"), DueAt = data.Time("at") },
            data.Date("other"),
            cancellationToken)
        : null;

    private Task<TurnAnswer> AddAsync(Turn turn, AddReminder reminder, DateOnly? other, CancellationToken cancellationToken) => desk.AnswerAsync<Outcome<ReminderAdded>>(
        turn,
        also => reminders.AddAsync(turn.Actor, reminder with { Guard = turn.Guard }, also, cancellationToken),
        outcome => outcome.Value is { } added
            ? TurnAnswer.Put(ReminderCard.Build(added, other), CardKinds.Reminder, added.Item.Id)
            : TurnAnswer.PutText(Texts.OfPlan(outcome.Refusal!)));
}
