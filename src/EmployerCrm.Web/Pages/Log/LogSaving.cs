using EmployerCrm.Bot.Quick;
using EmployerCrm.Core;
using EmployerCrm.Core.Calendar;
using EmployerCrm.Core.People;
using EmployerCrm.Core.Privacy;
using EmployerCrm.Core.Visits;
using EmployerCrm.Web.Pages.Components;

namespace EmployerCrm.Web.Pages.Log;

/// <summary>Records what was filled in, through the same use case as the chat; or shows the form again with what has to be answered.</summary>
internal sealed class LogSaving(ICrmStore store, LondonClock clock, IQuickLines lines, VisitLog visits, PlannedVisits planned, SameLines sameLines, FreeTextGuard guard)
{
    public async Task<(VisitLogged? Logged, LogView View)> SaveAsync(Actor actor, FormState form, CancellationToken cancellationToken)
    {
        var view = new LogView(form, clock.Today);
        var employer = await EmployerAsync(actor, view, cancellationToken);
        view = employer.View;
        var client = await ClientAsync(actor, form, cancellationToken);
        var contact = await ContactAsync(view, employer.Id, cancellationToken);
        view = contact.View;
        var (on, at, nextDue) = (form.Date(LogFields.On), form.Time(LogFields.At), form.Date(LogFields.NextDue));
        if (on is null)
            form.Refuse(LogFields.On, PageTexts.Get("ProblemDateNeeded"));
        if (form.Choice<Channel>(LogFields.Channel) is not { } channel)
        {
            form.Refuse(LogFields.Channel, PageTexts.Get("ProblemChannel"));
            return (null, view);
        }

        if (form.Text(LogFields.Next) is null && nextDue is not null)
            form.Refuse(LogFields.Next, PageTexts.Get("ProblemTitleMissing"));
        if (form.IsRefused || view.Asks || on is not { } day)
            return (null, view);

        var visit = new LogVisit
        {
            Id = form.Id(LogFields.Visit), EmployerId = employer.Id, NewEmployerName = employer.NewName, ContactId = contact.Known, ContactName = form.Text(LogFields.Contact),
            ContactIsNew = contact.IsNew, ClientReference = client, State = day > clock.Today ? VisitState.Planned : VisitState.Held, Channel = channel, On = day, At = at,
            Notes = form.Text(LogFields.Notes), Stated = Stated(form), Next = form.Text(LogFields.Next) is { } next ? new PromisedStep(next, nextDue) : null,
            DraftId = form.Id(LogFields.Draft), PlannedVisitId = form.Id(LogFields.Plan), Guard = GuardForm.Kept(form),
        };
        var (completing, question) = await PlanAsync(actor, view, visit, cancellationToken);
        if (question is not null)
            return (null, question);
        if (form.Value(LogFields.Again) is null && completing.PlannedVisitId is null && await sameLines.CameAsync(actor, completing, cancellationToken))
            return (null, view with { CameTwice = true });
        return await LogAsync(actor, completing, view, cancellationToken);
    }

    private async Task<(VisitLogged? Logged, LogView View)> LogAsync(Actor actor, LogVisit visit, LogView view, CancellationToken cancellationToken)
    {
        var outcome = await visits.LogAsync(actor, visit, null, cancellationToken);
        if (outcome.Refusal?.FreeText is { } found && GuardForm.IsRemoved(view.Form))
        {
            var without = visit with
            {
                Notes = Without(visit.Notes, found), Next = visit.Next is { } next ? next with { Title = Without(next.Title, found) ?? "" } : null, Guard = found.Decided(GuardChoice.Removed),
            };
            outcome = await visits.LogAsync(actor, without, null, cancellationToken);
        }

        if (outcome.Value is { } logged)
            return (logged, view);
        var refusal = outcome.Refusal!;
        if (refusal.FreeText is { } asked)
            return (null, view with { Guard = asked });
        view.Form.Refuse(FieldOf(refusal.Reason), Problems.Of(refusal));
        return (null, view);
    }

    private string? Without(string? text, CheckedTexts found) => text is null ? null : guard.Remove(text, found.Around);

