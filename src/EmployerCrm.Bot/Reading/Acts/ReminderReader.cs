using System.Text.RegularExpressions;

namespace EmployerCrm.Bot.Reading.Acts;

/// <summary>Reads "remind me to ring Two Rivers Mon", "reminder: tracking sheet Friday 3pm", "remind me on Friday to …".</summary>
internal sealed partial class ReminderReader(Skeleton skeleton)
{
    private const int MostWords = 20;

    public Reminder? Read()
    {
        var line = skeleton.Line;
        var lead = Lead().Match(skeleton.Text);
        if (lead.Success ? lead.Length >= skeleton.Text.Length : !IsTask())
            return null;
        var start = lead.Success ? skeleton.TokenAt(lead.Length) : line.Tokens.FindIndex(token => token.IsWord);
        var end = line.Tokens.Count;
        if (start >= end)
            return null;
        var early = line.Dates.Find(date => date.First < start);
        var date = early ?? line.Dates.FindLast(date => date.First >= start && date.Sense != DateSense.Vague);
        var time = line.Times.LastOrDefault();
        var title = Title(start, end, [.. new (int First, int End)?[] { date is { } day ? (day.First, day.End) : null, time is { } hour ? (hour.First, hour.End) : null }.OfType<(int First, int End)>()]);
        if (title.Length == 0)
            return null;
        var due = date?.On(line.Today, Direction.Forward) ?? (time is null || date is not null ? null : line.Today);
        return new Reminder(skeleton.Employers, title, due < line.Today ? null : due, time?.Time, date?.OtherDay(line.Today, due));
    }

    /// <summary>"ring Ash tomorrow", "send the CV Friday": something to do on a day to come that names no employer.</summary>
    private bool IsTask()
    {
        var line = skeleton.Line;
        return line.Mentions.Count == 0 && line.Tokens.FindIndex(token => token.IsWord) is >= 0 and var first && line.Tokens.Count < MostWords && ActionVerbs.Opens(line.Tokens[first].Word) && line.Tokens[first].Part == Part.None
            && !Lexicon.Particles.Contains(first + 1 < line.Tokens.Count ? line.Tokens[first + 1].Word : "with") && line.Dates.Exists(date => date.Sense is DateSense.Future or DateSense.Weekday && !(date.First > 0 && line.Tokens[date.First - 1].Word is "about" or "for" or "re"))
            && !line.Tokens.Exists(token => token.Break == Break.Sentence && token != line.Tokens[^1]) && line.Tokens[first].Word is not ("start" or "cancel" or "move" or "visit" or "meet" or "see" or "close" or "done" or "snooze" or "push");
    }

    /// <summary>The words between the day and the time, with what joined those left out too.</summary>
    private string Title(int start, int end, List<(int First, int End)> left)
    {
        var line = skeleton.Line;
        var parts = new List<string>();
        var from = start;
        foreach (var (first, after) in left.Where(span => span.First >= start).OrderBy(span => span.First))
        {
            var before = first;
            while (before > from && line.Tokens[before - 1].Word is "on" or "by" or "at" or "for" or "before" or "this" or "from")
                before--;
            parts.Add(line.TextOf(from, Math.Max(from, before)));
            from = Math.Max(from, after);
        }
        parts.Add(line.TextOf(from, end));
        return string.Join(' ', parts.Where(part => part.Length > 0));
    }

    [GeneratedRegex(@"^(?:(?:can|could|you|will|a|set|add|i|need|want|would|like|new) )*(?:remind me|remind myself|reminder|dont let me forget|do not let me forget|note to self|atgoffa fi)(?: (?:D|T|on|at|,))*(?: (?:to|about|that|for|i need to|ive got to|i have to|i must|i|,))* ", RegexOptions.NonBacktracking)]
    private static partial Regex Lead();
}
