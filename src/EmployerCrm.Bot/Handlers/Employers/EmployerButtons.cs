using EmployerCrm.Bot.Cards;
using EmployerCrm.Bot.Cards.Employers;
using EmployerCrm.Bot.Turns;
using EmployerCrm.Core;
using EmployerCrm.Core.Employers;
using EmployerCrm.Core.Engagement;
using EmployerCrm.Core.Visits;

namespace EmployerCrm.Bot.Handlers.Employers;

/// <summary>Buttons of an employer's card: why its level, bringing it back from the archive, and what came of a call.</summary>
internal sealed class EmployerButtons(ICrmStore store, TurnDesk desk, EmployerEngagement engagement, EmployerEditing editing, VisitLog visits) : IButtonGroup
{
    public async Task<TurnAnswer?> HandleAsync(Turn turn, string? verb, ButtonData data, CancellationToken cancellationToken) => verb switch
    {
        Verbs.ShowLevel when data.Id("employer") is { } employer => await LevelAsync(turn, employer, cancellationToken),
        Verbs.RestoreEmployer when data.Id("employer") is { } employer && data.Number("version") is { } version => await RestoreAsync(turn, employer, version, cancellationToken),
        Verbs.Spoke when data.Id("employer") is { } employer && data.Id("contact") is { } contact => await CalledAsync(turn, employer, contact, null, cancellationToken),
        Verbs.NoAnswer when data.Id("employer") is { } employer && data.Id("contact") is { } contact => await CalledAsync(turn, employer, contact, Reached.Nobody, cancellationToken),
        _ => null,
    };

    private async Task<TurnAnswer> LevelAsync(Turn turn, Guid employerId, CancellationToken cancellationToken)
    {
        var employer = await store.ReadAsync(session => session.Employers.EmployerAsync(employerId), cancellationToken);
        var outcome = await engagement.OfAsync(turn.Actor, employerId, cancellationToken);
        var answer = employer is not null && outcome.Value is { } level
            ? TurnAnswer.Put(LevelCard.Build(employer, level, turn.Today), CardKinds.Employer, employerId)
            : TurnAnswer.PutText(Texts.Of(outcome.Refusal ?? new Refusal(RefusalReason.NotFound)));
        return await desk.AnswerAsync(turn, answer, cancellationToken);
    }

    private Task<TurnAnswer> RestoreAsync(Turn turn, Guid employerId, int version, CancellationToken cancellationToken) => desk.AnswerAsync<Outcome<EmployerSaved>>(
        turn,
        also => editing.RestoreAsync(turn.Actor, employerId, version, also, cancellationToken),
        async (session, outcome) => outcome.Value is not null && (await EmployerOverviews.OfAsync(session, turn.Actor, employerId, turn.Today)).Value is { } shown
            ? TurnAnswer.Put(EmployerCard.Build(shown), CardKinds.Employer, employerId)
            : TurnAnswer.PutText(Texts.Of(outcome.Refusal ?? new Refusal(RefusalReason.NotFound))));

    private Task<TurnAnswer> CalledAsync(Turn turn, Guid employerId, Guid contactId, Reached? reached, CancellationToken cancellationToken) => desk.AnswerAsync<Outcome<VisitLogged>>(
        turn,
        also => visits.LogAsync(
            turn.Actor,
            new LogVisit { EmployerId = employerId, ContactId = contactId, Channel = Channel.Phone, On = turn.Today, Stated = StatedFacts.Nothing with { Reached = reached } },
            also,
            cancellationToken),
        outcome => outcome.Value is { } logged
            ? TurnAnswer.Put(VisitCard.Build(logged, turn.Today), CardKinds.Visit, logged.View.Visit.Id)
            : TurnAnswer.PutText(Texts.Of(outcome.Refusal!)));
}
