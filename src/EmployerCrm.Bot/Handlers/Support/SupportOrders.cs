using System.Text.RegularExpressions;
using EmployerCrm.Bot.Turns;

namespace EmployerCrm.Bot.Handlers.Support;

/// <summary>Lines about in-work support that name what they want at their start; they are looked for before a line is read.</summary>
internal sealed partial class SupportOrders(SupportTalk record, FollowUpTalk followUps, HandOverTalk handOver, LiaisonLines liaison, JobForms jobs)
{
    /// <summary>The answer; null when the line asks for none of these.</summary>
    /// <param name="key">The line, folded.</param>
    public async Task<TurnAnswer?> FollowAsync(Turn turn, string text, string key, CancellationToken cancellationToken)
    {
        // What is put in place of a pressed card is a new message here.
        turn = turn.IsAgain ? turn : turn with { Pressed = null };
        if (JobForms.IsAsked(key))
            return await jobs.OpenAsync(turn, cancellationToken);
        if (JobFactsLine().Match(text.Trim()) is { Success: true } asked)
            return await jobs.OfClientAsync(turn, asked.Groups["client"].Value.Replace(" ", "", StringComparison.Ordinal).ToUpperInvariant(), cancellationToken);
        return await record.FollowAsync(turn, text, key, cancellationToken) ?? await followUps.FollowAsync(turn, text, cancellationToken) ?? await handOver.FollowAsync(turn, text, cancellationToken)
            ?? await liaison.FollowAsync(turn, text, cancellationToken);
    }

    [GeneratedRegex("^(?:(?:show|open|add|edit|the) )*job (?:details|facts|form)(?: (?:of|for))? (?<client>[a-z]{2} ?[0-9]{2})$", RegexOptions.IgnoreCase | RegexOptions.ExplicitCapture, 5000)]
    private static partial Regex JobFactsLine();
}
