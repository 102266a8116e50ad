using EmployerCrm.Bot;
using EmployerCrm.BotFramework;
using EmployerCrm.Core;
using EmployerCrm.Core.Conversations;
using EmployerCrm.Core.Outbox;
using EmployerCrm.Core.People;
using Microsoft.AspNetCore.Builder;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace EmployerCrm.Benchmarks.Outbox;

/// <summary>The outbox as the host runs it: store on disk, connector client with its repeats, a commit before and after each message.</summary>
internal static class OurOutbox
{
    private static readonly TimeSpan BetweenLooks = TimeSpan.FromMilliseconds(50);

    /// <summary>Puts the rows there; that is not measured.</summary>
    public static async Task FillAsync(BenchmarkStore store, Ids ids, MessagesRun run, string serviceUrl)
    {
        var now = TimeProvider.System.GetUtcNow();
        List<Specialist> people = [.. Enumerable.Range(0, run.People).Select(number => new Specialist
        {
            Id = ids.New(), ObjectId = $"person-{number}", Name = $"Person {number}", TeamId = store.Team.Id, Role = Role.Specialist, WeeklyTarget = 6,
        })];
        await store.Store.WriteAsync(
            async session =>
            {
                foreach (var (number, person) in people.Index())
                {
                    await session.People.AddAsync(person);
                    await session.Conversations.SaveAsync(new StoredConversation
                    {
                        ChannelId = "msteams", ConversationId = $"a:{number}", SpecialistId = person.Id, IsPersonal = true, State = ReferenceState.Live, UpdatedAt = now,
                        Reference = $$$"""{"channelId":"msteams","serviceUrl":"{{{serviceUrl}}}","conversation":{"id":"a:{{{number}}}"},"bot":{"id":"28:bot"},"user":{"id":"29:{{{number}}}"}}""",
                    });
                }

                return await session.Outbox.AddAllAsync([.. Enumerable.Range(0, run.Rows).Select(number => new OutboxRow
                {
                    Id = ids.New(), Channel = OutboxChannel.Teams, Kind = OutboxKinds.Probe, RecipientId = people[number % people.Count].Id, IdempotencyKey = $"probe:{number}",
                    CreatedAt = now, NotBefore = now, ExpiresAt = now.AddDays(1),
                })]);
            },
            CancellationToken.None);
    }

    /// <summary>Sends all of it; returns when every row is marked as sent.</summary>
    public static async Task SendAsync(BenchmarkStore store, Ids ids, int rows, int perSecond)
    {
        var builder = WebApplication.CreateSlimBuilder(new WebApplicationOptions { EnvironmentName = "Development" });
        builder.Logging.ClearProviders();
        builder.Services.AddSingleton<ICrmStore>(store.Store);
        builder.Services.AddSingleton(ids);
        builder.Services.AddSingleton(new OutboxOptions { TeamsPerSecond = perSecond });
        builder.Services.AddBotFramework(builder.Configuration, builder.Environment);
        builder.Services.AddEmployerCrmBot(options => options.OnlyProcess = true);
        await using var app = builder.Build();
        using var stopping = new CancellationTokenSource();
        var running = app.Services.GetRequiredService<OutboxDispatcher>().KeepRunningAsync(stopping.Token);
        while (await store.Store.ReadAsync(session => session.Outbox.CountEndedAsync(OutboxState.Sent, DateTimeOffset.MinValue), CancellationToken.None) < rows)
            await Task.Delay(BetweenLooks);
        await stopping.CancelAsync();
        await running;
    }
}
