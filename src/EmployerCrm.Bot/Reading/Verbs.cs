using System.Collections.Frozen;
using EmployerCrm.Core.Visits;

namespace EmployerCrm.Bot.Reading;

internal enum VerbForm
{
    Base,
    Past,
    Participle,
}

/// <summary>What a verb of contact needs beside it to mean a contact.</summary>
internal enum VerbUse
{
    /// <summary>Takes a place or a person at once: visited X, rang X.</summary>
    Direct,

    /// <summary>Takes a person: met X, saw X.</summary>
    Person,

    /// <summary>Needs a word of direction or a preposition: popped in, spoke to, went round.</summary>
    WithParticle,
}

internal sealed record ContactVerb(string Lemma, VerbUse Use, Channel? Channel);

internal readonly record struct VerbReading(ContactVerb Verb, VerbForm Form);

/// <summary>Verbs of contact, recognised in every form and with one slip.</summary>
internal static class Verbs
{
    private static readonly Dictionary<string, VerbReading> Inflected = Inflect();

    private static readonly FrozenDictionary<string, VerbReading> Forms = Inflected.ToFrozenDictionary(StringComparer.Ordinal);

    /// <summary>The forms long enough for a slip, from a to z.</summary>
    private static readonly string[][] ByFirstLetter = [.. Enumerable.Range('a', 26).Select(letter => Inflected.Keys.Where(form => form.Length >= 6 && form[0] == letter).ToArray())];

    public static FrozenSet<string> AllForms { get; } = Forms.Keys.ToFrozenSet(StringComparer.Ordinal);

    public static VerbReading? Contact(string word)
    {
        if (Forms.TryGetValue(word, out var reading))
            return reading;
        if (word.Length < 5 || !char.IsAsciiLetterLower(word[0]) || Lexicon.IsKnown(word))
            return null;
        foreach (var form in ByFirstLetter[word[0] - 'a'])
        {
            if (Slips.One(word, form))
                return Forms[form];
        }
        return null;
    }

    public static bool IsForm(string word) => Forms.ContainsKey(word);

    private static Dictionary<string, VerbReading> Inflect()
    {
        var forms = new Dictionary<string, VerbReading>(StringComparer.Ordinal);
        foreach (var verb in All())
        {
            var reading = (VerbForm form) => new VerbReading(verb, form);
            forms[verb.Lemma] = reading(VerbForm.Base);
            forms[Stem(verb.Lemma) + "ing"] = reading(VerbForm.Participle);
            foreach (var past in Past(verb.Lemma))
                forms[past] = reading(VerbForm.Past);
        }
        return forms;
    }

    private static IEnumerable<ContactVerb> All()
    {
        foreach (var lemma in new[] { "visit", "tour" })
            yield return new ContactVerb(lemma, VerbUse.Direct, null);
        foreach (var lemma in new[] { "meet", "see" })
            yield return new ContactVerb(lemma, VerbUse.Person, null);
        foreach (var lemma in "go drop pop nip swing stop look walk head come get finish leave speak talk chat catch sit bump pull be attend trek trot dash whizz wander stroll drive".Split(' '))
            yield return new ContactVerb(lemma, VerbUse.WithParticle, null);
        foreach (var lemma in new[] { "ring", "phone", "call", "telephone", "dial", "bell", "buzz", "voicemail" })
            yield return new ContactVerb(lemma, VerbUse.Direct, Channel.Phone);
        foreach (var lemma in new[] { "email", "mail" })
            yield return new ContactVerb(lemma, VerbUse.Direct, Channel.Email);
        foreach (var lemma in new[] { "text", "whatsapp", "message", "msg", "sms", "dm" })
            yield return new ContactVerb(lemma, VerbUse.Direct, Channel.Text);
        foreach (var lemma in new[] { "zoom", "facetime", "skype" })
            yield return new ContactVerb(lemma, VerbUse.Direct, Channel.Video);
    }

    private static string[] Past(string lemma) => lemma switch
    {
        "meet" => ["met"],
        "see" => ["saw", "seen"],
        "go" => ["went", "gone"],
        "swing" => ["swung"],
        "come" => ["came"],
        "get" => ["got"],
        "speak" => ["spoke", "spoken"],
        "leave" => ["left"],
        "catch" => ["caught"],
        "sit" => ["sat"],
        "be" => ["was", "been", "were"],
        "ring" => ["rang", "rung"],
        "drive" => ["drove", "driven"],
        "text" => ["texted", "txted", "txtd"],
        _ => [Stem(lemma) + "ed"],
    };

    /// <summary>The stem before -ed and -ing: pop → popp, phone → phon, visit → visit.</summary>
    private static string Stem(string lemma)
    {
        if (lemma is "be" or "see")
            return lemma;
        if (lemma.EndsWith('e'))
            return lemma[..^1];
        var doubles = lemma.Length is 3 or 4 && lemma != "text" && IsConsonant(lemma[^1]) && !IsConsonant(lemma[^2]) && IsConsonant(lemma[^3]) && lemma is not ("mail" or "look");
        return doubles || lemma == "swim" ? lemma + lemma[^1] : lemma;
    }

    private static bool IsConsonant(char c) => c is not ('a' or 'e' or 'i' or 'o' or 'u' or 'w' or 'y');
}
