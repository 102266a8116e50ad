using EmployerCrm.BotFramework;
using EmployerCrm.Core;
using EmployerCrm.Core.Calendar;
using EmployerCrm.Core.Conversations;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;

namespace EmployerCrm.Bot.Turns;

/// <summary>
/// Delivers answers that were stored and not sent: after a crash between commit and reply, or while Teams could not be reached.
/// </summary>
internal sealed class OwedAnswers(
    ICrmStore store, LondonClock clock, TimeProvider time, CloudAdapter adapter, AnswerDelivery delivery, ParcelRecords records, IOptions<BotOptions> options,
    ILogger<OwedAnswers> logger)
    : BackgroundService
{
    /// <summary>How often the store is asked what is owed.</summary>
    public static readonly TimeSpan Pause = TimeSpan.FromSeconds(5);

    /// <summary>An answer older than this would puzzle more than it helps: it is offered at the person's next message instead.</summary>
    private static readonly TimeSpan WorthSending = TimeSpan.FromHours(1);
    private const int Page = 20;

    /// <summary>How much is read at a time of what was left by the process before; all of it is brought before anything new is sent.</summary>
    internal const int PageOfLeft = 500;

    private readonly DateTimeOffset _startedAt = clock.Now;

    /// <summary>How often the store has been asked.</summary>
    public int Rounds { get; private set; }

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        // With the embedded store this is the only process: whoever held a lease is dead.
        var left = options.Value.OnlyProcess;
        using var timer = new PeriodicTimer(Pause, time);
        do
        {
            try
            {
                if (left)
                    await BringLeftAsync(stoppingToken);
                left = false;
                while (await BringAsync(stoppingToken) == Page)
                {
                }

                delivery.Open();
                await delivery.SweepAsync(stoppingToken);
            }
            catch (Exception exception) when (exception is not OperationCanceledException)
            {
                logger.OwedAnswersFailed(exception.GetType().Name);
            }

            Rounds++;
        }
        while (await timer.WaitForNextTickAsync(stoppingToken));
    }

    /// <summary>Brings what the process before left, whatever lease it had of it, page by page. What this one owes already comes from its own turns.</summary>
    private async Task BringLeftAsync(CancellationToken cancellationToken)
    {
        var (now, known) = (clock.Now, new HashSet<string>(StringComparer.Ordinal));
        var after = now - Forgetting.ActivitiesKept;
        while (true)
        {
            var page = await ClaimAsync(after, now + Forgetting.ActivitiesKept, now + TurnDesk.Lease, PageOfLeft, cancellationToken);
            var before = known.Count;
            known.UnionWith(page.Select(activity => activity.ActivityKey));
            await BringAsync(page.Where(activity => activity.ReceivedAt <= _startedAt), now, cancellationToken);
            if (page.Count < PageOfLeft || known.Count == before)
                return;
            // Of answers to what came in one millisecond some may stand on the next page. What is claimed twice is brought twice: in between it may have
            // been put back, and this claim is the one that counts.
            after = page[^1].ReceivedAt.AddMilliseconds(-1);
        }
    }

    private async Task<int> BringAsync(CancellationToken cancellationToken)
    {
        var now = clock.Now;
        var owed = await ClaimAsync(now - Forgetting.ActivitiesKept, now, now + TurnDesk.Lease, Page, cancellationToken);
        await BringAsync(owed, now, cancellationToken);
        return owed.Count;
    }

    private Task<IReadOnlyList<ReceivedActivity>> ClaimAsync(
        DateTimeOffset receivedAfter, DateTimeOffset leasesOverAt, DateTimeOffset leaseUntil, int count, CancellationToken cancellationToken) =>
        store.WriteAsync(session => session.Conversations.ClaimUndeliveredAsync(receivedAfter, leasesOverAt, leaseUntil, count), cancellationToken);

    /// <summary>Puts what is owed into the lines of its conversations, oldest first. It does not wait for any to be sent: a slow conversation delays no other.</summary>
    private async Task BringAsync(IEnumerable<ReceivedActivity> owed, DateTimeOffset now, CancellationToken cancellationToken)
    {
        foreach (var activity in owed)
        {
            var answer = TurnAnswer.Of(activity.Answer);
            if (activity.ReceivedAt <= now - WorthSending || answer.Reference is not { } reference)
            {
                await records.OutOfDateAsync(activity);
                delivery.GiveUp(answer.Reference, activity.ActivityKey);
            }
            else
            {
                await BringAsync(activity, answer, reference, cancellationToken);
            }
        }
    }

    private async Task BringAsync(ReceivedActivity activity, TurnAnswer answer, ConversationReference reference, CancellationToken cancellationToken)
    {
        try
        {
            await adapter.ContinueConversationAsync(
                reference,
                (turnContext, token) =>
                {
                    _ = delivery.Post(new Parcel(turnContext, activity.ActivityKey, activity.SpecialistId, answer, activity.Attempts, IsBrought: true) { LeaseUntil = activity.LeaseUntil });
                    return Task.CompletedTask;
                },
                cancellationToken);
        }
        catch (ServiceUrlNotAllowedException)
        {
            logger.AnswerOwed(nameof(ServiceUrlNotAllowedException), null);
        }
    }
}
