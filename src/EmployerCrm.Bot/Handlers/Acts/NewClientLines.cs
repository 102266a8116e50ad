using EmployerCrm.Bot.Cards;
using EmployerCrm.Bot.Questions;
using EmployerCrm.Bot.Reading.Acts;
using EmployerCrm.Bot.Turns;
using EmployerCrm.Core;
using EmployerCrm.Core.Clients;

namespace EmployerCrm.Bot.Handlers.Acts;

/// <summary>"new client": the programme is chosen, a reference is issued; afterwards programme and job types can be put right by a form.</summary>
internal sealed class NewClientLines(TurnDesk desk, ChoiceQuestions choices, NewClients newClients, ClientChanges changes, ClientLists lists) : IButtonGroup
{
    /// <summary>A programme that was named and is in the list settles it; anything else that stood there is not kept.</summary>
    public Task<TurnAnswer> TypedAsync(Turn turn, NewClientWanted wanted, CancellationToken cancellationToken) =>
        wanted.Programme is { } typed && lists.FindProgramme(typed) is { } programme
            ? IssueAsync(turn, programme, turn.Today, cancellationToken)
            : choices.AskAsync(turn, Question(turn.Today), cancellationToken);

    public async Task<TurnAnswer?> HandleAsync(Turn turn, string? verb, ButtonData data, CancellationToken cancellationToken) => verb switch
    {
        Verbs.IssueClient when data.Text("programme") is { } programme => await IssueAsync(turn, programme, data.Date(ChoiceCard.Day) ?? turn.Today, cancellationToken),
        Verbs.OpenClient when data.Text("client") is { } client => await FormAsync(turn, client, cancellationToken),
        Verbs.SaveClient when data.Text("client") is { } client => await SaveAsync(turn, client, data, cancellationToken),
        _ => null,
    };

    private ChoiceQuestion Question(DateOnly today) => new(
        Texts.Get("NewClientTitle"), Texts.Get("NewClientText"), [.. lists.ProgrammeNames.Select(programme => ChoiceData.To(programme, Verbs.IssueClient, ("programme", programme)))])
    {
        DayLabel = Texts.Get("FieldEnteredOn"), Day = today,
    };

    private Task<TurnAnswer> IssueAsync(Turn turn, string programme, DateOnly enteredOn, CancellationToken cancellationToken) => desk.AnswerAsync<Outcome<ClientSaved>>(
        turn,
        also => newClients.IssueAsync(turn.Actor, new NewClient { Programme = programme, EnteredOn = enteredOn }, also, cancellationToken),
        outcome => outcome.Value is { } saved
            ? TurnAnswer.Put(ClientCards.Issued(saved, turn.Today), CardKinds.Client, saved.Client.Id)
            : TurnAnswer.PutText(Texts.Of(outcome.Refusal!)));

    private Task<TurnAnswer> FormAsync(Turn turn, string client, CancellationToken cancellationToken) => desk.AnswerAsync<Outcome<ClientSaved>>(
        turn,
        also => changes.ShowAsync(turn.Actor, client, also, cancellationToken),
        outcome => outcome.Value is { } shown
            ? TurnAnswer.Put(ClientCards.Form(shown, lists, null), CardKinds.Client, shown.Client.Id)
            : TurnAnswer.PutText(Texts.Of(outcome.Refusal!)));

    private Task<TurnAnswer> SaveAsync(Turn turn, string client, ButtonData data, CancellationToken cancellationToken)
    {
        var change = new ChangeClient
        {
            ClientReference = client, ExpectedVersion = data.Number("version"), Programme = data.Text(ClientCards.Programme),
            PreferredJobTypes = [.. (data.Text(ClientCards.JobTypes) ?? "").Split(',', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries)],
        };
        return desk.AnswerAsync<Outcome<ClientSaved>>(
            turn,
            also => changes.ChangeAsync(turn.Actor, change, also, cancellationToken),
            outcome => outcome.Value is { } saved
                ? TurnAnswer.Put(ClientCards.Shown(saved, turn.Today), CardKinds.Client, saved.Client.Id)
                : TurnAnswer.PutText(Texts.Of(outcome.Refusal!)));
    }
}
