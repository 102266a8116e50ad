using EmployerCrm.Core;
using EmployerCrm.Core.Calendar;
using EmployerCrm.Core.People;
using EmployerCrm.Web.Pages.Components;
using EmployerCrm.Web.SignIn;

namespace EmployerCrm.Web.Pages.Admin;

/// <summary>One person: what is kept of them, another team, leaving, coming back.</summary>
internal static class PersonEndpoints
{
    public static void Map(RouteGroupBuilder person)
    {
        person.MapGet("", ShowAsync);
        person.MapPost("", ChangeAsync);
        person.MapPost("move", MoveAsync);
        person.MapPost("leave", LeaveAsync);
        person.MapPost("back", BackAsync);
    }

    private static async Task<IResult> ShowAsync(Guid id, HttpContext context, PeopleList list, LondonClock clock) =>
        await PageAsync(id, null, context, list, clock, new FormState(), StatusCodes.Status200OK);

    private static async Task<IResult> ChangeAsync(Guid id, HttpContext context, PeopleEditing editing, PeopleList list, LondonClock clock)
    {
        var form = await FormState.SentAsync(context.Request, context.RequestAborted);
        var change = new ChangePerson
        {
            Id = id,
            ExpectedVersion = form.Number(PersonFields.Version) ?? 0,
            Name = form.Text(PersonFields.Name) ?? "",
            ObjectId = form.Text(PersonFields.ObjectId) ?? "",
            Role = form.Choice<Role>(PersonFields.Role),
            WeeklyTarget = form.Number(PersonFields.Target) ?? -1,
        };
        return await AnswerAsync(id, "change", "PersonChanged", await editing.ChangeAsync(context.Actor(), change, context.RequestAborted), context, form, list, clock);
    }

    private static async Task<IResult> MoveAsync(Guid id, HttpContext context, Handovers handovers, PeopleList list, LondonClock clock)
    {
        var form = await FormState.SentAsync(context.Request, context.RequestAborted);
        var move = new MovePerson
        {
            Id = id, ExpectedVersion = form.Number(PersonFields.Version) ?? 0, ToTeamId = form.Id(PersonFields.Team) ?? Guid.Empty, HandOverToId = form.Id(PersonFields.HandOverTo),
        };
        return await AnswerAsync(id, "move", "PersonMoved", await handovers.MoveAsync(context.Actor(), move, context.RequestAborted), context, form, list, clock);
    }

    private static async Task<IResult> LeaveAsync(Guid id, HttpContext context, Handovers handovers, PeopleList list, LondonClock clock)
    {
        var form = await FormState.SentAsync(context.Request, context.RequestAborted);
        var on = form.Date(PersonFields.LeftOn);
        if (on is null)
        {
            form.Refuse(PersonFields.LeftOn, PageTexts.Get("ProblemDate"));
            return await PageAsync(id, "leave", context, list, clock, form, StatusCodes.Status422UnprocessableEntity);
        }

        var leave = new LeavePerson { Id = id, ExpectedVersion = form.Number(PersonFields.Version) ?? 0, LeftOn = on.Value, HandOverToId = form.Id(PersonFields.HandOverTo) };
        return await AnswerAsync(id, "leave", "PersonLeft", await handovers.LeaveAsync(context.Actor(), leave, context.RequestAborted), context, form, list, clock);
    }

    private static async Task<IResult> BackAsync(Guid id, HttpContext context, PeopleEditing editing, PeopleList list, LondonClock clock)
    {
        var form = await FormState.SentAsync(context.Request, context.RequestAborted);
        var back = new ChangePerson { Id = id, ExpectedVersion = form.Number(PersonFields.Version) ?? 0, IsBack = true };
        return await AnswerAsync(id, "back", "PersonBack", await editing.ChangeAsync(context.Actor(), back, context.RequestAborted), context, form, list, clock);
    }

    private static async Task<IResult> AnswerAsync(
        Guid id, string formName, string said, IOutcome outcome, HttpContext context, FormState form, PeopleList list, LondonClock clock) => outcome.Refusal switch
        {
            null => TypedResults.LocalRedirect($"{AdminEndpoints.People}/{id}?said={said}"),
            { Reason: RefusalReason.NotFound } => TypedResults.NotFound(),
            var refusal => await PageAsync(id, formName, context, list, clock, form.Refuse(refusal), StatusCodes.Status422UnprocessableEntity),
        };

    /// <summary>The person's page.</summary>
    /// <param name="formName">Which of the forms was sent; the others show what is kept.</param>
    private static async Task<IResult> PageAsync(Guid id, string? formName, HttpContext context, PeopleList list, LondonClock clock, FormState form, int status)
    {
        var overview = await AdminEndpoints.OverviewAsync(context, list);
        if (overview.People.FirstOrDefault(row => row.Person.Id == id) is not { } standing)
            return TypedResults.NotFound();
        return new PageResult<PersonPage>(
            new Dictionary<string, object?>(StringComparer.Ordinal)
            {
                [nameof(PersonPage.Overview)] = overview,
                [nameof(PersonPage.Standing)] = standing,
                [nameof(PersonPage.Today)] = clock.Today,
                [nameof(PersonPage.ChangeForm)] = formName == "change" ? form : PersonFields.Of(standing.Person),
                [nameof(PersonPage.MoveForm)] = formName == "move" ? form : new FormState(),
                [nameof(PersonPage.LeaveForm)] = formName == "leave" ? form : new FormState().With(PersonFields.LeftOn, clock.Today.ToString("yyyy-MM-dd", System.Globalization.CultureInfo.InvariantCulture)),
                [nameof(PersonPage.BackForm)] = formName == "back" ? form : new FormState(),
            },
            status);
    }
}
