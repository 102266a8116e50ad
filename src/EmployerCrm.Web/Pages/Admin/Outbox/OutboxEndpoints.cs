using EmployerCrm.Core;
using EmployerCrm.Core.Outbox;
using EmployerCrm.Web.Pages.Components;
using EmployerCrm.Web.SignIn;

namespace EmployerCrm.Web.Pages.Admin.Outbox;

/// <summary>What the service sends by itself: how it stands, what did not arrive and why, and the switch that stops it.</summary>
internal static class OutboxEndpoints
{
    public const string Address = "/admin/outbox";

    private const string Version = "version";

    public static IServiceCollection AddOutboxPages(this IServiceCollection services) => services.AddSingleton<OutboxDesk>();

    public static void MapOutbox(this WebApplication app)
    {
        var outbox = app.MapGroup(Address).ForAdmins();
        outbox.MapGet("", (HttpContext context, OutboxDesk desk, int? page) => PageAsync(context, desk, page ?? 1, new FormState(), StatusCodes.Status200OK));
        outbox.MapPost("stop", (HttpContext context, OutboxDesk desk) => SwitchAsync(context, desk, desk.StopAsync, "OutboxStopped"));
        outbox.MapPost("start", (HttpContext context, OutboxDesk desk) => SwitchAsync(context, desk, desk.StartAsync, "OutboxStarted"));
        outbox.MapPost("probe", ProbeAsync);
        outbox.MapPost("{id:guid}/retry", (Guid id, HttpContext context, OutboxDesk desk) => ChangeAsync(id, context, desk, desk.RetryAsync, "OutboxRetried"));
        outbox.MapPost("{id:guid}/drop", (Guid id, HttpContext context, OutboxDesk desk) => ChangeAsync(id, context, desk, desk.DropAsync, "OutboxDropped"));
    }

    private static async Task<IResult> SwitchAsync(
        HttpContext context, OutboxDesk desk, Func<Core.People.Actor, OutboxChannel, CancellationToken, Task<Outcome<OutboxShown>>> change, string said)
    {
        var form = await FormState.SentAsync(context.Request, context.RequestAborted);
        return await AnswerAsync(context, desk, await change(context.Actor(), OutboxChannel.Teams, context.RequestAborted), form, said);
    }

    private static async Task<IResult> ProbeAsync(HttpContext context, OutboxDesk desk)
    {
        var form = await FormState.SentAsync(context.Request, context.RequestAborted);
        return await AnswerAsync(context, desk, await desk.ProbeAsync(context.Actor(), context.RequestAborted), form, "OutboxProbed");
    }

    private static async Task<IResult> ChangeAsync(
        Guid id, HttpContext context, OutboxDesk desk, Func<Core.People.Actor, Guid, int, CancellationToken, Task<Outcome<OutboxRow>>> change, string said)
    {
        var form = await FormState.SentAsync(context.Request, context.RequestAborted);
        return await AnswerAsync(context, desk, await change(context.Actor(), id, form.Number(Version) ?? 0, context.RequestAborted), form, said);
    }

    private static async Task<IResult> AnswerAsync(HttpContext context, OutboxDesk desk, IOutcome outcome, FormState form, string said) => outcome.Refusal switch
    {
        null => TypedResults.LocalRedirect($"{Address}?said={said}"),
        { Reason: RefusalReason.NotFound } => TypedResults.NotFound(),
        { Reason: var reason } => await PageAsync(context, desk, 1, form.Refuse("", OutboxTexts.Of(reason)), StatusCodes.Status422UnprocessableEntity),
    };

    private static async Task<IResult> PageAsync(HttpContext context, OutboxDesk desk, int page, FormState form, int status)
    {
        var shown = (await desk.ShowAsync(context.Actor(), page, context.RequestAborted)).Value ?? throw new InvalidOperationException("This endpoint needs ForAdmins().");
        return new PageResult<OutboxPage>(
            new Dictionary<string, object?>(StringComparer.Ordinal)
            {
                [nameof(OutboxPage.Shown)] = shown, [nameof(OutboxPage.Number)] = Math.Max(page, 1), [nameof(OutboxPage.Form)] = form,
            },
            status);
    }
}
