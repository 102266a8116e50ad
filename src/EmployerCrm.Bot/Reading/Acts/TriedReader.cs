using System.Text.RegularExpressions;
using EmployerCrm.Core.Visits;

namespace EmployerCrm.Bot.Reading.Acts;

/// <summary>Reads what is said of a visit or call that names nobody, right after it: "nobody in", "got voicemail", "left a card", "went well, she wants a cleaner".</summary>
internal sealed partial class TriedReader(Skeleton skeleton, bool mayBeUnplanned, Func<string, LineReading> readAgain)
{
    public Act? Read()
    {
        var text = skeleton.Text;
        if (skeleton.Line.Mentions.Count > 0)
            return null;
        if (!mayBeUnplanned && WentWell().Match(text) is not { Success: true })
            return null;
        if (Nobody().Match(text) is { Success: true } nobody && Ends(nobody))
            return Of(skeleton.Line.Text.Trim(), LineReadingOf(Reached.Nobody));
        if (WentWell().Match(text) is not { Success: true } well || !Ends(well))
            return null;
        return Of(skeleton.TypedFrom(well.Length), LineReadingOf(null));
    }

    private Func<LineReading, LineReading> LineReadingOf(Reached? reached) => told => reached is null ? told : told with
    {
        Said = told.Said with { Reached = told.Said.Reached ?? reached }, Notes = skeleton.Line.Text.Trim(),
    };

    private static bool IsMark(string text, int at) => text.AsSpan(at).StartsWith(" ,");

    private bool Ends(Match match) => match.Length == skeleton.Text.Length || IsMark(skeleton.Text, match.Length) || Goes().IsMatch(skeleton.Text[match.Length..]);

    private Happened Of(string? more, Func<LineReading, LineReading> with) =>
        new([], null, null, more is null ? null : with(readAgain($"visited, {more}"))) { More = more, NeedNotBePlanned = true };

    [GeneratedRegex("^(?:(?:there|it|i|sorry|but|and|got|had|was|were|is|went|just|got to|only|again|yes|no|D|T|,|they|all|the|place|place was|shop|gate|door|doors|when i got there|so|just a|left) )*(?:nobody (?:was |were )?(?:in|there|about|around|home|available|free|answered|picked up)|no one (?:was )?(?:in|there|about|around|home|available|free|answered)|noone (?:in|there|about|around|home|available|answered)|no answer|no reply|no response|no joy|no luck|voicemail|voice mail|answerphone|answer phone|answering machine|rang out|engaged|(?:left |dropped )?(?:a |my |the |some )?(?:business )?(?:card|cards|leaflet|leaflets|flyer|flyers|voicemail|message|note) ?(?:for (?:her|him|them|the manager|the boss)|with (?:reception|the receptionist|staff|the girl|the lad|them))?|left word|(?:she|he|they|manager|boss|owner|the manager|the owner|the boss) (?:wasnt|werent|isnt|arent|was not|is not|not) (?:in|there|about|around|available|free)|(?:she|he|they|manager|boss|owner|the manager|the owner|the boss) (?:was|is|were) (?:out|off|away|busy|at lunch|in a meeting|on holiday|on leave)|(?:all )?(?:shut|closed)|couldnt get (?:through|hold of (?:her|him|them|anyone)))(?: (?:again|D|T|today|in the end|though))*", RegexOptions.NonBacktracking)]
    private static partial Regex Nobody();

    [GeneratedRegex("^(?:(?:it|that|all|visit|meeting|call|the|really|,|yes|they|D|today|todays|ie|i think|think it|thought it|one) )*went (?:really |very |so |quite |pretty )?(?:well|great|fine|lovely|good|brilliant|brilliantly|smoothly|ok|okay|amazing|fab|perfect|badly|like a dream)(?: (?:today|D|actually|i think|thanks))*", RegexOptions.NonBacktracking)]
    private static partial Regex WentWell();

    /// <summary>Free text that goes on without a mark.</summary>
    [GeneratedRegex("^ (?:so|but|and|because|cos|cause|as|she|he|they|shes|hes|theyre|will|ill|left|dropped|just)(?: |$)", RegexOptions.NonBacktracking)]
    private static partial Regex Goes();
}
