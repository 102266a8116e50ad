namespace EmployerCrm.Bot.Reading;

/// <summary>Names that the directory does not have: an employer in a place's place, a person in a person's.</summary>
internal sealed class NewNames(List<Token> tokens, string text, Func<string, bool> isKnownName)
{
    private static readonly HashSet<string> Trades = new((
        "ltd limited plc llp co company inc services service shop store stores cafe coffee bakery bakers baker butchers grocers deli restaurant bistro diner kitchen pub inn arms hotel bar tavern takeaway chippy pizza pizzeria catering " +
        "garage motors tyres cars taxis transport logistics couriers haulage warehouse depot packaging print printers works factory engineering electrical plumbing joinery builders building construction scaffolding roofing timber " +
        "farm nursery nurseries gardens garden centre center salon barbers hair beauty spa gym fitness leisure club studio studios school academy college university hospital surgery dental dentist clinic practice vets veterinary pharmacy chemist optician opticians " +
        "care home homes hospice housing trust council charity foundation church library museum theatre cinema supermarket superstore market retail outlet fashion clothing furniture carpets interiors florist florists flowers pets hardware cycles bikes sports toys books bookshop " +
        "solicitors accountants bank insurance agency recruitment cleaning cleaners laundry linen security group partners partnership associates bros brothers sons daughters foods food products supplies solutions systems technology media travel holidays").Split(' '), StringComparer.Ordinal);

    /// <summary>The employer's name as tokens, or null. Looks where only a place fits first, then behind verbs of contact.</summary>
    public (int First, int End)? Employer(int limit)
    {
        if (Called(limit) is { } called)
            return called;
        var around = new Surroundings(tokens);
        for (var i = 0; i < limit; i++)
        {
            if (Starts(i) && around.IsCertainPlace(i) && Name(i, limit) is { } end && !IsCommonPlace(i, end))
                return (Article(i), end);
        }
        for (var i = 0; i < limit; i++)
        {
            if (Starts(i) && around.IsPlace(i, limit) && Name(i, limit) is { } end && LooksLikeBusiness(i, end))
                return (Article(i), end);
        }
        return null;
    }

    /// <summary>"a new cafe in Shipley called the Copper Kettle": the name follows, and what stands before it only says what it is.</summary>
    private (int First, int End)? Called(int limit)
    {
        for (var i = 2; i + 1 < limit; i++)
        {
            if (tokens[i].Word is not ("called" or "named") || Described(i) is not { } from)
                continue;
            var start = tokens[i + 1].Word is "the" ? i + 2 : i + 1;
            if (start >= limit || !Starts(start) || Name(start, limit) is not { } end)
                continue;
            for (var described = from; described <= i; described++)
                tokens[described].Part = Part.Label;
            return (Article(start), end);
        }
        return null;
    }

    /// <summary>Where "a new cafe in Shipley" begins that ends before the token; null where a person or nothing is described.</summary>
    private int? Described(int end)
    {
        for (var i = end - 1; i >= 0 && end - i <= 7 && tokens[i].Break == Break.None; i--)
        {
            if (tokens[i].Word is "a" or "an" or "another" or "this" or "new" && tokens.GetRange(i, end - i).Exists(token => Trades.Contains(token.Word) || token.Word is "place" or "business" or "firm" or "employer"))
                return i > 0 && tokens[i].Word is "new" && Lexicon.Determiners.Contains(tokens[i - 1].Word) ? i - 1 : i;
        }
        return null;
    }

    /// <summary>Somebody met whose name follows a verb of contact, "with", or a role.</summary>
    public (int First, int End)? Person(int from, int to)
    {
        var mixedCase = text.Any(char.IsLower);
        for (var i = from; i < to; i++)
        {
            if (!IsPersonPlace(i, from) || PersonStart(i) is not { } start || start >= to)
                continue;
            var end = start;
            while (end < to && end - start < 3 && IsNamePart(end, mixedCase, first: end == start))
                end++;
            if (end > start)
                MarkDescription(i, start);
            if (end > start)
                return (tokens[start - 1 >= 0 ? start - 1 : start].Word is "mr" or "mrs" or "ms" or "miss" or "dr" && start > 0 ? start - 1 : start, end);
        }
        return null;
    }

