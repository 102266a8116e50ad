namespace EmployerCrm.Bot.Reading;

/// <summary>What a token was recognised as. Words left at <see cref="None"/> are free text.</summary>
internal enum Part
{
    None,
    Employer,
    Town,
    Contact,
    Role,
    Client,
    Date,
    Time,
    Visit,
    Label,
    Filler,
    Joining,
}

/// <summary>Where a clause ends: a comma or colon ends a clause, a full stop or new line a sentence.</summary>
internal enum Break
{
    None,
    Clause,
    Sentence,
}

/// <summary>One word or mark of a line, with its place in the text as typed.</summary>
internal sealed class Token
{
    public required int Start { get; init; }

    public required int End { get; init; }

    public required string Raw { get; init; }

    /// <summary>Folded; numbers keep the marks inside them ("10.30", "3/11").</summary>
    public required string Word { get; init; }

    /// <summary>The word without a possessive ending ("Sam's" → "sam").</summary>
    public required string Stem { get; init; }

    public required bool IsWord { get; init; }

    /// <summary>No space stands before it.</summary>
    public required bool Glued { get; init; }

    public Break Break { get; set; }

    public Part Part { get; set; }

    public bool IsCapital => char.IsUpper(Raw[0]);

    public bool IsNumber => char.IsAsciiDigit(Word.Length > 0 ? Word[0] : ' ');

    /// <summary>The word as names are compared with it by sound.</summary>
    public SpokenName Spoken => field ??= new SpokenName(Word);

    public override string ToString() => $"{Raw}/{Part}";
}
