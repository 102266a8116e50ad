using System.Text.Json;
using EmployerCrm.Bot.Cards;
using EmployerCrm.Bot.Turns;
using EmployerCrm.BotFramework;
using EmployerCrm.Core;
using EmployerCrm.Core.Calendar;
using EmployerCrm.Core.Conversations;
using EmployerCrm.Core.Jobs;
using EmployerCrm.Core.Outbox;

namespace EmployerCrm.Bot.Outbox;

/// <summary>
/// A day after a card was last touched the bot puts one line in its place: what Teams keeps for years then says little. A card that somebody acts on
/// meanwhile is left alone for another day. Goes slowly, so that what people wait for goes first.
/// </summary>
internal sealed class ReceiptsForOldCards(ICrmStore store, LondonClock clock, TimeProvider time, Ids ids, ProactiveSending sending, ReaderLanguages languages) : IJob
{
    public static readonly TimeSpan Age = TimeSpan.FromDays(1);

    /// <summary>What is still in doubt then is left as it is.</summary>
    private static readonly TimeSpan GivenUpAfter = TimeSpan.FromDays(7);

    private const double PerSecond = 5;
    private const int AtOnce = 25;

    /// <summary>After so many failures in a row Teams is left alone until the next run.</summary>
    private const int MostFailures = 5;

    private static readonly TimeSpan Lease = TimeSpan.FromMinutes(30);

    public string Name => "receipts-for-old-cards";

    public JobTiming Timing { get; } = new JobTiming.Every(TimeSpan.FromHours(1));

    public async Task<JobResult> RunAsync(JobRunContext run, CancellationToken cancellationToken)
    {
        var (found, done, failures, pace) = (0, 0, 0, new SendPace(PerSecond, time));
        while (failures < MostFailures)
        {
            var (now, lease) = (clock.Now, ids.New());
            var cards = await store.WriteAsync(
                session => session.Conversations.ClaimOldCardsAsync(now - Age, CardKinds.Talk, now, lease, now + Lease, AtOnce), cancellationToken);
            found += cards.Count;
            foreach (var card in cards)
            {
                await pace.WaitAsync(cancellationToken);
                var isPutAway = await PutAwayAsync(card, lease, cancellationToken);
                (done, failures) = isPutAway ? (done + 1, 0) : (done, failures + 1);
                if (failures == MostFailures)
                    break;
            }

            if (cards.Count < AtOnce)
                break;
        }

        return new JobResult(found, done);
    }

    /// <summary>False when Teams took nothing: the card comes again when its lease is over.</summary>
    private async Task<bool> PutAwayAsync(OldCard card, Guid lease, CancellationToken cancellationToken)
    {
        if (!await store.ReadAsync(session => session.Conversations.IsOldCardAsync(card.ConversationId, card.ActivityId, lease), cancellationToken))
            return true;
        var reference = JsonSerializer.Deserialize(card.Reference, BotJson.Default.ConversationReference)!;
        using var reader = ReaderLanguage.Speak(await languages.OfAsync(card.SpecialistId, cancellationToken));
        var receipt = new Reply(null, OldCards.Receipt(card.Kind, DateOnly.FromDateTime(LondonClock.ToLocal(card.SentAt)), clock.Today), null, null, card.ActivityId);
        var (delivery, _) = await sending.SendAsync(reference, receipt, cancellationToken);
        var now = clock.Now;
        // In doubt too: the same line twice is seen by nobody.
        if (delivery is Delivery.Later || (delivery is Delivery.InDoubt && now - card.SentAt < GivenUpAfter))
            return false;
        // Gone or refused: what is shown there is not worth a second try.
        await store.MarkAsync(session => session.Conversations.PutAwayAsync(card.ConversationId, card.ActivityId, lease, now), CancellationToken.None);
        return true;
    }
}
