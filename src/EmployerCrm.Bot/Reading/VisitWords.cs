using EmployerCrm.Core.Visits;

namespace EmployerCrm.Bot.Reading;

internal enum Tense
{
    None,
    Past,
    Plan,
}

/// <summary>Recognises the words that say that a contact happened or is to happen, and by which channel.</summary>
internal sealed class VisitWords
{
    private readonly VisitMarks _words;
    private readonly PlanWords _plans;
    private readonly VisitPhrases _phrases;
    private readonly VisitNouns _nouns;
    private readonly ContactVerbs _verbs;
    private readonly LightWords _light;

    public VisitWords(List<Token> tokens)
    {
        _words = new VisitMarks(tokens);
        _plans = new PlanWords(_words);
        _phrases = new VisitPhrases(_words);
        _nouns = new VisitNouns(_words);
        _verbs = new ContactVerbs(_words, _nouns);
        _light = new LightWords(_words);
    }

    /// <summary>The first thing that settles it.</summary>
    public Tense Tense => Array.Find(_words.Tenses, tense => tense != Tense.None);

    public bool Any => _words.Tokens.Exists(token => token.Part == Part.Visit);

    /// <summary>Video when it is named at all; else the first that was said; else in person.</summary>
    public Channel Channel => Array.Exists(_words.Channels, channel => channel == Channel.Video) ? Channel.Video : Array.Find(_words.Channels, channel => channel is not null) ?? Channel.InPerson;

    /// <summary>Marks the visit words of a clause. In a later clause only what has happened counts, so that wishes and orders stay notes.</summary>
    public void Cover(int from, int to, bool later)
    {
        _words.Later = later;
        for (var i = from; i < to; i++)
        {
            if (!_words.Free(i))
                continue;
            var end = _phrases.At(i, to) ?? _plans.At(i, to) ?? _verbs.At(i, from, to) ?? _nouns.At(i, from, to) ?? _light.DayPart(i);
            i = (end ?? i + 1) - 1;
        }
        _light.CoverWeak(from, to);
    }

    /// <summary>Takes the marks of a clause back: it turned out to be free text.</summary>
    public void Uncover(int from, int to)
    {
        for (var i = from; i < to; i++)
        {
            if (_words.Tokens[i].Part == Part.Visit)
                _words.Tokens[i].Part = Part.None;
            _words.Tenses[i] = Tense.None;
            _words.Channels[i] = null;
        }
    }

    public bool IsPastVerb(int i) => _words.Tokens[i].Part == Part.Visit && Verbs.Contact(_words.Tokens[i].Word) is { Form: VerbForm.Past };
}
