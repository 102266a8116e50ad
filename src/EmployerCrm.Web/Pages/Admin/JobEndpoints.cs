using EmployerCrm.Core;
using EmployerCrm.Core.Jobs;
using EmployerCrm.Web.SignIn;

namespace EmployerCrm.Web.Pages.Admin;

/// <summary>How every job stands, for admins, and what they may ask of one.</summary>
internal static class JobEndpoints
{
    public const string Jobs = "/admin/jobs";

    public static void Map(WebApplication app)
    {
        var jobs = app.MapGroup(Jobs).ForAdmins();
        jobs.MapGet("", ListAsync);
        jobs.MapPost("{job}/run", (string job, HttpContext context, JobDesk desk) => DoAsync(desk.RunNowAsync, job, "JobAsked", context));
        jobs.MapPost("{job}/pause", (string job, HttpContext context, JobDesk desk) => DoAsync(desk.PauseAsync, job, "JobPaused", context));
        jobs.MapPost("{job}/resume", (string job, HttpContext context, JobDesk desk) => DoAsync(desk.ResumeAsync, job, "JobResumed", context));
    }

    private static async Task<IResult> ListAsync(HttpContext context, JobDesk desk) =>
        Page.Of<JobsPage>((nameof(JobsPage.Overview), (await desk.ShowAsync(context.Actor(), context.RequestAborted)).Value));

    private static async Task<IResult> DoAsync(
        Func<Core.People.Actor, string, CancellationToken, Task<Outcome<JobStanding>>> use, string job, string said, HttpContext context) =>
        (await use(context.Actor(), job, context.RequestAborted)).Value is { } standing
            ? TypedResults.LocalRedirect($"{Jobs}?said={said}#{standing.Name}")
            : TypedResults.NotFound();
}
