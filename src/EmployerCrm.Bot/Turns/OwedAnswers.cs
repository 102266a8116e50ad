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
    private const int EverythingOwed = 10_000;

    /// <summary>How often the store has been asked.</summary>
    public int Rounds { get; private set; }

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        // With the embedded store this is the only process: whoever held a lease is dead.
        var leasesOver = options.Value.OnlyProcess;
        using var timer = new PeriodicTimer(Pause, time);
        do
        {
            try
            {
                while (await BringAsync(leasesOver, stoppingToken) == Page)
                    leasesOver = false;

                leasesOver = false;
                delivery.Open();
                delivery.Sweep();
            }
            catch (Exception exception) when (exception is not OperationCanceledException)
            {
                logger.OwedAnswersFailed(exception.GetType().Name);
            }

            Rounds++;
        }
        while (await timer.WaitForNextTickAsync(stoppingToken));
    }

    /// <summary>Puts what is owed into the lines of its conversations, oldest first. It does not wait for any to be sent: a slow conversation delays no other.</summary>
    private async Task<int> BringAsync(bool leasesOver, CancellationToken cancellationToken)
    {
        var now = clock.Now;
        var leaseUntil = now + TurnDesk.Lease;
        var owed = await store.WriteAsync(
            session => session.Conversations.ClaimUndeliveredAsync(
                now - Forgetting.ActivitiesKept, leasesOver ? now + Forgetting.ActivitiesKept : now, leaseUntil, leasesOver ? EverythingOwed : Page),
            cancellationToken);
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
                await BringAsync(activity, answer, reference, leaseUntil, cancellationToken);
            }
        }

        return owed.Count;
    }

    private async Task BringAsync(
        ReceivedActivity activity, TurnAnswer answer, ConversationReference reference, DateTimeOffset leaseUntil, CancellationToken cancellationToken)
    {
        try
        {
            await adapter.ContinueConversationAsync(
                reference,
                (turnContext, token) =>
                {
                    _ = delivery.Post(new Parcel(turnContext, activity.ActivityKey, activity.SpecialistId, answer, activity.Attempts, IsBrought: true) { LeaseUntil = leaseUntil });
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
