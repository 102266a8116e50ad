using System.Text.Json.Nodes;
using EmployerCrm.Bot.Outbox;
using EmployerCrm.Bot.Tests.Conversations;
using EmployerCrm.Core.Outbox;
using EmployerCrm.Core.People;
using EmployerCrm.TestSupport;
using Microsoft.Extensions.DependencyInjection;

namespace EmployerCrm.Bot.Tests.Digest;

/// <summary>Renders what is sent unasked as it would be when it goes out now.</summary>
internal static class Unasked
{
    /// <summary>The card; null where nothing would be sent.</summary>
    public static async Task<JsonNode?> CardAsync(this Scene scene, OutboxRow row, TeamsActivities? person = null)
    {
        var recipient = await scene.PersonAsync(person ?? scene.Alex);
        var card = scene.Services.GetServices<IProactiveCard>().Single(card => card.Kind == row.Kind);
        if (await card.RenderAsync(row, recipient, TestContext.Current.CancellationToken) is not { } message)
            return null;
        if (message.WhenSent is { } save)
        {
            await scene.Store.WriteAsync(
                async session =>
                {
                    await save(session);
                    return true;
                },
                TestContext.Current.CancellationToken);
        }

        return message.Reply.Card;
    }

    public static OutboxRow Row(this Scene scene, string kind, DateOnly forDay, Guid? subjectId = null, string key = "key") => new()
    {
        Id = scene.Ids.New(), Channel = OutboxChannel.Teams, Kind = kind, RecipientId = Guid.Empty, ForDay = forDay, SubjectId = subjectId, IdempotencyKey = key,
        CreatedAt = scene.Clock.GetUtcNow(), NotBefore = scene.Clock.GetUtcNow(), ExpiresAt = scene.Clock.GetUtcNow().AddDays(1),
    };

    public static Task<Specialist> PersonAsync(this Scene scene, TeamsActivities person) =>
        scene.ReadAsync(async session => (await session.People.SpecialistWithObjectIdAsync(person.AadObjectId))!);

    public static Task<bool> ChooseAsync(this Scene scene, PersonSettings settings) =>
        scene.Store.WriteAsync(session => session.Settings.SaveAsync(settings with { Version = 1 }, 0), TestContext.Current.CancellationToken);

    /// <summary>Monday to Friday with the time of day.</summary>
    public static void GoTo(this Scene scene, int day, int hour, int minute = 0) =>
        scene.Clock.Advance(new DateTimeOffset(2026, 11, day, hour, minute, 0, TimeSpan.Zero) - scene.Clock.GetUtcNow());
}
