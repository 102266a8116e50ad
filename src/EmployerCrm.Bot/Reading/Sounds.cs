namespace EmployerCrm.Bot.Reading;

/// <summary>A key that first names which sound the same share (Geoff and Jeff, Catherine and Kathryn, Jo and Joe). For dictated lines.</summary>
internal static class Sounds
{
    private const int LongestOnStack = 64;

    private static readonly (string Letters, string Sound)[] Consonants =
    [
        ("sch", "S"), ("chl", "kl"), ("chr", "kr"), ("ch", "C"), ("sh", "S"), ("ph", "f"), ("ck", "k"), ("kh", "k"), ("gh", ""), ("th", "t"), ("wr", "r"), ("rh", "r"), ("kn", "n"),
        ("ce", "se"), ("ci", "si"), ("cy", "sy"), ("ge", "je"), ("gi", "ji"), ("gy", "jy"), ("c", "k"), ("q", "k"), ("x", "ks"), ("z", "s"), ("v", "f"),
    ];

    public static bool Same(string a, string b) => a == b || (a.Length >= 2 && b.Length >= 2 && Key(a) == Key(b));

    /// <summary>The sound of a typed word is worked out only where its first letter can begin as the name does.</summary>
    public static bool Same(SpokenName typed, SpokenName name) =>
        typed.Text == name.Text || (typed.Text.Length >= 2 && name.Text.Length >= 2 && MayBegin(typed.Text[0], name.Sound) && typed.Sound == name.Sound);

    /// <summary>Whether a word with this first letter can have that sound.</summary>
    public static bool MayBegin(char letter, string sound) => sound is not [var first, ..] || letter switch
    {
        'a' or 'e' or 'i' or 'o' or 'u' or 'y' => first is 'A' or 'E' or 'I' or 'O' or 'U',
        'c' => first is 'k' or 's' or 'S' or 'C' or 'n',
        's' => first is 's' or 'S',
        'k' => first is 'k' or 'n',
        'p' => first is 'p' or 'f',
        'w' => first is 'w' or 'r',
        'q' or 'x' => first is 'k',
        'z' => first is 's',
        'v' => first is 'f',
        // "gh" is silent: anything may follow.
        'g' => true,
        _ => first == letter,
    };

    /// <summary>Whether two words have the same consonants in speech: "reverse" and "rivers", "dun" and "done".</summary>
    public static bool SameConsonants(string a, string b) => a.Length >= 3 && b.Length >= 3 && a[0] == b[0] && Consonantal(a) is { Length: >= 2 } sound && sound == Consonantal(b);

    private static string Consonantal(string word) => Key(word).Replace("A", "", StringComparison.Ordinal).Replace("E", "", StringComparison.Ordinal)
        .Replace("I", "", StringComparison.Ordinal).Replace("O", "", StringComparison.Ordinal).Replace("U", "", StringComparison.Ordinal);

    public static string Key(string name)
    {
        // One letter, x, becomes two.
        var room = 2 * name.Length;
        Span<char> letters = room <= LongestOnStack ? stackalloc char[room] : new char[room];
        name.CopyTo(letters);
        letters = letters[..WithConsonants(letters, name.Length)];
        if (letters.Length > 3 && letters[^1] == 'e' && !IsVowel(letters[^2]))
            letters = letters[..^1];
        Span<char> key = room <= LongestOnStack ? stackalloc char[room] : new char[room];
        var length = 0;
        var vowelSeen = false;
        for (var i = 0; i < letters.Length;)
        {
            var start = i;
            while (i < letters.Length && (IsVowel(letters[i]) || (letters[i] is 'h' or 'w' && i > 0)))
                i++;
            if (i > start)
            {
                if (!vowelSeen || i == letters.Length)
                    key[length++] = Vowel(letters[start..i], i == letters.Length);
                vowelSeen = true;
            }
            else
            {
                if (length == 0 || key[length - 1] != letters[i])
                    key[length++] = letters[i];
                i++;
            }
        }
        return key[..length].ToString();
    }

    /// <summary>Puts a sound in the place of consonants; how many letters there are then.</summary>
    private static int WithConsonants(Span<char> letters, int length)
    {
        foreach (var (from, to) in Consonants)
        {
            for (var at = 0; letters[at..length].IndexOf(from[0]) is >= 0 and var found;)
            {
                at += found;
                if (!letters[at..length].StartsWith(from))
                {
                    at++;
                    continue;
                }
                letters[(at + from.Length)..length].CopyTo(letters[(at + to.Length)..]);
                to.CopyTo(letters[at..]);
                length += to.Length - from.Length;
                at += to.Length;
            }
        }
        return length;
    }

    /// <summary>Only the first vowel and a vowel at the end are told apart; those between are weak in speech.</summary>
    private static char Vowel(ReadOnlySpan<char> vowels, bool last) => vowels switch
    {
        "ei" when last => 'A',
        "ee" or "ea" or "ei" or "ie" or "ey" or "y" or "i" => 'I',
        "au" or "aw" => 'O',
        "oo" or "ou" => 'U',
        _ => char.ToUpperInvariant(vowels[0] == 'y' ? 'i' : vowels[0]),
    };

    private static bool IsVowel(char c) => c is 'a' or 'e' or 'i' or 'o' or 'u' or 'y';
}

/// <summary>A folded word that is compared with others by sound, which is worked out once.</summary>
internal sealed class SpokenName(string text)
{
    private string? _sound;

    public string Text => text;

    public string Sound => _sound ??= Sounds.Key(text);
}
