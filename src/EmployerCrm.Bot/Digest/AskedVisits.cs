using System.Globalization;
using System.Text.Json;
using System.Text.Json.Nodes;
using EmployerCrm.Bot.Handlers;
using EmployerCrm.Bot.Reading;
using EmployerCrm.Bot.Turns;
using EmployerCrm.Core;
using EmployerCrm.Core.Digest;
using EmployerCrm.Core.Outbox;
using EmployerCrm.Core.Visits;
using Verbs = EmployerCrm.Bot.Cards.Verbs;

namespace EmployerCrm.Bot.Digest;

/// <summary>A bare "yes" or "no" after the question whether a planned visit happened.</summary>
internal sealed class AskedVisits(ICrmStore store, PlannedVisits planned, VisitButtons buttons)
{
    /// <summary>What came of it; null where it is neither, or where not exactly one visit was asked about that is planned still.</summary>
    public async Task<TurnAnswer?> AnswerAsync(Turn turn, string text, CancellationToken cancellationToken)
    {
        if (BareAnswer.Read(text, turn.Today, isAhead: false) is not { Yes: { } yes })
            return null;
        var plans = await planned.BetweenAsync(turn.Actor, turn.Today.AddDays(-1), turn.Today, cancellationToken);
        if (await AskedAsync(plans, cancellationToken) is not [var only])
            return null;
        var data = new JsonObject
        {
            ["visit"] = only.Id.ToString(), ["version"] = only.Version, ["planned"] = only.On.ToString("O", CultureInfo.InvariantCulture),
        };
        return await buttons.HandleAsync(turn, yes ? Verbs.VisitHappened : Verbs.VisitCancelled, new ButtonData(JsonSerializer.SerializeToElement(data)), cancellationToken);
    }

    private Task<List<VisitSummary>> AskedAsync(IReadOnlyList<VisitSummary> plans, CancellationToken cancellationToken) => store.ReadAsync(
        async session =>
        {
            var asked = new List<VisitSummary>();
            foreach (var plan in plans)
            {
                if (await session.Outbox.OfKeyAsync(AskAboutVisits.Key(plan.Id, plan.On)) is { State: OutboxState.Sent or OutboxState.InDoubt })
                    asked.Add(plan);
            }

            return asked;
        },
        cancellationToken);
}
