using EmployerCrm.Core.Visits;

namespace EmployerCrm.Bot.Reading;

/// <summary>What is known so far about the visit words of a line: which tokens they are, which tense and which channel they tell.</summary>
internal sealed class VisitMarks(List<Token> tokens)
{
    public List<Token> Tokens { get; } = tokens;

    public Tense[] Tenses { get; } = new Tense[tokens.Count];

    public Channel?[] Channels { get; } = new Channel?[tokens.Count];

    /// <summary>The clause stands behind the one that names the employer; wishes and orders in it stay notes.</summary>
    public bool Later { get; set; }

    public int Particles(int i, int to)
    {
        while (i < to && Free(i) && (Lexicon.Particles.Contains(Word(i)) || Word(i) is "hold" or "of" or "touch" or "and" or "the" or "a" or "diary"))
            i++;
        return i;
    }

    public bool LeadsToRecognised(int i, int to, bool anyway = false)
    {
        while (i < to && (Lexicon.IsJoining(Word(i)) || Lexicon.Particles.Contains(Word(i)) || Tokens[i] is { IsWord: false, Break: Break.None }))
            i++;
        return i >= to || Tokens[i].Break != Break.None || Tokens[i].Part != Part.None || anyway || (i < to && Verbs.Contact(Word(i)) is not null);
    }

    public bool IsEmployer(int i) => i < Tokens.Count && Tokens[i].Part == Part.Employer;

    public bool IsContact(int i) => i < Tokens.Count && Tokens[i].Part == Part.Contact;

    public int Mark(int first, int end, Tense tense)
    {
        for (var i = first; i < end; i++)
        {
            if (Tokens[i].Part == Part.None)
                Tokens[i].Part = Part.Visit;
        }
        if (Tenses[first] == Tense.None)
            Tenses[first] = tense;
        return end;
    }

    public bool Free(int i) => i >= 0 && i < Tokens.Count && Tokens[i] is { IsWord: true, Part: Part.None };

    /// <summary>The word that stands here; empty for a mark and for what is a name.</summary>
    public string Word(int i) => i >= 0 && i < Tokens.Count && Tokens[i].IsWord && Tokens[i].Part is not (Part.Employer or Part.Contact or Part.Client) ? Tokens[i].Word : "";
}
