namespace EmployerCrm.Core.Engagement;

/// <summary>How engaged an employer is, as one person may read it: why, and what would move it up.</summary>
/// <param name="Level">1 to 5.</param>
/// <param name="ComputedLevel">What the evidence comes to; another than the level only while a team lead has set it.</param>
/// <param name="Set">What a team lead has set and still holds.</param>
/// <param name="Why">The evidence of each kind that counts.</param>
/// <param name="Silence">How many levels the time without evidence costs.</param>
/// <param name="WouldMoveUp">Ways up from what the evidence comes to, the shortest first.</param>
/// <param name="History">The latest changes, the latest first.</param>
public sealed record EngagementLevel(
    int Level, int ComputedLevel, SetLevel? Set, IReadOnlyList<EvidenceLine> Why, int Silence, IReadOnlyList<StepUp> WouldMoveUp, IReadOnlyList<LevelStep> History)
{
    public bool Overridden => Set is not null;
}

/// <summary>A level that a team lead has set by hand.</summary>
public sealed record SetLevel(int Level, string Reason, string By, DateTimeOffset At, DateOnly EndsOn, int Version);

/// <summary>Evidence of one kind that counts.</summary>
/// <param name="Count">How much of it the person may see.</param>
/// <param name="Elsewhere">There is more, about clients of other teams, that the person may not see.</param>
/// <param name="Rows">The records behind it, the latest first; not more than a few dozen.</param>
public sealed record EvidenceLine(EvidenceKind Kind, int Count, bool Elsewhere, IReadOnlyList<EvidenceRow> Rows);

/// <summary>A record that is evidence.</summary>
/// <param name="By">The colleague, where it is theirs.</param>
/// <param name="Contact">The contact, for evidence that is one.</param>
/// <param name="Text">The job of an opening, or the reference of a client of the own team.</param>
public sealed record EvidenceRow(DateOnly On, string? By, ContactFact? Contact, string? Text);

/// <summary>One step in the history of a level.</summary>
/// <param name="Because">Null where it was about clients of another team.</param>
public sealed record LevelStep(int From, int To, DateTimeOffset At, LevelReason? Because);
