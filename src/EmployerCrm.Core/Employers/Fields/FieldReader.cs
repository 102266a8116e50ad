namespace EmployerCrm.Core.Employers.Fields;

/// <summary>Reads the fields of one form, and collects what was wrong and what was put right.</summary>
internal sealed class FieldReader
{
    private readonly List<FieldProblem> _problems = [];
    private readonly List<FieldRepair> _repairs = [];

    public IReadOnlyList<FieldProblem> Problems => _problems;

    public IReadOnlyList<FieldRepair> Repairs => _repairs;

    /// <summary>The refusal of a form with problems; null for one without.</summary>
    public Refusal? Refusal => _problems.Count == 0 ? null : new Refusal(RefusalReason.FieldsWrong) { Problems = _problems };

    public void Add(string field, FieldReason reason) => _problems.Add(new FieldProblem(field, reason));

    public void AddIf(bool wrong, string field, FieldReason reason)
    {
        if (wrong)
            Add(field, reason);
    }

    /// <summary>Free text up to a length; null where nothing was typed.</summary>
    public string? ReadText(string field, string? typed, int longest)
    {
        if (Text.OrNull(typed) is not { } text)
            return null;
        AddIf(text.Length > longest, field, FieldReason.TextTooLong);
        return text;
    }

    /// <summary>One line of text: line breaks and runs of spaces become one space.</summary>
    public string? ReadLine(string field, string? typed, int longest) => ReadText(field, string.Join(' ', (typed ?? string.Empty).Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries)), longest);

    public TextList ReadList(string field, TextList typed, int most, int longest)
    {
        var distinct = typed.DistinctBy(FoldedText.Key, StringComparer.Ordinal).ToArray();
        AddIf(distinct.Length > most, field, FieldReason.TooMany);
        AddIf(distinct.Any(text => text.Length > longest), field, FieldReason.TextTooLong);
        return TextList.Of(distinct);
    }

    /// <summary>A text with a written form.</summary>
    public string? ReadWritten(string field, string? typed, Func<string?, Written> read)
    {
        var written = read(typed);
        if (written.Problem is { } problem)
            Add(field, problem);
        else
            NoteRepair(field, typed, written.Value);
        return written.Value;
    }

    public PhoneNumber? ReadPhone(string field, string? typed)
    {
        var (number, problem) = PhoneNumber.Read(typed);
        if (problem is { } reason)
            Add(field, reason);
        return number;
    }

    /// <summary>Other spaces and letters of another size are no repair worth telling of.</summary>
    private void NoteRepair(string field, string? typed, string? kept)
    {
        if (kept is not null && FoldedText.Word(typed!) != FoldedText.Word(kept))
            _repairs.Add(new FieldRepair(field, typed!.Trim(), kept));
    }
}
