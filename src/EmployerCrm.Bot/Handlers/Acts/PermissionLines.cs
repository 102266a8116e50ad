using EmployerCrm.Bot.Cards;
using EmployerCrm.Bot.Questions;
using EmployerCrm.Bot.Reading.Acts;
using EmployerCrm.Bot.Turns;
using EmployerCrm.Core;
using EmployerCrm.Core.Disclosure;
using EmployerCrm.Core.People;

namespace EmployerCrm.Bot.Handlers.Acts;

/// <summary>"JS12 is happy for me to talk to Costwell" opens the form; "JS12 no longer wants Costwell told" holds at once.</summary>
internal sealed class PermissionLines(TurnDesk desk, ICrmStore store, ChoiceQuestions choices, DisclosurePermissions permissions) : IButtonGroup
{
    public Task<TurnAnswer> TypedAsync(Turn turn, PermissionGiven given, CancellationToken cancellationToken)
    {
        if (given.Clients is not [var client])
            return desk.AnswerAsync(turn, TurnAnswer.Say(Texts.Get("OneClientAtATime")), cancellationToken);
        var verb = given.IsWithdrawn ? Verbs.RevokePermission : Verbs.OpenPermission;
        return given.Employers switch
        {
            [] => desk.AnswerAsync(turn, TurnAnswer.Say(Texts.Get("PermissionWhichEmployer", client)), cancellationToken),
            [var only] => given.IsWithdrawn ? RevokeAsync(turn, client, only.Id, cancellationToken) : FormAsync(turn, new PermissionFormValues(client, only.Id), null, cancellationToken),
            var several => choices.AskAsync(
                turn,
                new ChoiceQuestion(Texts.Get("WhichEmployer"), Texts.Get("PermissionWhichOne", client), [.. several.Select(employer => ChoiceData.To(
                    EmployerChoiceCard.Label(employer.Name, employer.Town), verb, ("client", client), ("employer", employer.Id)))]),
                cancellationToken),
        };
    }

    public async Task<TurnAnswer?> HandleAsync(Turn turn, string? verb, ButtonData data, CancellationToken cancellationToken)
    {
        if (verb is not (Verbs.OpenPermission or Verbs.SavePermission or Verbs.RevokePermission) || data.Text("client") is not { } client || data.Id("employer") is not { } employer)
            return null;
        return verb switch
        {
            Verbs.OpenPermission => await FormAsync(turn, new PermissionFormValues(client, employer), null, cancellationToken),
            Verbs.RevokePermission => await RevokeAsync(turn, client, employer, cancellationToken),
            _ => await SaveAsync(turn, Values(client, employer, data), cancellationToken),
        };
    }

    private async Task<TurnAnswer> FormAsync(Turn turn, PermissionFormValues values, string? problem, CancellationToken cancellationToken)
    {
        var name = await store.ReadAsync(
            async session => turn.Person.Role != Role.Admin && await session.Clients.OfTeamAsync(turn.Person.TeamId, values.Client) is not null
                ? (await session.Employers.EmployerAsync(values.EmployerId))?.Name
                : null,
            cancellationToken);
        return await desk.AnswerAsync(
            turn, name is null ? TurnAnswer.PutText(Texts.Get("RefusalClientUnknown")) : TurnAnswer.Put(PermissionCards.Form(values, name, problem), CardKinds.Question), cancellationToken);
    }

    private async Task<TurnAnswer> SaveAsync(Turn turn, PermissionFormValues values, CancellationToken cancellationToken)
    {
        if (values.Level is not { } level)
            return await FormAsync(turn, values, Texts.Get("ErrorLevelNeeded"), cancellationToken);
        var name = (await store.ReadAsync(session => session.Employers.EmployerAsync(values.EmployerId), cancellationToken))?.Name ?? "";
        var give = new GivePermission
        {
            ClientReference = values.Client, EmployerId = values.EmployerId, Level = level, WhoMayBeTold = values.Who, How = values.How, Wording = values.Wording,
            Adjustments = values.Adjustments, ConsentGiven = values.Consent, RevisitOn = values.Revisit, NotACondition = Said(values, PermissionCards.NotACondition),
            ProsAndCons = Said(values, PermissionCards.ProsAndCons), WordingAgreed = Said(values, PermissionCards.WordingAgreed), Guard = turn.Guard,
        };
        return await desk.AnswerAsync<Outcome<PermissionRecorded>>(
            turn,
            also => permissions.GiveAsync(turn.Actor, give, also, cancellationToken),
            outcome => outcome.Value is { } recorded
                ? TurnAnswer.Put(PermissionCards.Recorded(recorded), CardKinds.Permission, recorded.Permission.Id)
                : TurnAnswer.Put(PermissionCards.Form(values, name, Texts.Of(outcome.Refusal!)), CardKinds.Question));
    }

    private Task<TurnAnswer> RevokeAsync(Turn turn, string client, Guid employer, CancellationToken cancellationToken) => desk.AnswerAsync<Outcome<PermissionRecorded>>(
        turn,
        also => permissions.RevokeAsync(turn.Actor, client, employer, also, cancellationToken),
        outcome => outcome.Value is { } recorded
            ? TurnAnswer.Put(PermissionCards.Recorded(recorded), CardKinds.Permission, recorded.Permission.Id)
            : TurnAnswer.PutText(Texts.Of(outcome.Refusal!)));

    private static bool? Said(PermissionFormValues values, string question) => values.Talked.Contains(question, StringComparer.Ordinal) ? true : null;

    private static PermissionFormValues Values(string client, Guid employer, ButtonData data) => new(client, employer)
    {
        Level = data.Name<DisclosureLevel>(PermissionCards.Level), Who = data.Text(PermissionCards.Who), How = data.Text(PermissionCards.How), Wording = data.Text(PermissionCards.Wording),
        Adjustments = data.Text(PermissionCards.Adjustments), Consent = data.Name<ConsentGiven>(PermissionCards.Consent), Revisit = data.Date(PermissionCards.Revisit),
        Talked = (data.Text(PermissionCards.Talked) ?? "").Split(',', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries),
    };
}
