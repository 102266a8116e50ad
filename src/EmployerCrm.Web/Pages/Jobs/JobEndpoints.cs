using EmployerCrm.Core.Placements;
using EmployerCrm.Core.Undo;
using EmployerCrm.Web.Pages.Clients;
using EmployerCrm.Web.Pages.Components;
using EmployerCrm.Web.Pages.Employers;
using EmployerCrm.Web.SignIn;

namespace EmployerCrm.Web.Pages.Jobs;

/// <summary>A job: its page, its changes, its end.</summary>
internal static class JobEndpoints
{
    public static void MapJobs(this WebApplication app)
    {
        var pages = app.MapGroup("/jobs/{id:guid}").ForPeople();
        pages.MapGet("", ShowAsync);
        pages.MapGet("/edit", OpenAsync);
        pages.MapPost("/edit", ChangeAsync);
        pages.MapGet("/end", AskEndAsync);
        pages.MapPost("/end", EndAsync);
    }

    public static string Address(Guid placementId) => $"/jobs/{placementId}";

    private static async Task<IResult> ShowAsync(Guid id, HttpContext context, JobOverviews jobs, WhatFollowed followed, CancellationToken cancellationToken)
    {
        if ((await jobs.ShowAsync(context.Actor(), id, cancellationToken)).Value is not { } job)
            return await EmployerFormEndpoints.NotOursAsync(context);
        var owed = ClientAddresses.UndoIn(context) is { } step ? (await followed.OfAsync(context.Actor(), step, cancellationToken)).Value : null;
        return Page.Of<JobPage>((nameof(JobPage.Job), job), (nameof(JobPage.Followed), owed));
    }

    private static async Task<IResult> OpenAsync(Guid id, HttpContext context, JobOverviews jobs, CancellationToken cancellationToken) =>
        (await jobs.ShowAsync(context.Actor(), id, cancellationToken)).Value is { } job
            ? Page.Of<JobEditPage>((nameof(JobEditPage.View), new JobEditView(JobEditForms.Fill(new FormState(), job), job)))
            : await EmployerFormEndpoints.NotOursAsync(context);

    private static async Task<IResult> ChangeAsync(Guid id, HttpContext context, JobOverviews jobs, JobEditForms forms, CancellationToken cancellationToken)
    {
        if ((await jobs.ShowAsync(context.Actor(), id, cancellationToken)).Value is not { } job)
            return await EmployerFormEndpoints.NotOursAsync(context);
        var form = await FormState.SentAsync(context.Request, cancellationToken);
        var (changed, view) = await forms.ChangeAsync(context.Actor(), job, form, cancellationToken);
        if (changed is not null)
            return TypedResults.LocalRedirect(ClientAddresses.Said(Address(id), changed.UndoId is null ? "NothingChanged" : Said(job, changed), changed.UndoId));
        return view.Conflict is null ? Page.Refused<JobEditPage>((nameof(JobEditPage.View), view)) : Page.Conflict<JobEditPage>((nameof(JobEditPage.View), view));
    }

    private static string Said(JobOverview before, JobChanged changed) => changed.Job?.StartsOn == before.Placement.StartsOn ? "JobChanged" : "JobStartMoved";

    private static async Task<IResult> AskEndAsync(Guid id, HttpContext context, JobOverviews jobs, CancellationToken cancellationToken)
    {
        if ((await jobs.ShowAsync(context.Actor(), id, cancellationToken)).Value is not { } job)
            return await EmployerFormEndpoints.NotOursAsync(context);
        var form = new FormState().With(JobField.EndedOn, Days.Iso(job.Placement.EndsOn ?? job.Today)).With(JobField.Reason, job.Placement.EndReason);
        return Page.Of<JobEndPage>((nameof(JobEndPage.Job), job), (nameof(JobEndPage.Form), form));
    }

    private static async Task<IResult> EndAsync(Guid id, HttpContext context, JobOverviews jobs, JobEnds ends, CancellationToken cancellationToken)
    {
        if ((await jobs.ShowAsync(context.Actor(), id, cancellationToken)).Value is not { } job)
            return await EmployerFormEndpoints.NotOursAsync(context);
        var form = await FormState.SentAsync(context.Request, cancellationToken);
        if (JobReading.Day(form, JobField.EndedOn) is { } endedOn)
        {
            var end = new RecordJobEnd { ClientReference = job.Client.Reference, PlacementId = id, EndedOn = endedOn, Reason = form.Choice<JobEndReason>(JobField.Reason) };
            var outcome = await ends.RecordAsync(context.Actor(), end, null, cancellationToken);
            if (outcome.Value is { } ended)
                return TypedResults.LocalRedirect(ClientAddresses.Said(ClientAddresses.Of(job.Client.Id), ended.UndoId is null ? "NothingChanged" : "JobEnded", ended.UndoId, Notes(ended)));
            JobReading.Put(form, outcome.Refusal!, JobField.EndedOn);
        }

        return Page.Refused<JobEndPage>((nameof(JobEndPage.Job), job), (nameof(JobEndPage.Form), form));
    }

    /// <summary>What comes next: the search for another job, unless there is one.</summary>
    private static IEnumerable<string> Notes(JobEndRecorded ended) =>
        ended.UndoId is not null && ended.Standing == Core.Clients.ClientStatus.JobSearch ? ["JobNextSearch"] : [];
}
