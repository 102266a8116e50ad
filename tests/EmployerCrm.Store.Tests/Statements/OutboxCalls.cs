using EmployerCrm.Core;
using EmployerCrm.Core.Outbox;
using EmployerCrm.Store.Tests.Support;

namespace EmployerCrm.Store.Tests.Statements;

/// <summary>Calls everything that the outbox offers.</summary>
internal static class OutboxCalls
{
    public static async Task RunAsync(ICrmSession session, Rows rows)
    {
        var (row, now, lease) = (rows.Unsent(), Rows.Now, rows.Unsent().Id);
        await session.Outbox.AddAsync(row);
        await session.Outbox.AddAsync(row with { Id = rows.Unsent().Id });
        await session.Outbox.AddAllAsync([row, .. Enumerable.Range(0, 12).Select(_ => rows.Unsent())]);
        await session.Outbox.OfIdAsync(row.Id);
        await session.Outbox.OfKeyAsync(row.IdempotencyKey);
        await session.Outbox.OldestDueAsync(OutboxChannel.Teams, now);
        await session.Outbox.ClaimAsync(OutboxChannel.Teams, now, lease, now.AddMinutes(1), 5);
        await session.Outbox.BeginAsync(row.Id, lease, now, now);
        await session.Outbox.LoseAsync(now);
        await session.Outbox.EndAsync(row.Id, lease, OutboxState.InDoubt, OutboxReasons.NoAnswer, now);
        await session.Outbox.LaterAsync(row.Id, lease, now, "429");
        await session.Outbox.ReleaseAsync(lease);
        await session.Outbox.ReleaseOneAsync(row.Id, lease);
        await session.Outbox.NeedsAsync(OutboxChannel.Teams, now);
        await OldCardsAsync(session, rows, lease);
        await session.Outbox.AskAgainAsync(rows.Specialist.Id, now);
        await session.Outbox.RetryAsync(row.Id, 1, now);
        await session.Outbox.DropAsync(row.Id, 1, now);
        await session.Outbox.CountsAsync(now);
        await session.Outbox.CausesAsync();
        await session.Outbox.CountEndedAsync(OutboxState.Dead, now);
        await session.Outbox.TroubleAsync(0, 10);
        await session.Outbox.StopAsync(OutboxChannel.Teams, rows.Specialist.Id, now);
        await session.Outbox.StopsAsync();
        await session.Outbox.StartAsync(OutboxChannel.Teams);
        Unsent[] all =
        [
            new Unsent.OfSubject(row.Id), new Unsent.OfSubject(row.Id, OutboxKinds.VisitReminder), new Unsent.OfEmployer(rows.Employer.Id), new Unsent.OfClient(rows.Client.Id),
            new Unsent.OfClientAt(rows.Client.Id, rows.Employer.Id), new Unsent.OfRecipient(rows.Specialist.Id),
        ];
        foreach (var which in all)
            await session.Outbox.CancelAsync(which, OutboxReasons.Done, now);
        await session.Outbox.ExpireAsync(now);
        await session.Outbox.ForgetAsync(now.AddDays(-1));
    }

    private static async Task OldCardsAsync(ICrmSession session, Rows rows, Guid lease)
    {
        var (conversation, card) = (rows.Conversation(), rows.Card(rows.Employer.Id));
        await session.Conversations.SaveAsync(conversation);
        await session.Conversations.PersonalOfAsync(rows.Specialist.Id);
        await session.Conversations.SaveAsync(card with { ConversationId = conversation.ConversationId });
        await session.Conversations.ClaimOldCardsAsync(Rows.Now.AddDays(1), "talk", Rows.Now, lease, Rows.Now.AddMinutes(1), 10);
        await session.Conversations.IsOldCardAsync(conversation.ConversationId, card.ActivityId, lease);
        await session.Conversations.PutAwayAsync(conversation.ConversationId, card.ActivityId, lease, Rows.Now);
    }
}
