using EmployerCrm.Bot.Handlers.Acts;
using EmployerCrm.Bot.Questions;
using EmployerCrm.Bot.Turns;
using EmployerCrm.Core;

namespace EmployerCrm.Bot.Handlers;

/// <summary>The guard's question about one part of a message: once answered, the part is acted on by itself.</summary>
internal sealed class PieceGuard(GuardQuestions guards, LineReadings readings, ActLines acts, LogLine logLine)
{
    /// <summary>The question; null where the refusal is about something else.</summary>
    public PieceDone? Of(Guid id, Turn turn, string text, Refusal refusal, LineAnswers? answers = null) =>
        refusal.FreeText is { } found ? new PieceDone(Asked: guards.Ask(id, Input(turn, text, answers ?? new LineAnswers()), found)) : null;

    private TypedLine Input(Turn turn, string text, LineAnswers answers) => new(
        turn with { Remark = null },
        text,
        async (again, reworded, cancellationToken) =>
        {
            var reading = await readings.OfAsync(again.Actor, reworded, again.TypedAt, cancellationToken);
            return (reading.Act is null || answers.EmployerId is not null ? null : await acts.FollowAsync(again, reworded, reading, answers, cancellationToken))
                ?? await logLine.TypedAsync(again, reworded, reading, cancellationToken, answers);
        });
}
