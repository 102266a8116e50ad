using EmployerCrm.Bot.Outbox;
using EmployerCrm.Bot.Turns;
using EmployerCrm.Core.Outbox;
using EmployerCrm.Core.People;

namespace EmployerCrm.Bot.Tests.Outbox;

/// <summary>A kind of message that says the number of its row's key, so that it is found again at the connector.</summary>
internal sealed class NumberedMessage : IProactiveCard
{
    public const string KindName = "numbered";

    public string Kind => KindName;

    /// <summary>What happens while a row is rendered.</summary>
    public Func<OutboxRow, Task> WhileRendering { get; set; } = _ => Task.CompletedTask;

    public Func<OutboxRow, bool> HasSomethingToSay { get; set; } = _ => true;

    public async Task<ProactiveMessage?> RenderAsync(OutboxRow row, Specialist person, CancellationToken cancellationToken)
    {
        await WhileRendering(row);
        return HasSomethingToSay(row)
            ? new ProactiveMessage(new Reply("#" + row.IdempotencyKey.Split(':')[1], null, "numbered-card", row.SubjectId))
            : null;
    }
}
