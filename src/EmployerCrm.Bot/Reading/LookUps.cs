using EmployerCrm.Core.Employers;

namespace EmployerCrm.Bot.Reading;

/// <summary>Reads questions about an employer or about adjustments.</summary>
internal sealed class LookUps(Line line)
{
    private static readonly HashSet<string> Request = Set("show info information history contact contacts detail details who whos what whats wots when where which look lookup pull find employer employers about number numbers phone telephone address profile card tell bring open get give know do we have has got is are any anyone anybody anything anyones did does last visit visited visits seen been notes record records on at for of me my us up our the a an s there here please pls with person people working spoken spoke email mail names name been manager ring site from currently latest already see can could you i how often recent recently ever lately speak talk to i");

    private static readonly HashSet<string> Opening = Set("show info information history contact contacts who whos what whats wots wot when where which look lookup pull find employer tell bring open details detail have has do does did is are any anyone anything can could give get how");

    private readonly List<Token> _words = [.. line.Tokens.Where(token => token.IsWord)];

    /// <summary>"adjustments JS12", "what adjustments have we agreed at X".</summary>
    public LineReading? Adjustments()
    {
        var asked = _words.FindIndex(token => token.Word.Length >= 9 && (Slips.Within(token.Word, "adjustments", 2) || Slips.Within(token.Word, "adjustment", 1)));
        var only = asked >= 0 && _words.All(token => token == _words[asked] || token.Part is Part.Employer or Part.Client || Request.Contains(token.Word) || Lexicon.Fillers.Contains(token.Word) || token.Word is "reasonable");
        if (asked < 0 || !only && asked > 6 || !only && _words.Take(asked).Any(token => token.Part == Part.Employer || Verbs.Contact(token.Word) is { Form: VerbForm.Past, Verb.Use: not VerbUse.WithParticle }) && !Opening.Contains(_words[0].Word))
            return null;
        if (line.Mentions.Count == 0 && line.Clients.Count == 0 && !only)
            return null;
        var fits = Fits();
        return new LineReading
        {
            Intent = Intent.Adjustments,
            Client = line.Client,
            EmployerId = fits.Count == 1 ? fits[0].Id : null,
            Employer = fits.Count == 1 ? fits[0].Name : null,
            Ambiguous = fits.Count > 1 ? fits : [],
            Ask = line.HasDoubtfulClient ? ReadingQuestion.Client : null,
        };
    }

    /// <summary>A name on its own, or with words that ask for it.</summary>
    public LineReading? Employer()
    {
        if (line.Mentions.Count == 0 || _words.Count == 0)
            return null;
        var fits = Fits();
        foreach (var fit in fits)
            EmployerChoice.MarkTown(line, fit);
        var rest = _words.Where(token => token.Part is not (Part.Employer or Part.Town)).ToList();
        var alone = rest.All(token => token.Word is "the" or "please" or "pls" or "at" or "in" or "a");
        var opens = Opening.Contains(_words[0].Word) && _words[0].Part != Part.Employer && !(_words[0].Word is "give" or "get" && _words.Exists(token => token.Word is "ring" or "call" or "bell"));
        var logs = _words.Exists(token => token.Word is "log" or "logging" or "add" or "record" && token.Part == Part.None) && _words[0].Word is "can" or "could";
        var asks = rest.All(token => Request.Contains(token.Word) || Lexicon.Fillers.Contains(token.Word) || Roles(token.Word)) && rest.Exists(token => Opening.Contains(token.Word) || token.Word is "number" or "address" or "profile");
        if (line.Tokens.Count > 1 && line.Tokens[1].Word == ":" && rest.Count > 2)
            return null;
        var visited = rest.Exists(token => Verbs.Contact(token.Word) is not null && !IsNumberOf(token)) && !opens;
        if (!alone && !((opens && !logs && (asks || rest.Count <= 12 && line.Clients.Count == 0)) || (asks && !visited)))
            return null;
        return new LineReading { Intent = Intent.Employer, EmployerId = fits.Count == 1 ? fits[0].Id : null, Employer = fits.Count == 1 ? fits[0].Name : null, Ambiguous = fits.Count > 1 ? fits : [] };
    }

    /// <summary>"phone number", "email address": something to look up.</summary>
    private bool IsNumberOf(Token token) => _words.IndexOf(token) is var at && at + 1 < _words.Count && _words[at + 1].Word is "number" or "numbers" or "address" or "no" or "details";

    private static bool Roles(string word) => Lexicon.Roles.Contains(word);

    private IReadOnlyList<DirectoryEmployer> Fits() => line.Mentions.Count == 0 ? [] : EmployerChoice.Narrow(line, line.Mentions[0]);

    private static HashSet<string> Set(string words) => new(words.Split(' '), StringComparer.Ordinal);
}
