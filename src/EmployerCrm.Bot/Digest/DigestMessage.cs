using EmployerCrm.Bot.Outbox;
using EmployerCrm.Bot.Turns;
using EmployerCrm.Core;
using EmployerCrm.Core.Calendar;
using EmployerCrm.Core.Digest;
using EmployerCrm.Core.Outbox;
using EmployerCrm.Core.People;

namespace EmployerCrm.Bot.Digest;

/// <summary>The digest of a morning as it is when it goes out.</summary>
internal sealed class DigestMessage(Digests digests, ICrmStore store, LondonClock clock) : IProactiveCard
{
    public string Kind => OutboxKinds.Digest;

    public async Task<ProactiveMessage?> RenderAsync(OutboxRow row, Specialist person, CancellationToken cancellationToken)
    {
        if (row.ForDay is not { } day || await digests.ForDeliveryAsync(person, day, cancellationToken) is not { } shown)
            return null;
        var numbers = shown.Numbers(person.Id, clock.Now);
        var reply = new Reply(null, DigestCard.Build(shown.Contents, new DigestView(await Refreshing.ReaderAsync(store, person, cancellationToken))), CardKinds.Digest);
        return new ProactiveMessage(reply, shown.Contents.Items.Count == 0 ? null : session => session.Conversations.SaveAsync(numbers));
    }
}
