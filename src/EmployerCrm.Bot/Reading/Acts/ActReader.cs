namespace EmployerCrm.Bot.Reading.Acts;

/// <summary>Reads the acts that stand beside the shared reading. A line that reads as a short order of its own ("done 3", "undo") has none.</summary>
internal static class ActReader
{
    /// <summary>In words and marks; what is longer is notes.</summary>
    private const int LongestLine = 150;

    private const int LongestQuestion = 16;

    /// <summary>Without one of these a line that names an employer asks for nothing of the kind; most lines are done with here.</summary>
    private static readonly HashSet<string> Telling = new((
        "happened happen ahead place done yes yep yeah ie no cancelled canceled cancel cancelling called fell fallen off noshow stood didnt never not isnt wont hasnt move moved push pushed shift shifted rearrange rearranged reschedule rescheduled " +
        "change changed put bring brought delay delayed postpone postponed swap swapped rebook rebooked now remind reminder forget self atgoffa clients caseload client referral cleient nghleientiaid same scrap scrapped ditto repeat un job placement work lost sacked " +
        "fired dismissed go redundant laid resigned quit walked handed notice left leaving leaves finished finishes finishing stopped longer packed jacked contract probation last close closed closing discharge discharged exit exited archive offboard end " +
        "went couldnt cant binned chucked ditched reference ref step stepped stepping disengaged withdrawn withdrew dropped caseload books moved who whos which what make made").Split(' '), StringComparer.Ordinal);

    /// <summary>The same for a line that names a client too.</summary>
    private static readonly HashSet<string> TellingOfClients = new("happy okay ok fine agreed agrees permission consent consents consented disclosure disclose know knows tell told".Split(' '), StringComparer.Ordinal);

    public static Act? Read(Line line, LineReading reading, Func<string, LineReading> readAgain)
    {
        if (Asked(line) is { } asked)
            return asked;
        if (reading.Intent is Intent.Due or Intent.Done or Intent.Snooze or Intent.MyWeek or Intent.Undo or Intent.Help or Intent.Adjustments || line.Tokens.Count > LongestLine)
            return null;
        if (JobChangeReader.MayTell(line) && new JobChangeReader(new Skeleton(line)).Read() is { } changed)
            return changed with { Clients = Clients(line), IsClientDoubtful = line.HasDoubtfulClient };
        if (reading.Intent == Intent.JobStart)
            return null;
        if (line.Mentions.Count > 0 && !line.Tokens.Exists(token => token.IsWord && token.Part != Part.Employer && (Telling.Contains(token.Word) || line.Clients.Count > 0 && TellingOfClients.Contains(token.Word))) && !AboutEmployer(line))
            return null;
        var skeleton = new Skeleton(line);
        if (skeleton.Text.Length == 0)
            return null;
        var clients = Clients(line);
        var act = new ReminderReader(skeleton).Read()
            ?? new PlannedVisitReader(skeleton, readAgain).Read()
            ?? new ClientActReader(skeleton).Read()
            ?? new SameAgainReader(skeleton, readAgain).Read()
            ?? (Act?)(line.Clients.Count > 0 ? new ClientContactReader(skeleton).Read() : null)
            ?? new TriedReader(skeleton, reading.NewEmployer is null, readAgain).Read();
        return act is null ? null : act with { Clients = clients, IsClientDoubtful = act is ClientContacted && line.HasDoubtfulClient };
    }

    /// <summary>Questions about what is stored. Looked for only where a line begins like one.</summary>
    private static Act? Asked(Line line)
    {
        if (line.Tokens.Count > LongestQuestion || line.HasDoubtfulClient || line.Tokens.Find(token => token.IsWord && token.Part != Part.Employer && !Lexicon.Fillers.Contains(token.Word)) is not { } first || !AskedReader.Opens(first.Word))
            return null;
        return new AskedReader(new Skeleton(line)).Read() is { } asked ? asked with { Clients = Clients(line) } : null;
    }

    /// <summary>Whether words from a place on may tell what became of a plan or a job.</summary>
    public static bool MayTell(IReadOnlyList<Token> tokens, int from)
    {
        for (var i = from; i < tokens.Count; i++)
        {
            if (tokens[i] is { IsWord: true, Part: not Part.Employer } && Telling.Contains(tokens[i].Word))
                return true;
        }
        return false;
    }

    /// <summary>"saw JS12 about Two Rivers" is a contact with the client.</summary>
    private static bool AboutEmployer(Line line) => line.Clients.Count > 0 && line.Mentions.Exists(mention => mention.First > 0 && line.Tokens[mention.First - 1].Word is "about" or "re" or "regarding");

    public static List<string> Clients(Line line) => [.. line.Clients.Select(client => client.Reference).OfType<string>().Distinct(StringComparer.Ordinal)];
}
