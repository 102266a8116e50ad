using EmployerCrm.Core.FollowUps;

namespace EmployerCrm.Core.Schedules;

/// <summary>Something a schedule has created before.</summary>
/// <param name="AnchoredOn">The day it was counted from.</param>
/// <param name="State">What was done stays as it is; what was cancelled may be owed again.</param>
public sealed record CreatedStep(Guid FollowUpId, string StepKey, DateOnly AnchoredOn, int Occurrence, DateOnly Opens, DateOnly Due, FollowUpState State)
{
    public bool IsOpen => State == FollowUpState.Open;
}

/// <summary>The facts that decide what a job's schedule owes.</summary>
/// <param name="AnchorDay">The first day at work.</param>
/// <param name="EndsOn">The first day without the job: nothing that may be done only from then on is owed, and nothing at all once it has come.</param>
/// <param name="IsSupported">Whether support goes on: neither stepped down nor closed.</param>
/// <param name="MayTellEmployer">Whether a live disclosure permission holds for this employer.</param>
public sealed record ScheduleFacts(DateOnly AnchorDay, DateOnly Today, DateOnly? EndsOn, bool IsSupported, bool MayTellEmployer)
{
    public bool Allow(ScheduleStep step)
    {
        ArgumentNullException.ThrowIfNull(step);
        return IsSupported && !(EndsOn <= Today) && (MayTellEmployer || !step.NeedsPermission);
    }

    public bool Allow(PlannedStep time)
    {
        ArgumentNullException.ThrowIfNull(time);
        return Allow(time.Step) && !(EndsOn <= time.Opens);
    }
}

/// <summary>
/// What has to happen so that what is there is what the facts owe: after a job began, its first day moved, it ended, support ended or went on, or a
/// permission was given or revoked. Applied again it changes nothing.
/// </summary>
/// <param name="Move">Rows that are owed, perhaps again, and on other days than they were.</param>
/// <param name="Cancel">Open ones that are owed no more.</param>
/// <param name="Add">What is owed and was not there.</param>
public sealed record Reanchoring(IReadOnlyList<(CreatedStep Created, PlannedStep To)> Move, IReadOnlyList<CreatedStep> Cancel, IReadOnlyList<PlannedStep> Add)
{
    /// <summary>
    /// Compares what is there with what the schedule owes now. A time that was done keeps its place and is not owed again. A row that still counts from the
    /// same day stays as it is, so that what somebody put off stays put off.
    /// </summary>
    public static Reanchoring Of(IReadOnlyCollection<CreatedStep> created, SchedulePlan plan, ScheduleFacts facts)
    {
        ArgumentNullException.ThrowIfNull(created);
        ArgumentNullException.ThrowIfNull(plan);
        ArgumentNullException.ThrowIfNull(facts);
        var (move, cancel, add) = (new List<(CreatedStep, PlannedStep)>(), new List<CreatedStep>(), new List<PlannedStep>());
        foreach (var step in plan.Steps(ScheduleAnchor.JobStart))
        {
            var there = created.Where(row => row.StepKey == step.Key).ToList();
            var open = there.FindAll(row => row.IsOpen);
            foreach (var time in Wanted(step, there, plan, facts))
            {
                var row = open.Find(row => row.AnchoredOn == facts.AnchorDay && row.Occurrence == time.Occurrence) ?? open.Find(row => step.IsEndless || row.Occurrence == time.Occurrence);
                var place = there.Find(row => row.State == FollowUpState.Cancelled && row.AnchoredOn == facts.AnchorDay && row.Occurrence == time.Occurrence);
                if (place is null && row is not null)
                    open.Remove(row);
                if ((place ?? row) is not { } taken)
                    add.Add(time);
                else if (!taken.IsOpen || taken.AnchoredOn != facts.AnchorDay || taken.Occurrence != time.Occurrence)
                    move.Add((taken, time));
            }

            cancel.AddRange(open);
        }

        return new Reanchoring(move, cancel, add);
    }

    private static IEnumerable<PlannedStep> Wanted(ScheduleStep step, List<CreatedStep> there, SchedulePlan plan, ScheduleFacts facts)
    {
        if (!facts.Allow(step))
            return [];
        var times = step.IsEndless ? NextTime(step, there, plan, facts) : Times(step, there, plan, facts);
        return times.Where(facts.Allow);
    }

    /// <summary>
    /// What is owed once or so many times: without what was done, and without what was over before anybody could have done it. What is there stays, also where it was put off
    /// past the time it may be done in.
    /// </summary>
    private static IEnumerable<PlannedStep> Times(ScheduleStep step, List<CreatedStep> there, SchedulePlan plan, ScheduleFacts facts)
    {
        var done = there.Where(row => row.State == FollowUpState.Done).Select(row => row.Occurrence).ToHashSet();
        var kept = there.Where(row => row.IsOpen && (row.Due < facts.Today || row.AnchoredOn == facts.AnchorDay)).Select(row => row.Occurrence).ToHashSet();
        var still = plan.Still(step, facts.AnchorDay, facts.Today).ToDictionary(time => time.Occurrence);
        return plan.Times(step, facts.AnchorDay).Where(time => !done.Contains(time.Occurrence) && (still.ContainsKey(time.Occurrence) || kept.Contains(time.Occurrence)))
            .Select(time => still.GetValueOrDefault(time.Occurrence, time));
    }

    /// <summary>Of what has no end the one time that comes next after what was done; what is overdue stays owed.</summary>
    private static IEnumerable<PlannedStep> NextTime(ScheduleStep step, List<CreatedStep> there, SchedulePlan plan, ScheduleFacts facts)
    {
        var open = there.Find(row => row.IsOpen && row.AnchoredOn == facts.AnchorDay) ?? there.Find(row => row.IsOpen);
        if (open is not null && open.AnchoredOn == facts.AnchorDay)
            return [new PlannedStep(step, open.Occurrence, open.Opens, open.Due)];
        var from = open?.Due < facts.Today ? open.Due : facts.Today;
        var done = there.Where(row => row.State == FollowUpState.Done).Select(row => row.Due.AddDays(1)).DefaultIfEmpty(from).Max();
        if (done > from)
            from = done;
        return plan.Next(step, facts.AnchorDay, from) is { } next ? [next] : [];
    }
}
