using EmployerCrm.Core.Employers;

namespace EmployerCrm.Bot.Reading;

/// <summary>A line taken apart: its tokens, the employers and clients it names, its dates and times.</summary>
internal sealed class Line
{
    private Part[] _parts = [];
    private ContactFinder? _people;
    private DatesOfLine? _dates;

    private Line(string text, List<Token> tokens, LookedUpLine lookedUp, DateTime now)
    {
        Text = text;
        Tokens = tokens;
        LookedUp = lookedUp;
        Today = DateOnly.FromDateTime(now);
    }

    public string Text { get; }

    public List<Token> Tokens { get; }

    public DateOnly Today { get; }

    /// <summary>What was looked up for the whole of it, where this is a part.</summary>
    public LookedUpLine LookedUp { get; }

    public List<EmployerMention> Mentions { get; private set; } = [];

    public List<ClientMention> Clients { get; private set; } = [];

    public List<DateSpan> Dates { get; private set; } = [];

    public List<TimeSpanOfDay> Times { get; private set; } = [];

    /// <summary>What the client said is not one of the list, though shaped or spoken like a reference.</summary>
    public bool HasDoubtfulClient => Clients.Exists(client => client.Reference is null);

    public string? Client => Clients.Find(client => client.Reference is not null)?.Reference;

    public static Line Take(string text, DateTime now, LookedUpLine lookedUp)
    {
        var tokens = Tokenizer.Split(text);
        var line = new Line(text, tokens, lookedUp, now);
        line.FindEmployers();
        if (SpokenMarks.Replace(tokens))
        {
            tokens.ForEach(token => token.Part = Part.None);
            line.FindEmployers();
        }
        line.Clients = new ClientFinder(tokens, lookedUp.References).Find();
        foreach (var client in line.Clients.Where(client => client.Reference is not null || client.End - client.First == 1))
            line.Mark(client.First, client.End, Part.Client);
        line._parts = [.. tokens.Select(token => token.Part)];
        return line;
    }

    /// <summary>Back to what <see cref="Take"/> found, so that another reader may try.</summary>
    public Line Again()
    {
        for (var i = 0; i < Tokens.Count; i++)
            Tokens[i].Part = _parts[i];
        Dates = [];
        Times = [];
        return this;
    }

    /// <summary>Dates and times, once people are marked: "met April 2 April".</summary>
    public void FindDates()
    {
        _dates = DatesOfLine.In(this, _dates);
        (Dates, Times) = (_dates.Dates, _dates.Times);
    }

    /// <summary>Finds the people of an employer, whose names are made ready once for all who read the line.</summary>
    public ContactFinder PeopleOf(DirectoryEmployer employer) => _people?.Employer == employer ? _people : _people = new ContactFinder(Tokens, employer);

    public void Mark(int first, int end, Part part)
    {
        for (var i = first; i < end; i++)
        {
            if (Tokens[i].Part == Part.None)
                Tokens[i].Part = part;
        }
    }

    /// <summary>The text of some tokens as typed, without marks at either end.</summary>
    public string TextOf(int first, int end)
    {
        while (first < end && !Tokens[first].IsWord && Tokens[first].Word is not ("£" or "$" or "€" or "#"))
            first++;
        while (end > first && !Tokens[end - 1].IsWord && Tokens[end - 1].Raw is not ("%" or "£"))
            end--;
        var last = end == Tokens.Count && end >= Tokenizer.MostTokens ? Text.Length : end > first ? Tokens[end - 1].End : 0;
        return end > first ? Text[Tokens[first].Start..last] : "";
    }

    private void FindEmployers()
    {
        Mentions = new EmployerFinder(Tokens, LookedUp.Compared).Find();
        if (Mentions.Count > 1)
            Mentions.RemoveAll(mention => mention != Mentions[0] && mention.Fits.SequenceEqual(Mentions[0].Fits) && Tokens.Skip(mention.First).Take(mention.End - mention.First).All(token => !token.IsWord || Lexicon.IsKnown(token.Word)));
        if (Mentions.Count > 1)
            Mentions.RemoveAll(IsClockTime);
        foreach (var mention in Mentions)
            Mark(mention.First, mention.End, Part.Employer);
    }

    /// <summary>"rang the Twelve Bar at ten past nine", where there are barbers of that name.</summary>
    private bool IsClockTime(EmployerMention mention) =>
        mention.First > 0 && Tokens[mention.First - 1].Word is "at" or "about" or "around" && new TimeGrammar(new Cursor(Tokens)).At(mention.First)?.End == mention.End;
}
