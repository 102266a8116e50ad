using System.Text.Json.Nodes;
using EmployerCrm.Bot.Cards;
using EmployerCrm.Bot.Turns;
using EmployerCrm.Core;
using EmployerCrm.Core.Clients;
using EmployerCrm.Core.Visits;

namespace EmployerCrm.Bot.Handlers;

/// <summary>Contacts with clients, stepping down and closing by a form: what is filled in is no message and stays out of the chat.</summary>
internal sealed class ClientForms(TurnDesk desk, MyClients clients, ClientContacts contacts, ClientClosing closing, SteppingDown steppingDown) : IButtonGroup
{
    /// <summary>The form that the text asks for and for nothing else, as the verb that opens it; null when it asks for none.</summary>
    /// <param name="key">The message, folded.</param>
    public static string? AskedBy(string key) => key switch
    {
        "client contact" or "client contacts" or "log client contact" or "new client contact" or "contact with client" or "contact with a client" or "record client contact" => Verbs.OpenContactForm,
        "close client" or "close a client" or "step down client" or "step down a client" or "step down" or "end support" => Verbs.OpenEndForm,
        _ => null,
    };

    public async Task<TurnAnswer?> HandleAsync(Turn turn, string? verb, ButtonData data, CancellationToken cancellationToken) => verb switch
    {
        Verbs.OpenContactForm => await ContactAsync(turn, new ContactFormValues([], Channel.InPerson, turn.Today), null, cancellationToken),
        Verbs.OpenEndForm => await EndAsync(turn, new EndFormValues(null, null, turn.Today, null), null, cancellationToken),
        Verbs.SaveContactForm => await SaveContactAsync(turn, ContactValues(data), cancellationToken),
        Verbs.SaveEndForm => await SaveEndAsync(turn, EndValues(data), cancellationToken),
        _ => null,
    };

    private async Task<TurnAnswer> SaveContactAsync(Turn turn, ContactFormValues values, CancellationToken cancellationToken)
    {
        var missing = values.Clients.Count == 0 ? "ErrorClientNeeded" : values.Way is null ? "ErrorChannelNeeded" : values.On is null ? "ErrorDateNeeded" : null;
        if (missing is not null)
            return await ContactAsync(turn, values, Texts.Get(missing), cancellationToken);
        var record = new RecordClientContacts { References = values.Clients, On = values.On!.Value, Way = values.Way!.Value };
        var mine = await MineAsync(turn, cancellationToken);
        return await desk.AnswerAsync<Outcome<ClientContactsRecorded>>(
            turn,
            also => contacts.RecordAsync(turn.Actor, record, also, cancellationToken),
            outcome => outcome.Value is { } recorded
                ? TurnAnswer.Put(ClientContactCard.Build(recorded), CardKinds.ClientContact, recorded.Contacts[0].Contact.Id)
                : Again(mine, outcome.Refusal!, (shown, problem) => ClientFormCards.Contact(shown, values, problem)));
    }

    private async Task<TurnAnswer> SaveEndAsync(Turn turn, EndFormValues values, CancellationToken cancellationToken)
    {
        if (values.Client is not { } client || values.Ending is not { } ending)
            return await EndAsync(turn, values, Texts.Get(values.Client is null ? "ErrorClientNeeded" : "ErrorEndingNeeded"), cancellationToken);
        var cancel = values.Owed == ClientFormCards.Cancel;
        var mine = await MineAsync(turn, cancellationToken);
        TurnAnswer Refused(Refusal refusal) => Again(mine, refusal, (shown, problem) => ClientFormCards.End(shown, values, problem));
        if (ending == ClientFormCards.StepDown)
        {
            return await desk.AnswerAsync<Outcome<ClientEnding>>(
                turn,
                also => steppingDown.DecideAsync(turn.Actor, new StepDown { ClientReference = client, DecidedOn = values.On, CancelFollowUps = cancel }, also, cancellationToken),
                outcome => outcome.Value is { } done ? TurnAnswer.Put(EndedCard.SteppedDown(done), CardKinds.Client, done.Client.Id) : Refused(outcome.Refusal!));
        }

        if (!Enum.TryParse<ClosingReason>(ending, out var reason) || !Enum.IsDefined(reason))
            return await EndAsync(turn, values with { Ending = null }, Texts.Get("ErrorEndingNeeded"), cancellationToken);
        return await desk.AnswerAsync<Outcome<ClientEnding>>(
            turn,
            also => closing.CloseAsync(turn.Actor, new CloseClient { ClientReference = client, Reason = reason, ClosedOn = values.On, CancelFollowUps = cancel }, also, cancellationToken),
            outcome => outcome.Value is { } closed ? TurnAnswer.Put(EndedCard.Closed(closed), CardKinds.Client, closed.Client.Id) : Refused(outcome.Refusal!));
    }

    private Task<TurnAnswer> ContactAsync(Turn turn, ContactFormValues values, string? problem, CancellationToken cancellationToken) =>
        ShowAsync(turn, shown => ClientFormCards.Contact(shown, values, problem), cancellationToken);

    private Task<TurnAnswer> EndAsync(Turn turn, EndFormValues values, string? problem, CancellationToken cancellationToken) =>
        ShowAsync(turn, shown => ClientFormCards.End(shown, values, problem), cancellationToken);

    private Task<TurnAnswer> ShowAsync(Turn turn, Func<ClientsShown, JsonObject> form, CancellationToken cancellationToken) => desk.AnswerAsync<Outcome<ClientsShown>>(
        turn,
        also => clients.ShowAsync(turn.Actor, ownOnly: false, also, cancellationToken),
        outcome => outcome.Value is not { } shown ? TurnAnswer.PutText(Texts.Of(outcome.Refusal!))
            : shown.Clients.Count == 0 ? TurnAnswer.PutText(Texts.Get("MyClientsNone"))
            : TurnAnswer.Put(form(shown), CardKinds.Question));

    private async Task<ClientsShown?> MineAsync(Turn turn, CancellationToken cancellationToken) => (await clients.ShowAsync(turn.Actor, ownOnly: false, null, cancellationToken)).Value;

    /// <summary>What cannot be saved is said above the fields, and what was filled in stays.</summary>
    private static TurnAnswer Again(ClientsShown? mine, Refusal refusal, Func<ClientsShown, string, JsonObject> form) =>
        mine is null ? TurnAnswer.PutText(Texts.Of(refusal)) : TurnAnswer.Put(form(mine, Texts.Of(refusal)), CardKinds.Question);

    private static ContactFormValues ContactValues(ButtonData data) => new(
        (data.Text(ClientFormCards.Clients) ?? "").Split(',', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries),
        data.Name<Channel>(ClientFormCards.Way), data.Date(ClientFormCards.On));

    private static EndFormValues EndValues(ButtonData data) => new(
        Chosen(data.Text(ClientFormCards.Client)), Chosen(data.Text(ClientFormCards.Ending)), data.Date(ClientFormCards.On), data.Text(ClientFormCards.Owed));

    private static string? Chosen(string? value) => string.IsNullOrWhiteSpace(value) ? null : value;
}
