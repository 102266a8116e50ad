using EmployerCrm.BotFramework;
using EmployerCrm.Core;
using EmployerCrm.Core.Calendar;
using EmployerCrm.Core.Conversations;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;

namespace EmployerCrm.Bot.Turns;

/// <summary>
/// Delivers answers that were stored and not sent: after a crash between commit and reply, or while Teams could not be reached. Also forgets what
/// is no longer needed to recognise a redelivery.
/// </summary>
internal sealed class OwedAnswers(
    ICrmStore store, LondonClock clock, TimeProvider time, CloudAdapter adapter, AnswerDelivery delivery, IOptions<BotOptions> options, ILogger<OwedAnswers> logger)
    : BackgroundService
{
    /// <summary>An answer older than this would puzzle more than it helps.</summary>
    private static readonly TimeSpan WorthSending = TimeSpan.FromHours(1);
    private static readonly TimeSpan Pause = TimeSpan.FromSeconds(5);
    private static readonly TimeSpan ForgetEvery = TimeSpan.FromHours(1);
    private static readonly TimeSpan ActivitiesKept = TimeSpan.FromDays(3);
    private static readonly TimeSpan CardsKept = TimeSpan.FromDays(60);
    private const int Page = 20;

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        // With the embedded store this is the only process: whoever held a lease is dead.
        var leasesOver = options.Value.OnlyProcess;
        var forgetAt = clock.Now;
        using var timer = new PeriodicTimer(Pause, time);
        do
        {
            try
            {
                await DeliverAsync(leasesOver, stoppingToken);
                leasesOver = false;
                if (clock.Now >= forgetAt)
                {
                    await ForgetAsync(stoppingToken);
                    forgetAt = clock.Now + ForgetEvery;
                }
            }
            catch (Exception exception) when (exception is not OperationCanceledException)
            {
                logger.OwedAnswersFailed(exception.GetType().Name);
            }
        }
        while (await timer.WaitForNextTickAsync(stoppingToken));
    }

    private async Task DeliverAsync(bool leasesOver, CancellationToken cancellationToken)
    {
        var now = clock.Now;
        var asOf = leasesOver ? now + TurnDesk.Lease + TurnDesk.Lease : now;
        var owed = await store.WriteAsync(
            session => session.Conversations.ClaimUndeliveredAsync(now - WorthSending, asOf, now + TurnDesk.Lease, Page), cancellationToken);
        foreach (var activity in owed)
        {
            var answer = TurnAnswer.Of(activity.Answer);
            if (answer.Reference is { } reference)
                await DeliverAsync(activity, answer, reference, cancellationToken);
        }
    }

    private async Task DeliverAsync(ReceivedActivity activity, TurnAnswer answer, ConversationReference reference, CancellationToken cancellationToken)
    {
        try
        {
            await adapter.ContinueConversationAsync(
                reference,
                (turnContext, token) => delivery.DeliverAsync(turnContext, activity.ActivityKey, activity.SpecialistId, answer, token),
                cancellationToken);
        }
        catch (ServiceUrlNotAllowedException)
        {
            logger.AnswerOwed(nameof(ServiceUrlNotAllowedException), null);
        }
    }

    private async Task ForgetAsync(CancellationToken cancellationToken)
    {
        var now = clock.Now;
        await store.WriteAsync(session => session.Conversations.ForgetAsync(now - ActivitiesKept, now, now - CardsKept), cancellationToken);
    }
}
