using System.Text.Json.Nodes;
using EmployerCrm.Bot.Cards;
using EmployerCrm.BotFramework;
using EmployerCrm.Core;
using EmployerCrm.Core.Employers;
using EmployerCrm.Core.People;

namespace EmployerCrm.Bot.Handlers.Employers;

/// <summary>
/// Employers found from the message box: those the person was in contact with last before anything is typed. The card goes into a chat that others read, so that it
/// holds public facts only, whoever looks at it.
/// </summary>
internal sealed class MessageBoxSearch(ICrmStore store, EmployerSearching searching)
{
    private const int Most = 15;

    private static readonly string[] Parameters = ["name", "query", "searchKeyword", "employer"];

    public async Task<MessagingExtensionResponse> FindAsync(Actor actor, MessagingExtensionQuery query, string? botId, CancellationToken cancellationToken)
    {
        var typed = Parameters.Select(query.TextOf).FirstOrDefault(text => text is not null) ?? string.Empty;
        var (skip, count) = (Math.Max(0, query.QueryOptions?.Skip ?? 0), Math.Clamp(query.QueryOptions?.Count ?? Most, 1, Most));
        var found = (await searching.SuggestAsync(actor, typed, Math.Min(skip, EmployerSearching.Most) + count, cancellationToken)).Where(employer => !employer.Archived).Skip(skip).Take(count).ToList();
        var employers = await store.ReadAsync(
            async session =>
            {
                var rows = new List<Employer>();
                foreach (var suggested in found)
                {
                    if (await session.Employers.EmployerAsync(suggested.Id) is { } employer)
                        rows.Add(employer);
                }

                return rows;
            },
            cancellationToken);
        return employers.Count == 0 ? MessagingExtensionResponse.Results() : MessagingExtensionResponse.Results([.. employers.Select(employer => Result(employer, botId))]);
    }

    private static MessagingExtensionAttachment Result(Employer employer, string? botId) => new()
    {
        ContentType = ContentTypes.AdaptiveCard,
        Content = GroupCards.Facts(employer, botId),
        Preview = new Attachment
        {
            ContentType = ContentTypes.ThumbnailCard,
            Content = new JsonObject
            {
                ["title"] = CardParts.Shortened(employer.Name, CardParts.LongestName),
                ["text"] = string.Join(" · ", new[] { employer.Town, EmployerCard.SectorOf(employer) }.OfType<string>().Where(part => part.Length > 0)),
            },
        },
    };
}