    /// <summary>Which employer is meant: the one that was filled in, the one that was chosen, a new one, or a question.</summary>
    private async Task<(Guid? Id, string? NewName, LogView View)> EmployerAsync(Actor actor, LogView view, CancellationToken cancellationToken)
    {
        var form = view.Form;
        var typed = form.Text(LogFields.Employer);
        var choice = form.Text(LogFields.Choose);
        if (choice is not null && choice != LogFields.New && Guid.TryParse(choice, out var chosen))
            return (chosen, null, view);
        if (typed is null)
        {
            form.Refuse(LogFields.Employer, PageTexts.Get("ProblemNameMissing"));
            return (null, null, view);
        }

        if (form.Id(LogFields.Known) is { } known && form.Text(LogFields.KnownName) == typed)
            return (known, null, view);
        if (choice == LogFields.New)
            return (null, typed, view);
        var meant = await lines.EmployerAsync(actor, typed, cancellationToken);
        if (meant.Id is { } only)
            return (only, null, view);
        form.Refuse(LogFields.Employer, PageTexts.Get(meant.Choices.Count > 0 ? "ProblemEmployerWhich" : "ProblemEmployerNew", typed));
        return (null, null, view with { Employers = meant.Choices });
    }

    /// <summary>A name in place of a reference is not even shown again.</summary>
    private async Task<string?> ClientAsync(Actor actor, FormState form, CancellationToken cancellationToken)
    {
        if (form.Text(LogFields.Client) is not { } typed)
            return null;
        var client = await lines.ClientAsync(actor, typed, cancellationToken);
        if (client.Reference is { } reference)
            return reference;
        if (!client.IsLikeOne)
            form.WithAll(LogFields.Client, []);
        form.Refuse(LogFields.Client, !client.IsLikeOne ? PageTexts.Get("ProblemClientName")
            : client.Nearest.Count > 0 ? PageTexts.Get("ProblemClientNear", string.Join(", ", client.Nearest))
            : PageTexts.Get("ProblemClientUnknown"));
        return null;
    }

    private async Task<(Guid? Known, bool IsNew, LogView View)> ContactAsync(LogView view, Guid? employerId, CancellationToken cancellationToken)
    {
        var form = view.Form;
        if (form.Text(LogFields.Contact) is not { } name || employerId is not { } id)
            return (null, false, view);
        if (form.Text(LogFields.ChooseContact) is { } choice)
            return Guid.TryParse(choice, out var chosen) ? (chosen, false, view) : (null, true, view);
        var people = await store.ReadAsync(session => session.Employers.ContactsAsync(id), cancellationToken);
        var meant = lines.Contact(name, people);
        return (meant.Known?.Id, false, meant.Doubt.Count > 0 ? view with { Contacts = meant.Doubt } : view);
    }

    /// <summary>What was planned for that day in the same way is completed, as a line in the chat does.</summary>
    private async Task<(LogVisit Visit, LogView? Question)> PlanAsync(Actor actor, LogView view, LogVisit visit, CancellationToken cancellationToken)
    {
        if (visit is not { State: VisitState.Held, EmployerId: { } employerId, PlannedVisitId: null } || view.Form.Value(LogFields.Plan) == "none")
            return (visit, null);
        var fitting = (await planned.AtEmployerAsync(actor, employerId, visit.On, cancellationToken)).Where(plan => plan.Channel == visit.Channel).ToList();
        return fitting switch
        {
            [] => (visit, null),
            [var only] => (visit with { PlannedVisitId = only.Id }, null),
            _ => (visit, view with { Plans = fitting }),
        };
    }

    private static StatedFacts Stated(FormState form) => new()
    {
        Purpose = form.Choice<Purpose>(LogFields.Purpose),
        Reached = form.Choice<Reached>(LogFields.Reached),
        ClientPresent = form.Checked(LogFields.ClientPresent) ? true : null,
        MatchesPreferences = bool.TryParse(form.Text(LogFields.Matches), out var matches) ? matches : null,
    };

    private static string FieldOf(RefusalReason reason) => reason switch
    {
        RefusalReason.FutureDate or RefusalReason.TooLongAgo or RefusalReason.TooFarAhead or RefusalReason.DateInThePast => LogFields.On,
        RefusalReason.TextTooLong => LogFields.Notes,
        RefusalReason.NameMissing => LogFields.Employer,
        RefusalReason.TitleMissing => LogFields.Next,
        RefusalReason.ClientUnknown => LogFields.Client,
        _ => "",
    };
}
