using EmployerCrm.Bot.Turns;

namespace EmployerCrm.Bot.Handlers;

/// <summary>The buttons of one kind of card.</summary>
internal interface IButtonGroup
{
    /// <summary>Does what the button asks for; null when the verb is another group's, or the button's data does not hold what the verb needs.</summary>
    Task<TurnAnswer?> HandleAsync(Turn turn, string? verb, ButtonData data, CancellationToken cancellationToken);
}
