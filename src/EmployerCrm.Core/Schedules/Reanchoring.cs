namespace EmployerCrm.Core.Schedules;

/// <summary>Something a schedule has created before.</summary>
/// <param name="IsOpen">Whether it is still owed; what was done or cancelled stays as it is.</param>
public sealed record CreatedStep(Guid FollowUpId, string StepKey, int Occurrence, DateOnly Opens, DateOnly Due, bool IsOpen);

/// <summary>What has to happen when the anchor of a schedule moves.</summary>
/// <param name="Move">Open ones that are owed on other days now.</param>
/// <param name="Cancel">Open ones that are owed no more.</param>
/// <param name="Add">What is owed and was not there.</param>
public sealed record Reanchoring(IReadOnlyList<(CreatedStep Created, PlannedStep To)> Move, IReadOnlyList<CreatedStep> Cancel, IReadOnlyList<PlannedStep> Add)
{
    /// <summary>
    /// Compares what is there with what the plan owes now. A time that was done keeps its place: it is not owed again. Of a step without an end, the open
    /// time becomes the plan's, whatever its number.
    /// </summary>
    public static Reanchoring Of(IReadOnlyCollection<CreatedStep> created, IReadOnlyList<PlannedStep> planned)
    {
        ArgumentNullException.ThrowIfNull(created);
        ArgumentNullException.ThrowIfNull(planned);
        var settled = created.Where(step => !step.IsOpen).Select(step => (step.StepKey, step.Occurrence)).ToHashSet();
        var wanted = planned.Where(step => !settled.Contains((step.Step.Key, step.Occurrence))).ToList();
        var (move, cancel) = (new List<(CreatedStep, PlannedStep)>(), new List<CreatedStep>());
        foreach (var open in created.Where(step => step.IsOpen).OrderBy(step => step.Occurrence))
        {
            var to = wanted.Find(step => step.Step.Key == open.StepKey && (step.Occurrence == open.Occurrence || step.Step.IsEndless));
            if (to is null)
            {
                cancel.Add(open);
                continue;
            }

            wanted.Remove(to);
            if ((open.Occurrence, open.Opens, open.Due) != (to.Occurrence, to.Opens, to.Due))
                move.Add((open, to));
        }

        return new Reanchoring(move, cancel, wanted);
    }
}
