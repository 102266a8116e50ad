using System.Buffers;
using System.Text.RegularExpressions;
using EmployerCrm.Core.Employers;
using EmployerCrm.Core.People;

namespace EmployerCrm.Bot.Reading.Orders;

/// <summary>A short line about what a person chooses for themselves. It is read before the line is, and only when the whole of it is that.</summary>
internal abstract partial record SettingsOrder
{
    private const int LongestLine = 160;

    // Nearly every message is about something else, and the patterns below cost as much as reading it.
    private static readonly HashSet<string> FirstWords = new(
        ("a a/l al all annual away back be book booked cancel carer's change count cover covered cymraeg daily day days digest don't dont english fy get give going gosodiadau have hide holiday holidays " +
        "i i'll i'm i've i’ll i’m i’ve ill im in ive language leave maternity morning move my no not nothing off on open options out parental paternity please preferences put quiet saesneg send set " +
        "setting settings show sick speak stop study summary switch taking team tell the turn use weekly welsh when work working wrap yn don’t").Split(' '),
        StringComparer.OrdinalIgnoreCase);

    private static readonly SearchValues<char> WordEnds = SearchValues.Create(" ,;:.!?\r\n");

    private static readonly HashSet<string>.AlternateLookup<ReadOnlySpan<char>> Starts = FirstWords.GetAlternateLookup<ReadOnlySpan<char>>();

    /// <summary>What the line asks for; null when it is about something else.</summary>
    /// <param name="today">The day in London when it was typed.</param>
    public static SettingsOrder? Of(string text, DateOnly today)
    {
        ArgumentNullException.ThrowIfNull(text);
        if (text.Length > LongestLine || !MayBeOne(text))
            return null;
        var line = Dashes().Replace(text.Trim().ReplaceLineEndings(", "), "-").TrimEnd('.', '!', '?', ' ').Replace('’', '\'');
        return Bare(FoldedText.Key(line)) ?? Hours(line) ?? WorkedDays.Of(line) ?? LeaveOrderReader.Of(line, today);
    }

    private static bool MayBeOne(string text)
    {
        var trimmed = text.AsSpan().Trim();
        var end = trimmed.IndexOfAny(WordEnds);
        return Starts.Contains(end < 0 ? trimmed : trimmed[..end]) || trimmed.Contains("cover", StringComparison.OrdinalIgnoreCase);
    }

    private static SettingsOrder? Bare(string key) => key switch
    {
        "settings" or "my settings" or "setting" or "show settings" or "show my settings" or "change settings" or "change my settings" or "preferences" or "my preferences" or "options"
            or "open settings" or "gosodiadau" or "fy ngosodiadau" => new ShowSettingsOrder(),
        "my leave" or "leave" or "show my leave" or "when am i off" or "my holidays" or "my holiday" or "my time off" => new ShowSettingsOrder(),
        "cymraeg" or "welsh" or "in welsh" or "welsh please" or "yn gymraeg" or "cymraeg os gwelwch yn dda" or "speak welsh" or "switch to welsh" or "use welsh" or "in welsh please" or "language welsh"
            => new LanguageOrder("cy"),
        "english" or "in english" or "english please" or "saesneg" or "yn saesneg" or "speak english" or "switch to english" or "use english" or "in english please" or "language english"
            => new LanguageOrder("en"),
        "hide the count" or "hide count" or "no count" or "dont show the count" or "dont show count" or "count off" or "stop counting" or "hide my count" => new SwitchOrder { CountOnCards = false },
        "show the count" or "show count" or "count on" or "show my count" => new SwitchOrder { CountOnCards = true },
        "no wrap up" or "wrap up off" or "stop the wrap up" or "no wrap-up" or "no weekly wrap up" or "no friday wrap up" or "hide the wrap up" => new SwitchOrder { WrapUp = false },
        "wrap up on" or "wrap up please" or "send the wrap up" => new SwitchOrder { WrapUp = true },
        "all clear on" or "send the all clear" or "tell me when nothing is due" or "tell me if nothing is due" => new SwitchOrder { AllClear = true },
        "all clear off" or "no all clear" or "stop the all clear" => new SwitchOrder { AllClear = false },
        "no summary" or "no weekly summary" or "summary off" or "no team summary" or "stop the summary" => new SwitchOrder { LeadSummary = false },
        "summary on" or "weekly summary on" or "team summary on" or "send the summary" => new SwitchOrder { LeadSummary = true },
        "no digest" or "digest off" or "stop the digest" or "no morning digest" or "turn off the digest" or "dont send the digest" or "cancel the digest" or "no more digest" => new NoDigestOrder(),
        "no quiet hours" or "quiet hours off" or "no quiet" => new QuietOrder(TimeOnly.MinValue, TimeOnly.MinValue),
        "cancel my leave" or "cancel leave" or "im not off" or "im not off any more" or "im not away any more" or "not off any more" => new CancelLeaveOrder(),
        _ => null,
    };