    /// <summary>"a lad called" in front of the name is part of saying who it was.</summary>
    private void MarkDescription(int from, int to)
    {
        for (var i = from; i < to; i++)
        {
            if (tokens[i].Part is Part.None or Part.Visit)
                tokens[i].Part = Part.Role;
        }
    }

    private bool IsPersonPlace(int i, int from)
    {
        if (i >= tokens.Count || !tokens[i].IsWord)
            return false;
        var before = i > 0 ? tokens[i - 1] : null;
        if (before is null)
            return false;
        if (before.Part == Part.Visit || before.Part == Part.Joining || before.Part == Part.None || before.Part == Part.Label)
        {
            if (Verbs.Contact(before.Word) is { Verb.Use: not VerbUse.WithParticle, Form: var form } verb && (before.Part != Part.None || form == VerbForm.Past))
                return verb.Verb.Lemma is not ("visit" or "tour") && (form != VerbForm.Base || verb.Verb.Lemma is "meet" or "see" or "ring" or "call" or "phone");
            if (before.Word is "with" or "w")
                return i - 2 < from || tokens[i - 2].Part is Part.Visit or Part.Employer or Part.Date or Part.Time or Part.Client;
            if (before.Word is "to")
                return i > 1 && Verbs.Contact(tokens[i - 2].Word) is { Verb.Lemma: "speak" or "talk" or "chat" };
            if (before.Word is "for" && i > 1)
                return tokens[i - 2].Part == Part.Visit && tokens[i - 2].Word is "voicemail" or "message" or "vm" or "msg";
        }
        return before.Word == ":" && i > 1 && tokens[i - 2].Word is "contact" or "met" or "spoke" or "with" or "who";
    }

    /// <summary>Past "the owner", "a lady called", "Mr".</summary>
    private int? PersonStart(int i)
    {
        var at = i;
        while (at < tokens.Count && tokens[at].IsWord && at - i < 5 && (Lexicon.Determiners.Contains(tokens[at].Word) || Lexicon.Roles.Contains(tokens[at].Word) || (at > i && Lexicon.RoleModifiers.Contains(tokens[at].Word))
            || tokens[at].Word is "lady" or "guy" or "bloke" or "chap" or "woman" or "man" or "girl" or "lad" or "someone" or "called" or "named" or "mr" or "mrs" or "ms" or "miss" or "dr" || (at == i && Lexicon.RoleModifiers.Contains(tokens[at].Word) && at + 1 < tokens.Count && Lexicon.Roles.Contains(tokens[at + 1].Word))))
            at++;
        var determined = Lexicon.Determiners.Contains(tokens[i].Word) && !tokens.Skip(i).Take(at - i).Any(token => Lexicon.Roles.Contains(token.Word) || token.Word is "called" or "named");
        return determined || at >= tokens.Count ? null : at;
    }

    private bool IsNamePart(int i, bool mixedCase, bool first)
    {
        var token = tokens[i];
        if (!token.IsWord || (first && isKnownName(token.Stem)) || token.Part is not Part.None || token.IsNumber || token.Raw is "&" or "+" or "@" || Lexicon.Roles.Contains(token.Word))
            return false;
        if (Lexicon.IsKnown(token.Word) && !(token.IsCapital && first && CalendarWords.Month(token.Word) is not null))
            return false;
        if (token.IsCapital && mixedCase)
            return token.Raw.Length < 2 || token.Raw.Any(char.IsLower);
        if (first && FirstNames.Contains(token.Word))
            return true;
        var after = i + 1 < tokens.Count ? tokens[i + 1] : null;
        var ends = after is null || after.Break != Break.None || after.Part != Part.None || Lexicon.IsJoining(after.Word) || Lexicon.Pronouns.Contains(after.Word);
        return ends && token.Stem == token.Word && token.Word.Length > 1 && !tokens.Exists(other => other.IsWord && other != token && other.IsCapital && other.Start > 0 && other.Part == Part.Contact)
            && !Lexicon.Fillers.Contains(token.Word) && ActionVerbs.Opens(token.Word) is false;
    }

