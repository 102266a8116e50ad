using EmployerCrm.Bot.Turns;
using EmployerCrm.Core;
using EmployerCrm.Core.Outbox;
using EmployerCrm.Core.People;

namespace EmployerCrm.Bot.Outbox;

/// <summary>One kind of message that the bot sends unasked.</summary>
internal interface IProactiveCard
{
    /// <summary>One of <see cref="OutboxKinds"/>.</summary>
    string Kind { get; }

    /// <summary>Whether it says nothing of clients, so that it may go to a technical admin.</summary>
    bool MayGoToAdmins => false;

    /// <summary>
    /// The message as it is true now, or null when nothing is left to say. Whether the person may see what it shows is asked here, at delivery: the row may
    /// be a day old.
    /// </summary>
    Task<ProactiveMessage?> RenderAsync(OutboxRow row, Specialist person, CancellationToken cancellationToken);
}

/// <summary>A message to a person who did not write first.</summary>
/// <param name="Reply">With its card's kind and subject, under which it is found again.</param>
/// <param name="WhenSent">What is saved once it is out, for example the list whose numbers the person may now use.</param>
internal sealed record ProactiveMessage(Reply Reply, Func<ICrmSession, Task>? WhenSent = null);
