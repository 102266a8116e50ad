using EmployerCrm.Core.Employers;

namespace EmployerCrm.Bot.Handlers;

/// <summary>Lines that ask for nothing that can be done: thanks, greetings, "done" without saying what.</summary>
internal static class SmallTalk
{
    private const int LongestGreeting = 8;

    private static readonly HashSet<string> Polite = new((
        "thanks thank you thankyou thx ta cheers ra much very many so for now lovely brilliant great perfect nice one mate butt pal hun bye goodbye night goodnight have a good weekend evening day morning afternoon see later tomorrow monday all the best " +
        "hi hiya hello hey helo shwmae bore prynhawn da diolch hwyl alright ok okay no problem worries sorry x xx lol haha too and then that is that's thats it").Split(' '), StringComparer.Ordinal);

    private static readonly HashSet<string> Telling = new("thanks thank thankyou thx ta cheers bye goodbye night goodnight weekend hi hiya hello hey helo shwmae bore prynhawn diolch hwyl alright morning afternoon evening sorry lol haha worries".Split(' '), StringComparer.Ordinal);

    /// <summary>A sentence for a line that is only polite, or that says "done" and not what; null for any other.</summary>
    public static string? AnswerTo(string text)
    {
        var words = FoldedText.Words(text);
        if (words is ["done"] or ["all", "done"] or ["done", "all"] or ["done", "it"] or ["finished"] or ["done", "that"] or ["tick"])
            return Texts.Get("DoneWhat");
        return words.Count is > 0 and <= LongestGreeting && words.All(Polite.Contains) && words.Any(Telling.Contains) ? Texts.Get("Polite") : null;
    }

    /// <summary>"done 1 and 3": the numbers change with the list, so that only one can be meant for certain.</summary>
    public static bool NamesSeveral(string text) => FoldedText.Words(text).Count(word => NumberWords.Cardinal(word) is not null) > 1;
}
