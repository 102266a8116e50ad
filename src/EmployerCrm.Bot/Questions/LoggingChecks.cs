using System.Globalization;
using EmployerCrm.Bot.Cards;
using EmployerCrm.Bot.Reading.Acts;
using EmployerCrm.Bot.Turns;
using EmployerCrm.Core.Visits;

namespace EmployerCrm.Bot.Questions;

/// <summary>A contact as it is to be recorded, or the question that comes before it.</summary>
internal sealed record CheckedVisit(LogVisit Visit, Question? Question);

/// <summary>What is looked at once a line is complete: whether it tells of a planned visit, and whether it came twice.</summary>
internal sealed class LoggingChecks(PlannedVisits planned, SameLines sameLines)
{
    public async Task<CheckedVisit> CheckAsync(Turn turn, OpenLine line, LogVisit visit, CancellationToken cancellationToken)
    {
        if (visit is { State: VisitState.Held, EmployerId: { } employerId })
        {
            var fitting = await FittingAsync(turn, line, employerId, visit, cancellationToken);
            if (line.Answers.PlannedVisitId is null && fitting.Count > 1)
                return new CheckedVisit(visit, WhichPlanned(fitting, turn.Today));
            var meant = line.Answers.PlannedVisitId is { } answered ? fitting.FirstOrDefault(one => one.Id == answered) : fitting is [var only] ? only : null;
            if (meant is not null)
                return new CheckedVisit(Completing(line, visit, meant, turn.Today), null);
        }

        if (!line.Answers.Again && line.Answers.Form is null && await sameLines.CameAsync(turn.Actor, visit, cancellationToken))
            return new CheckedVisit(visit, new Question(QuestionNames.Again, [], AgainCards.Ask));
        return new CheckedVisit(visit, null);
    }

    /// <summary>What was planned for that day in the same way; where the line says that what was planned happened, any that fits the day it names.</summary>
    private async Task<IReadOnlyList<VisitSummary>> FittingAsync(Turn turn, OpenLine line, Guid employerId, LogVisit visit, CancellationToken cancellationToken)
    {
        if (line.Reading.Act is not Happened happened)
            return [.. (await planned.AtEmployerAsync(turn.Actor, employerId, visit.On, cancellationToken)).Where(one => one.Channel == visit.Channel)];
        var all = await planned.AtEmployerAsync(turn.Actor, employerId, null, cancellationToken);
        return PlannedFits.Of(all, happened.On, happened.At, turn.Today);
    }

    private static LogVisit Completing(OpenLine line, LogVisit visit, VisitSummary meant, DateOnly today) => line.Reading.Act is Happened happened
        ? visit with { PlannedVisitId = meant.Id, Channel = meant.Channel, On = happened.On is { } on && on <= today ? on : meant.On <= today ? meant.On : today, At = happened.At ?? visit.At }
        : visit with { PlannedVisitId = meant.Id };

    private static Question WhichPlanned(IReadOnlyList<VisitSummary> fitting, DateOnly today) => new(
        QuestionNames.Planned, [.. fitting.Select(one => one.Id.ToString("D", CultureInfo.InvariantCulture))], id => AgainCards.WhichPlanned(id, fitting, today));
}