    private static SettingsOrder? Hours(string line)
    {
        if (DigestLine().Match(line) is { Success: true } digest && Clock.Morning(digest.Groups["at"].Value) is { } at)
            return new DigestAtOrder(at);
        if (QuietBetween().Match(line) is { Success: true } both && Clock.Evening(both.Groups["from"].Value) is { } from && Clock.Morning(both.Groups["until"].Value) is { } until)
            return new QuietOrder(from, until);
        if (QuietFrom().Match(line) is { Success: true } after && Clock.Evening(after.Groups["from"].Value) is { } evening)
            return new QuietOrder(evening, null);
        return QuietUntil().Match(line) is { Success: true } before && Clock.Morning(before.Groups["until"].Value) is { } morning ? new QuietOrder(null, morning) : null;
    }

    [GeneratedRegex(@"[\u2010-\u2015\u2212]", RegexOptions.NonBacktracking)]
    private static partial Regex Dashes();

    [GeneratedRegex(@"^(?:please\s+)?(?:(?:send|give|have|get|move|set|change|put)\s+(?:me\s+)?)?(?:the\s+|my\s+)?(?:morning\s+|daily\s+)?digest\s+(?:(?:time|please)\s+)?(?:comes\s+)?(?:at|to|for|is)?\s*(?<at>[\w:. ]+?)(?:\s+(?:please|in the morning|every morning|every day|from now on))*$", RegexOptions.IgnoreCase | RegexOptions.NonBacktracking)]
    private static partial Regex DigestLine();

    [GeneratedRegex(@"^(?:please\s+)?(?:be\s+)?(?:my\s+)?quiet(?:\s+hours)?(?:\s+(?:are|is))?\s+(?:from|between|after)?\s*(?<from>[\w:.]+(?:\s*[ap]m)?)\s*(?:-|to|until|till|til|and|before)\s*(?<until>[\w:.]+(?:\s*[ap]m)?)$", RegexOptions.IgnoreCase | RegexOptions.NonBacktracking)]
    private static partial Regex QuietBetween();

    [GeneratedRegex(@"^(?:please\s+)?(?:be\s+)?(?:quiet(?:\s+hours)?\s+(?:after|from)|nothing\s+after|no\s+messages\s+after|don'?t\s+(?:message|disturb|text|write\s+to)\s+me\s+after)\s+(?<from>[\w:. ]+)$", RegexOptions.IgnoreCase | RegexOptions.NonBacktracking)]
    private static partial Regex QuietFrom();

    [GeneratedRegex(@"^(?:please\s+)?(?:be\s+)?(?:quiet(?:\s+hours)?\s+(?:until|till|til|before)|nothing\s+before|no\s+messages\s+before|don'?t\s+(?:message|disturb|text|write\s+to)\s+me\s+before)\s+(?<until>[\w:. ]+)$", RegexOptions.IgnoreCase | RegexOptions.NonBacktracking)]
    private static partial Regex QuietUntil();
}

/// <summary>"settings".</summary>
internal sealed record ShowSettingsOrder : SettingsOrder;

/// <summary>"digest at 8".</summary>
internal sealed record DigestAtOrder(TimeOnly At) : SettingsOrder;

/// <summary>"no digest".</summary>
internal sealed record NoDigestOrder : SettingsOrder;

/// <summary>"quiet after 6", "quiet from 6pm to 8"; what is null stays. Both the same: no quiet hours.</summary>
internal sealed record QuietOrder(TimeOnly? From, TimeOnly? Until) : SettingsOrder;

/// <summary>"my days are Mon Tue Thu".</summary>
internal sealed record DaysOrder(WorkingDays Days) : SettingsOrder;

/// <summary>"Cymraeg".</summary>
internal sealed record LanguageOrder(string Language) : SettingsOrder;

/// <summary>"hide the count"; what is null stays.</summary>
internal sealed record SwitchOrder : SettingsOrder
{
    public bool? CountOnCards { get; init; }

    public bool? WrapUp { get; init; }

    public bool? AllClear { get; init; }

    public bool? LeadSummary { get; init; }
}

/// <summary>"off 24 Nov - 5 Dec, Megan covers". Days that could not be read are null.</summary>
internal sealed record LeaveOrder(DateOnly? From, DateOnly? To, string? Cover) : SettingsOrder;

/// <summary>"Megan covers".</summary>
internal sealed record CoverOrder(string Cover) : SettingsOrder;

/// <summary>"back today".</summary>
internal sealed record BackOrder(DateOnly On) : SettingsOrder;

/// <summary>"cancel my leave".</summary>
internal sealed record CancelLeaveOrder : SettingsOrder;
