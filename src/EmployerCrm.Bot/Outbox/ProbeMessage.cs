using EmployerCrm.Bot.Turns;
using EmployerCrm.Core.Outbox;
using EmployerCrm.Core.People;

namespace EmployerCrm.Bot.Outbox;

/// <summary>Shows an admin that messages arrive.</summary>
internal sealed class ProbeMessage : IProactiveCard
{
    public string Kind => OutboxKinds.Probe;

    public bool MayGoToAdmins => true;

    public Task<ProactiveMessage?> RenderAsync(OutboxRow row, Specialist person, CancellationToken cancellationToken) =>
        Task.FromResult<ProactiveMessage?>(new ProactiveMessage(new Reply(Texts.Get("OutboxProbe"), null)));
}
