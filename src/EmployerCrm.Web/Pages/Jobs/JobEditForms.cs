using EmployerCrm.Core;
using EmployerCrm.Core.People;
using EmployerCrm.Core.Placements;
using EmployerCrm.Core.Privacy;
using EmployerCrm.Web.Pages.Clients;
using EmployerCrm.Web.Pages.Components;
using EmployerCrm.Web.Pages.Employers;

namespace EmployerCrm.Web.Pages.Jobs;

/// <summary>Changing a job by its form: saved, or shown again with what has to be put right, answered or chosen.</summary>
internal sealed class JobEditForms(JobChanges changes, MeantEmployers meant, FreeTextGuard guard)
{
    /// <summary>The form with the job as it is.</summary>
    public static FormState Fill(FormState form, JobOverview job)
    {
        var placement = job.Placement;
        return form.With(JobField.Version, placement.Version).With(JobField.StartsOn, Days.Iso(placement.StartsOn)).With(JobField.JobTitle, placement.JobTitle)
            .With(JobField.Hours, placement.MinutesAWeek is { } minutes ? Hours.Text(minutes) : null).With(JobField.Contact, job.Contact?.Name).With(JobField.SocGroup, placement.SocMajorGroup)
            .With(JobField.Wage, JobReading.Answer(placement.AtLeastMinimumWage)).With(JobField.Permanent, JobReading.Answer(placement.Permanent))
            .With(JobField.Competitive, JobReading.Answer(placement.Competitive)).With(JobField.Preferences, JobReading.Answer(placement.PreferencesMet));
    }

    /// <summary>Saves what was filled in, or shows what a colleague changed meanwhile.</summary>
    public async Task<(JobChanged? Changed, JobEditView View)> ChangeAsync(Actor actor, JobOverview job, FormState form, CancellationToken cancellationToken)
    {
        TakeTheirs(form, job);
        var view = new JobEditView(form, job);
        var contact = await meant.ContactAsync(form, job.Employer.Id, cancellationToken);
        var (startsOn, minutes, changedOn) = (JobReading.Day(form, JobField.StartsOn), JobReading.Minutes(form), form.Date(JobField.ChangedOn));
        if (form.IsRefused)
            return (null, view);
        var change = new ChangeJob
        {
            ClientReference = job.Client.Reference, PlacementId = job.Placement.Id, ExpectedVersion = form.Number(JobField.Version) ?? 0, IsWhole = true, StartsOn = startsOn, ChangedOn = changedOn,
            JobTitle = form.Text(JobField.JobTitle), MinutesAWeek = minutes, ContactId = contact.Id, ContactName = contact.Name, SocMajorGroup = form.Number(JobField.SocGroup),
            AtLeastMinimumWage = JobReading.Said(form, JobField.Wage), Permanent = JobReading.Said(form, JobField.Permanent), Competitive = JobReading.Said(form, JobField.Competitive),
            PreferencesMet = JobReading.Said(form, JobField.Preferences), Guard = GuardForm.Kept(form),
        };
        var outcome = await changes.ChangeAsync(actor, change, null, cancellationToken);
        if (outcome.Refusal?.FreeText is { } found && GuardForm.IsRemoved(form))
        {
            GuardForm.TakeOut(form, guard, found, JobField.JobTitle);
            outcome = await changes.ChangeAsync(actor, change with { JobTitle = form.Text(JobField.JobTitle), Guard = found.Decided(GuardChoice.Removed) }, null, cancellationToken);
        }

        if (outcome.Value is { } changed)
            return (changed, view);
        var refusal = outcome.Refusal!;
        if (refusal.FreeText is { } asked)
            return (null, view with { Guard = asked });
        if (refusal.Reason == RefusalReason.ChangedMeanwhile)
            return (null, view with { Conflict = Conflict(view, refusal) });
        JobReading.Put(form, refusal);
        return (null, view);
    }

    private static EmployerConflictView Conflict(JobEditView view, Refusal refusal)
    {
        var now = Fill(new FormState(), view.Job);
        var differing = JobField.Facts.Select(field => new DifferingField(field, view.Form.Text(field) ?? "", now.Text(field) ?? ""))
            .Where(field => !string.Equals(field.Mine, field.Theirs, StringComparison.Ordinal))
            .Select(field => field with { Mine = Words(field.Field, field.Mine), Theirs = Words(field.Field, field.Theirs) })
            .ToList();
        // What is sent from here is meant against the job as it is shown.
        view.Form.With(JobField.Version, view.Job.Placement.Version);
        return new EmployerConflictView(refusal.By, refusal.At, refusal.Fields, differing);
    }

    /// <summary>Puts the job's own value where the person chose it on the conflict page.</summary>
    private static void TakeTheirs(FormState form, JobOverview job)
    {
        var now = Fill(new FormState(), job);
        foreach (var field in JobField.Facts.Where(field => form.Value(JobField.Choice + field) == JobField.Theirs))
            form.WithAll(field, now.Values(field));
    }

    private static string Words(string field, string value) => (field, value) switch
    {
        (_, "") => PageTexts.Get("NotKnown"),
        (_, "yes") => PageTexts.Get("JobSaidYes"),
        (_, "no") => PageTexts.Get("JobSaidNo"),
        (JobField.SocGroup, _) => int.TryParse(value, System.Globalization.CultureInfo.InvariantCulture, out var group) && SocMajorGroups.All.TryGetValue(group, out var name) ? name : value,
        (JobField.StartsOn, _) => DateOnly.TryParse(value, System.Globalization.CultureInfo.InvariantCulture, out var day) ? Days.Full(day) : value,
        _ => value,
    };
}
