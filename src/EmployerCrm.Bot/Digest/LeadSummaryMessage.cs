using EmployerCrm.Bot.Outbox;
using EmployerCrm.Bot.Turns;
using EmployerCrm.Core.Digest;
using EmployerCrm.Core.Outbox;
using EmployerCrm.Core.People;

namespace EmployerCrm.Bot.Digest;

internal sealed class LeadSummaryMessage(LeadOverviews overviews) : IProactiveCard
{
    public string Kind => OutboxKinds.LeadSummary;

    public async Task<ProactiveMessage?> RenderAsync(OutboxRow row, Specialist person, CancellationToken cancellationToken) =>
        row.ForDay is { } week && await overviews.ForDeliveryAsync(person, week, cancellationToken) is { } overview
            ? new ProactiveMessage(new Reply(null, LeadSummaryCard.Build(overview), CardKinds.LeadSummary))
            : null;
}