    private bool Starts(int i) => tokens[i] is { IsWord: true, Part: Part.None } && !Lexicon.Determiners.Contains(tokens[i].Word) && !Lexicon.Pronouns.Contains(tokens[i].Word)
        && !Lexicon.Prepositions.Contains(tokens[i].Word) && !Lexicon.Roles.Contains(tokens[i].Word) && Verbs.Contact(tokens[i].Word) is null && !IsEnd(i, i);

    private int Article(int i) => i > 0 && tokens[i - 1] is { IsWord: true, Word: "the" } ? i - 1 : i;

    private int? Name(int start, int limit)
    {
        var end = start;
        while (end < limit && !IsEnd(end, start))
            end++;
        while (end > start && (!tokens[end - 1].IsWord || tokens[end - 1].Word is "and" or "of" or "the" or "in" or "again" or "just"))
            end--;
        var anyName = tokens.Skip(start).Take(end - start).Any(token => token.IsWord && (!Lexicon.IsKnown(token.Word) || token.IsCapital));
        return end > start && anyName ? end : null;
    }

    private bool IsEnd(int i, int start)
    {
        var token = tokens[i];
        if (token.Break != Break.None || token.Part is not Part.None)
            return true;
        if (!token.IsWord)
            return false;
        if (token.Word is "and" or "of" or "the" or "y" or "yr" or "in" && i > start)
            return token.Word is "and" && i + 1 < tokens.Count && (Verbs.Contact(tokens[i + 1].Word) is not null || Lexicon.Weak.Contains(tokens[i + 1].Word) || tokens[i + 1].Part != Part.None || Lexicon.Pronouns.Contains(tokens[i + 1].Word)) && tokens[i].Raw != "&";
        if (i > start && token.IsCapital && !tokens[start].Raw.All(char.IsUpper))
            return false;
        return Lexicon.Prepositions.Contains(token.Word) || Lexicon.Pronouns.Contains(token.Word) || (i > start && (Lexicon.Auxiliaries.Contains(token.Word) || Verbs.Contact(token.Word) is { Form: VerbForm.Past }))
            || (i > start && (token.Word is "nobody" or "nothing" or "not" || (token.Word is "no" && i + 1 < tokens.Count && NothingFollows(tokens[i + 1].Word))))
            || token.Word is "who" or "but" or "so" or "because" or "again" or "just" or "saying" or "asking" or "phone" or "zoom" or "email" or "re";
    }

    private static bool NothingFollows(string word) => word is "vacancies" or "vacancy" or "answer" or "reply" or "jobs" or "job" or "joy" or "luck" or "one" or "roles" or "work" or "good" or "go" or "change" or "news";

    private bool IsCommonPlace(int start, int end) =>
        (tokens[start].Word is "work" && start > 0 && tokens[start - 1].Word is "at") || end - start == 1 && !tokens[start].IsCapital && (Lexicon.IsKnown(tokens[start].Word) || tokens[start].Word is "work" or "home" or "interview" or "interviews" or "person" or "reception" or "touch" or "charge" or "all" or "least" or "first" or "length" or "the");

    private bool LooksLikeBusiness(int start, int end)
    {
        var words = tokens.Skip(start).Take(end - start).Where(token => token.IsWord).ToList();
        // What a call was about is no business: "rang Jo about bar work".
        if (start > 0 && tokens[start - 1].Word is "about" or "re" or "regarding" && !tokens[start].IsCapital)
            return false;
        var pair = words is [var one, { Word: "and" }, var other] && !FirstNames.Contains(one.Word) && !Lexicon.IsKnown(one.Word) && !Lexicon.IsKnown(other.Word);
        return pair || words.Exists(token => Trades.Contains(token.Word)) || (words.Count > 1 && words.Take(words.Count - 1).Any(token => token.Stem != token.Word && !Lexicon.IsKnown(token.Stem))) || words.Exists(token => token.Raw == "&") || words.Count(token => token.IsCapital) >= 3 || (start > 0 && tokens[start - 1].Word == "the" && tokens[start].IsCapital && words.Count > 1);
    }
}
