using EmployerCrm.Core;
using EmployerCrm.Core.Clients;
using EmployerCrm.Core.People;
using EmployerCrm.Core.Placements;
using EmployerCrm.Core.Privacy;
using EmployerCrm.Web.Pages.Components;

namespace EmployerCrm.Web.Pages.Jobs;

/// <summary>A job start by its form: previewed, saved through the same use case as the chat, or shown again with what has to be put right.</summary>
internal sealed class JobStartForms(ICrmStore store, JobStarts starts, JobStartPreviews previews, MeantEmployers meant, FreeTextGuard guard)
{
    /// <summary>The empty form, with an employer filled in where its page led here.</summary>
    public async Task<JobStartView> NewAsync(ClientOverview client, Guid? employerId, CancellationToken cancellationToken)
    {
        var view = new JobStartView(new FormState(), client);
        if (employerId is not { } id || await store.ReadAsync(session => session.Employers.EmployerAsync(id), cancellationToken) is not { } employer)
            return view;
        view.Form.With(JobField.Employer, employer.Name).With(JobField.Known, employer.Id).With(JobField.KnownName, employer.Name);
        return view with { People = await meant.NamesAsync(employer.Id, cancellationToken) };
    }

    public async Task<JobStartView> PreviewAsync(Actor actor, ClientOverview client, FormState form, CancellationToken cancellationToken)
    {
        var (start, view) = await ReadAsync(actor, new JobStartView(form, client), cancellationToken);
        if (start is null)
            return view;
        var outcome = await previews.ShowAsync(actor, start, cancellationToken);
        if (outcome.Value is { } preview)
            return view with { Preview = preview };
        JobReading.Put(form, outcome.Refusal!);
        return view;
    }

    public async Task<(JobStartRecorded? Recorded, JobStartView View)> SaveAsync(Actor actor, ClientOverview client, FormState form, CancellationToken cancellationToken)
    {
        var (start, view) = await ReadAsync(actor, new JobStartView(form, client), cancellationToken);
        if (start is null)
            return (null, view);
        var outcome = await starts.RecordAsync(actor, start, null, cancellationToken);
        if (outcome.Refusal?.FreeText is { } found && GuardForm.IsRemoved(form))
        {
            GuardForm.TakeOut(form, guard, found, JobField.JobTitle);
            outcome = await starts.RecordAsync(actor, start with { JobTitle = form.Text(JobField.JobTitle), Guard = found.Decided(GuardChoice.Removed) }, null, cancellationToken);
        }

        if (outcome.Value is { } recorded)
            return (recorded, view);
        if (outcome.Refusal!.FreeText is { } asked)
            return (null, view with { Guard = asked });
        JobReading.Put(form, outcome.Refusal);
        return (null, view);
    }

    /// <summary>What was filled in; null where something has to be put right or chosen first.</summary>
    private async Task<(RecordJobStart? Start, JobStartView View)> ReadAsync(Actor actor, JobStartView view, CancellationToken cancellationToken)
    {
        var form = view.Form;
        var employer = await meant.EmployerAsync(actor, form, cancellationToken);
        await FillAsync(form, employer, cancellationToken);
        var contact = await meant.ContactAsync(form, employer.Id, cancellationToken);
        var (startsOn, minutes) = (JobReading.Day(form, JobField.StartsOn), JobReading.Minutes(form));
        view = view with { Employers = employer.Choices, People = await meant.NamesAsync(employer.Id, cancellationToken) };
        if (form.IsRefused || startsOn is not { } day)
            return (null, view);
        var start = new RecordJobStart
        {
            ClientReference = view.Client.Client.Reference, EmployerId = employer.Id, NewEmployerName = employer.NewName, ContactId = contact.Id, ContactName = contact.Name,
            JobTitle = form.Text(JobField.JobTitle), StartsOn = day, MinutesAWeek = minutes, SocMajorGroup = form.Number(JobField.SocGroup),
            AtLeastMinimumWage = JobReading.Said(form, JobField.Wage), Permanent = JobReading.Said(form, JobField.Permanent), Competitive = JobReading.Said(form, JobField.Competitive),
            PreferencesMet = JobReading.Said(form, JobField.Preferences), Guard = GuardForm.Kept(form),
        };
        return (start, view);
    }

    /// <summary>The employer that was found stands in the form from then on, by its name and key.</summary>
    private async Task FillAsync(FormState form, MeantEmployer employer, CancellationToken cancellationToken)
    {
        if (employer.Id is not { } id || await store.ReadAsync(session => session.Employers.EmployerAsync(id), cancellationToken) is not { } known)
            return;
        form.With(JobField.Employer, known.Name).With(JobField.Known, known.Id).With(JobField.KnownName, known.Name);
    }
}
