using EmployerCrm.Bot.Outbox;
using EmployerCrm.Bot.Turns;
using EmployerCrm.Core;
using EmployerCrm.Core.Digest;
using EmployerCrm.Core.Outbox;
using EmployerCrm.Core.People;

namespace EmployerCrm.Bot.Digest;

internal sealed class WrapUpMessage(WrapUps wrapUps, ICrmStore store) : IProactiveCard
{
    public string Kind => OutboxKinds.WrapUp;

    public async Task<ProactiveMessage?> RenderAsync(OutboxRow row, Specialist person, CancellationToken cancellationToken) =>
        row.ForDay is { } week && await wrapUps.ForDeliveryAsync(person, week, cancellationToken) is { } contents
            ? new ProactiveMessage(new Reply(null, WrapUpCard.Build(contents, new WrapUpView(await Refreshing.ReaderAsync(store, person, cancellationToken), WrapUpValues.None)), CardKinds.WrapUp))
            : null;
}
