using EmployerCrm.Bot.Cards;
using EmployerCrm.Bot.Questions;
using EmployerCrm.Bot.Reading.Acts;
using EmployerCrm.Bot.Turns;
using EmployerCrm.Core;
using EmployerCrm.Core.Clients;
using EmployerCrm.Core.Visits;

namespace EmployerCrm.Bot.Handlers.Acts;

/// <summary>"saw JS12 at work, all fine": shown with its day and way, and recorded by one tap. What was said is not kept, not even while it waits.</summary>
internal sealed class ClientContactLines(TurnDesk desk, ChoiceQuestions choices, ClientContacts contacts, ICrmStore store) : IButtonGroup
{
    public async Task<TurnAnswer> TypedAsync(Turn turn, string text, ClientContacted contacted, CancellationToken cancellationToken) =>
        await QuestionAsync(turn, text, contacted, cancellationToken) is { Choices.Count: > 0 } question
            ? await choices.AskAsync(turn, question, cancellationToken)
            : await desk.AnswerAsync(turn, TurnAnswer.Say(Texts.Get("ClientStillUnknown")), cancellationToken);

    /// <summary>What is asked before anything is recorded; without choices where a reference is like none of the team's.</summary>
    public async Task<ChoiceQuestion> QuestionAsync(Turn turn, string text, ClientContacted contacted, CancellationToken cancellationToken)
    {
        if (contacted.IsClientDoubtful)
            return Doubtful(contacted, Questions.ClientReferences.Nearest(text, await store.ReadAsync(session => session.Clients.ReferencesOfTeamAsync(turn.Person.TeamId), cancellationToken)), turn.Today);
        return contacted.IsMissed ? Missed(contacted, turn.Today) : contacted.IsPlanned ? Planned(contacted, turn.Today) : Question(contacted, turn.Today);
    }

    /// <summary>Nobody is taken for somebody else: the references that are like the one typed are offered, beside those that are certain.</summary>
    private static ChoiceQuestion Doubtful(ClientContacted contacted, IReadOnlyList<string> nearest, DateOnly today)
    {
        var verb = contacted is { IsMissed: false, IsPlanned: false, On: not null } ? Verbs.RecordClientContact : Verbs.AskClientContact;
        Choice For(IEnumerable<string> clients) => ChoiceData.To(
            string.Join(", ", clients), verb, ("clients", string.Join(", ", clients)), ("way", contacted.Way), ("on", contacted.On ?? today), ("missed", contacted.IsMissed ? true : null), ("planned", contacted.IsPlanned ? true : null));
        IReadOnlyList<string> others = [.. nearest.Where(near => !contacted.Clients.Contains(near, StringComparer.Ordinal))];
        return new ChoiceQuestion(
            Texts.Get("ClientContactTitle"), Texts.Get("ClientContactDoubt"), [.. others.Select(near => For([.. contacted.Clients, near])), .. contacted.Clients.Count > 0 ? new[] { For(contacted.Clients) } : []])
        {
            Lines = verb == Verbs.RecordClientContact ? [Texts.Get("ClientContactDoubtWay", Texts.Of(contacted.Way).ToLower(Texts.Culture), DayText.WithDistance(contacted.On!.Value, today))] : [],
        };
    }

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
        if (verb == Verbs.AskClientContact && data.Text("clients") is { } named && data.Name<Channel>("way") is { } by)
        {
            var meant = new ClientContacted(data.Date("on"), by, AtWork: false, data.Text("planned") is not null, data.Text("missed") is not null) { Clients = named.Split(", ", StringSplitOptions.RemoveEmptyEntries) };
            return await TypedAsync(turn, named, meant, cancellationToken);
        }

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
