namespace EmployerCrm.Web.Verbs.Guarding;

/// <summary>Counts how often the guard was right. A note that was stopped for another reason than the one it should be counts as stopped, and is printed.</summary>
internal sealed class GuardTally
{
    private int _rightlyStopped;
    private int _wronglyStopped;
    private int _missed;
    private int _notes;
    private int _kindsRight;

    /// <summary>Counts one note; tells what differs, or null.</summary>
    public string? Add(LabelledNote note, NoteVerdict answer)
    {
        _notes++;
        switch (note.Stop, answer.Stop)
        {
            case (true, true):
                _rightlyStopped++;
                if (note.Kinds.All(kind => answer.Kinds.Contains(kind, StringComparer.Ordinal)))
                {
                    _kindsRight++;
                    return null;
                }

                return $"line {note.Number}: stopped for {string.Join(", ", answer.Kinds)}, expected {string.Join(", ", note.Kinds)} | {note.Text}";
            case (true, false):
                _missed++;
                return $"line {note.Number}: missed {string.Join(", ", note.Kinds)} | {note.Text}";
            case (_, true):
                _wronglyStopped++;
                return $"line {note.Number}: stopped for {string.Join(", ", answer.Words.Select(word => $"\"{word}\""))} | {note.Text}";
            default:
                return null;
        }
    }

    public override string ToString() => FormattableString.Invariant(
        $"{_notes} notes, {_rightlyStopped + _missed} to be stopped: recall {Share(_rightlyStopped, _missed)}, precision {Share(_rightlyStopped, _wronglyStopped)}; all kinds found in {_kindsRight} of {_rightlyStopped}");

    private static string Share(int right, int wrong) => right + wrong == 0 ? "-" : FormattableString.Invariant($"{100.0 * right / (right + wrong):0.0} %");
}
