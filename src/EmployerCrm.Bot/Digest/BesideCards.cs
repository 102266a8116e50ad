using EmployerCrm.Bot.Cards;
using EmployerCrm.Bot.Turns;
using EmployerCrm.Core;
using EmployerCrm.Core.Employers;
using EmployerCrm.Core.Visits;

namespace EmployerCrm.Bot.Digest;

/// <summary>What comes as a message of its own below a card that stays.</summary>
internal sealed class BesideCards(TurnDesk desk, ICrmStore store, VisitEditing editing, Ids ids)
{
    /// <summary>The form for a contact, of this employer where one is named.</summary>
    public async Task<TurnAnswer> FormAsync(Turn turn, Guid? employerId, Func<ICrmSession, Task<TurnAnswer>> stays, CancellationToken cancellationToken)
    {
        var formId = ids.New();
        return await desk.AnswerAsync<Outcome<Asked>>(
            turn,
            also => store.WriteAsync<Outcome<Asked>>(
                async session => new Asked(employerId is { } id ? await session.Employers.EmployerAsync(id) : null), also, cancellationToken),
            async (session, outcome) =>
            {
                var employer = outcome.Value!.Employer;
                var values = new NewVisitValues(employer?.Name, null, new VisitFormValues(Channel.InPerson, turn.Today, null, null, null, null, null));
                return await stays(session) with { Replies = [new Reply(null, NewVisitForm.Build(formId, false, values, employer?.Id), CardKinds.Question)] };
            });
    }

    /// <summary>The card of a visit of the person's own.</summary>
    public Task<TurnAnswer> VisitAsync(Turn turn, Guid visitId, Func<ICrmSession, Task<TurnAnswer>> stays, CancellationToken cancellationToken) =>
        desk.AnswerAsync<Outcome<VisitLogged>>(
            turn,
            also => editing.ShowAsync(turn.Actor, visitId, also, cancellationToken),
            async (session, outcome) => outcome.Value is { } shown
                ? await stays(session) with { Replies = [new Reply(null, VisitCard.Build(shown, turn.Today), CardKinds.Visit, visitId)] }
                : TurnAnswer.PutText(Texts.Of(outcome.Refusal!)));

    private sealed record Asked(Employer? Employer);
}
