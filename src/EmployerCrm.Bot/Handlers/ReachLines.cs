using EmployerCrm.Bot.Cards;
using EmployerCrm.Bot.Turns;
using EmployerCrm.Core;
using EmployerCrm.Core.Conversations;
using EmployerCrm.Core.Employers;
using EmployerCrm.Core.People;

namespace EmployerCrm.Bot.Handlers;

/// <summary>"not reachable": a team lead's or an admin's look at who would miss what the bot sends.</summary>
internal sealed class ReachLines(TurnDesk desk, Reach reach) : IButtonGroup
{
    private static readonly HashSet<string> Asking =
        [.. new[] { "not reachable", "who is not reachable", "who isn't reachable", "unreachable", "who is unreachable", "not reachable in teams", "who can't be reached", "who can't you reach" }.Select(FoldedText.Key)];

    /// <summary>From anybody else the words mean nothing.</summary>
    public static bool IsAskedBy(Specialist person, string text) => person.Role is Role.TeamLead or Role.Admin && text.Length < 50 && Asking.Contains(FoldedText.Key(text.TrimEnd('?', ' ')));

    public Task<TurnAnswer> TypedAsync(Turn turn, CancellationToken cancellationToken) => ShowAsync(turn, 0, cancellationToken);

    public async Task<TurnAnswer?> HandleAsync(Turn turn, string? verb, ButtonData data, CancellationToken cancellationToken) =>
        verb == Verbs.ShowUnreachable ? await ShowAsync(turn, data.Number("from") ?? 0, cancellationToken) : null;

    private Task<TurnAnswer> ShowAsync(Turn turn, int from, CancellationToken cancellationToken) => desk.AnswerAsync<Outcome<UnreachableShown>>(
        turn,
        also => reach.ShowAsync(turn.Actor, also, cancellationToken),
        outcome => outcome.Value is { } shown ? TurnAnswer.Put(ReachCard.Build(shown, from), CardKinds.Talk) : TurnAnswer.PutText(Texts.Of(outcome.Refusal!)));
}
