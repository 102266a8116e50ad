using EmployerCrm.Core.Clients;
using EmployerCrm.Core.Placements;
using EmployerCrm.Web.Pages.Clients;
using EmployerCrm.Web.Pages.Components;
using EmployerCrm.Web.Pages.Employers;
using EmployerCrm.Web.SignIn;

namespace EmployerCrm.Web.Pages.Jobs;

/// <summary>The start of a job: every fact of it, and what it creates before it is saved.</summary>
internal static class JobStartEndpoints
{
    public static void MapJobStarts(this WebApplication app)
    {
        var pages = app.MapGroup("/clients/{id:guid}/jobs/new").ForPeople();
        pages.MapGet("", NewAsync);
        pages.MapPost("", RecordAsync);
    }

    private static async Task<IResult> NewAsync(Guid id, Guid? employer, HttpContext context, ClientOverviews clients, JobStartForms forms, CancellationToken cancellationToken) =>
        (await clients.ShowAsync(context.Actor(), id, cancellationToken)).Value is { Standing: not ClientStatus.Closed } client
            ? Page.Of<JobStartPage>((nameof(JobStartPage.View), await forms.NewAsync(client, employer, cancellationToken)))
            : await EmployerFormEndpoints.NotOursAsync(context);

    private static async Task<IResult> RecordAsync(Guid id, HttpContext context, ClientOverviews clients, JobStartForms forms, CancellationToken cancellationToken)
    {
        if ((await clients.ShowAsync(context.Actor(), id, cancellationToken)).Value is not { } client)
            return await EmployerFormEndpoints.NotOursAsync(context);
        var form = await FormState.SentAsync(context.Request, cancellationToken);
        if (form.Checked(JobField.Preview))
        {
            var preview = await forms.PreviewAsync(context.Actor(), client, form, cancellationToken);
            return preview.Preview is null ? Page.Refused<JobStartPage>((nameof(JobStartPage.View), preview)) : Page.Of<JobStartPage>((nameof(JobStartPage.View), preview));
        }

        var (recorded, view) = await forms.SaveAsync(context.Actor(), client, form, cancellationToken);
        return recorded is null
            ? Page.Refused<JobStartPage>((nameof(JobStartPage.View), view))
            : TypedResults.LocalRedirect(ClientAddresses.Said(ClientAddresses.Of(id), recorded.UndoId is null ? "JobStartKnown" : "JobStarted", recorded.UndoId, Notes(recorded)));
    }

    /// <summary>What is worth saying of a start that was recorded all the same.</summary>
    private static IEnumerable<string> Notes(JobStartRecorded recorded)
    {
        if (recorded.Employer is { ArchivedOn: not null })
            yield return "JobAtArchived";
        if (recorded.Employer is { DoNotApproachSince: not null })
            yield return "JobDoNotApproach";
        if (recorded.OtherJobs.Count > 0)
            yield return "JobSecond";
        if (recorded.UndoId is not null && !recorded.Owed.Any(row => row.Kind == Core.FollowUps.FollowUpKind.EmployerCheckIn))
            yield return "JobNoCheckIn";
    }
}
