using EmployerCrm.Bot.Cards;
using EmployerCrm.Bot.Questions;
using EmployerCrm.Bot.Reading;
using EmployerCrm.Bot.Turns;
using EmployerCrm.Core;

namespace EmployerCrm.Bot.Handlers;

/// <summary>
/// What is said in a group chat or channel: public facts about an employer that was asked for by name, and for everything else the way to the private
/// chat. Nothing that was typed is stored or said again.
/// </summary>
internal sealed class GroupTalk(ICrmStore store, TurnDesk desk, LineReadings readings)
{
    private const int LongestText = 300;

    public async Task<TurnAnswer> AnswerAsync(Turn turn, string text, CancellationToken cancellationToken)
    {
        var botId = turn.Reference.Bot?.Id;
        var reading = text.Length is > 0 and <= LongestText ? await readings.OfAsync(turn.Actor, text, turn.TypedAt, cancellationToken) : null;
        var card = reading switch
        {
            { Intent: Intent.Employer, EmployerId: { } id } when await store.ReadAsync(session => session.Employers.EmployerAsync(id), cancellationToken) is { } employer =>
                GroupCards.Facts(employer, botId),
            { Intent: Intent.Employer, Ambiguous: { Count: > 0 } several } => GroupCards.Several(several.Select(choice => choice.Name), botId),
            _ => null,
        };
        return await desk.AnswerAsync(turn, card is null ? TurnAnswer.Say(Texts.Get("PrivateOnly")) : TurnAnswer.Show(card, CardKinds.Talk), cancellationToken);
    }
}
