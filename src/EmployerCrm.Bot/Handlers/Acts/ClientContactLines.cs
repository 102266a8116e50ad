using EmployerCrm.Bot.Cards;
using EmployerCrm.Bot.Questions;
using EmployerCrm.Bot.Reading.Acts;
using EmployerCrm.Bot.Turns;
using EmployerCrm.Core;
using EmployerCrm.Core.Clients;
using EmployerCrm.Core.Visits;

namespace EmployerCrm.Bot.Handlers.Acts;

/// <summary>"saw JS12 at work, all fine": shown with its day and way, and recorded by one tap. What was said is not kept, not even while it waits.</summary>
internal sealed class ClientContactLines(TurnDesk desk, ChoiceQuestions choices, ClientContacts contacts) : IButtonGroup
{
    public Task<TurnAnswer> TypedAsync(Turn turn, ClientContacted contacted, CancellationToken cancellationToken) =>
        choices.AskAsync(turn, contacted.IsMissed ? Missed(contacted, turn.Today) : contacted.IsPlanned ? Planned(contacted, turn.Today) : Question(contacted, turn.Today), cancellationToken);

    public static ChoiceQuestion Question(ClientContacted contacted, DateOnly today)
    {
        var clients = string.Join(", ", contacted.Clients);
        Choice By(string title, Channel way, DateOnly? on) => ChoiceData.To(title, Verbs.RecordClientContact, ("clients", clients), ("way", way), ("on", on));
        if (contacted.On is not { } day)
        {
            return new ChoiceQuestion(
                Texts.Get("ClientContactTitle"),
                Texts.Get("ClientContactWhen", clients, Texts.Of(contacted.Way).ToLower(Texts.Culture)),
                [.. new[] { today, today.AddDays(-1) }.Select(likely => By(DayText.WithDistance(likely, today), contacted.Way, likely) with { Day = likely })])
            {
                OtherDay = By(Texts.Get("UseDate"), contacted.Way, null),
            };
        }

        return new ChoiceQuestion(
            Texts.Get("ClientContactTitle"),
            Texts.Get("ClientContactAsk", clients, Texts.Of(contacted.Way).ToLower(Texts.Culture), DayText.WithDistance(day, today)),
            [
                By(Texts.Get("RecordIt"), contacted.Way, day) with { Says = true },
                .. Enum.GetValues<Channel>().Where(way => way != contacted.Way).Select(way => By(Texts.Of(way), way, day)),
            ])
        {
            Lines = [Texts.Get("ClientContactNoNote")],
        };
    }

    /// <summary>Whom nobody reached was not contacted: nothing is recorded, and trying again is offered.</summary>
    private static ChoiceQuestion Missed(ClientContacted contacted, DateOnly today) => new(
        Texts.Get("ClientContactTitle"),
        Texts.Get("ClientContactMissed", string.Join(", ", contacted.Clients)),
        [
            .. contacted.Clients.Take(1).Select(client => ChoiceData.To(
                Texts.Get("RemindMeOn", DayText.Short(today.AddDays(1), today)), Verbs.AddReminder, ("title", Texts.Get("TitleSeeClient", client)), ("client", client), ("due", today.AddDays(1)))),
        ]);

    /// <summary>A contact is recorded once it has happened; what is to come is owed.</summary>
    private static ChoiceQuestion Planned(ClientContacted contacted, DateOnly today) => new(
        Texts.Get("ClientContactTitle"),
        Texts.Get("ClientContactPlanned", string.Join(", ", contacted.Clients)),
        [
            .. contacted.Clients.Select(client => ChoiceData.To(
                contacted.On is { } day ? Texts.Get("RemindMeOn", DayText.Short(day, today)) : Texts.Get("RemindMe"), Verbs.AddReminder,
                ("title", Texts.Get("TitleSeeClient", client)), ("client", client), ("due", contacted.On))).Take(1),
        ]);

    public async Task<TurnAnswer?> HandleAsync(Turn turn, string? verb, ButtonData data, CancellationToken cancellationToken)
    {
        if (verb != Verbs.RecordClientContact || data.Text("clients") is not { } clients || data.Name<Channel>("way") is not { } way || data.Date("on") is not { } on)
            return null;
        var record = new RecordClientContacts { References = clients.Split(", ", StringSplitOptions.RemoveEmptyEntries), On = on, Way = way };
        return await desk.AnswerAsync<Outcome<ClientContactsRecorded>>(
            turn,
            also => contacts.RecordAsync(turn.Actor, record, also, cancellationToken),
            outcome => outcome.Value is { } recorded
                ? TurnAnswer.Put(ClientContactCard.Build(recorded), CardKinds.ClientContact, recorded.Contacts[0].Contact.Id)
                : TurnAnswer.PutText(Texts.Of(outcome.Refusal!)));
    }
}
