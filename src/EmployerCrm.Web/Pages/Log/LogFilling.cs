using EmployerCrm.Bot.Quick;
using EmployerCrm.Bot.Reading;
using EmployerCrm.Bot.Reading.Acts;
using EmployerCrm.Core;
using EmployerCrm.Core.Calendar;
using EmployerCrm.Core.FollowUps;
using EmployerCrm.Core.People;
using EmployerCrm.Core.Visits;
using EmployerCrm.Web.Pages.Components;

namespace EmployerCrm.Web.Pages.Log;

/// <summary>What stands in the form before somebody changes it: nothing, what a line says, or what was planned or owed.</summary>
internal sealed class LogFilling(ICrmStore store, LondonClock clock, Ids ids, IQuickLines lines)
{
    private const int MostChoices = 5;

    public async Task<LogView> EmptyAsync(Actor actor, CancellationToken cancellationToken) =>
        await WithReferencesAsync(actor, new LogView(New().With(LogFields.Channel, Channel.InPerson).With(LogFields.On, Days.Iso(clock.Today)), clock.Today), cancellationToken);

    /// <summary>With an employer filled in, as its page asks for.</summary>
    public async Task<LogView> ForEmployerAsync(Actor actor, Guid employerId, CancellationToken cancellationToken)
    {
        var view = await EmptyAsync(actor, cancellationToken);
        return await store.ReadAsync(session => session.Employers.EmployerAsync(employerId), cancellationToken) is { } employer
            ? view with { Form = Known(view.Form, employer.Id, employer.Name) }
            : view;
    }

    /// <summary>With what was planned; null when that is not the person's any more.</summary>
    public async Task<LogView?> OfPlanAsync(Actor actor, Guid visitId, CancellationToken cancellationToken)
    {
        var view = await EmptyAsync(actor, cancellationToken);
        var planned = await store.ReadAsync(
            async session => await session.Visits.VisitAsync(visitId) is { State: VisitState.Planned } visit && visit.SpecialistId == actor.SpecialistId
                ? (Visit: visit, Employer: await session.Employers.EmployerAsync(visit.EmployerId), Contact: visit.ContactId is { } id ? await session.Employers.ContactAsync(id) : null,
                    Client: visit.ClientId is { } client ? (await session.Clients.ClientAsync(client))?.Reference : null)
                : default,
            cancellationToken);
        if (planned.Visit is not { } plan || planned.Employer is not { } employer)
            return null;
        Known(view.Form, employer.Id, employer.Name).With(LogFields.Plan, plan.Id).With(LogFields.Channel, plan.Channel).With(LogFields.Contact, planned.Contact?.Name)
            .With(LogFields.Client, planned.Client).With(LogFields.On, Days.Iso(plan.On > view.Today ? view.Today : plan.On));
        return plan.At is { } at && plan.On <= view.Today ? view with { Form = view.Form.With(LogFields.At, Days.Time(at)) } : view;
    }

    /// <summary>With the contact that doing a follow-up was.</summary>
    public async Task<LogView> OfFollowUpAsync(Actor actor, FollowUpContact done, CancellationToken cancellationToken)
    {
        var view = await EmptyAsync(actor, cancellationToken);
        Known(view.Form, done.Visit.EmployerId!.Value, done.EmployerName).With(LogFields.Channel, done.Visit.Channel).With(LogFields.Contact, done.ContactName)
            .With(LogFields.Client, done.Visit.ClientReference);
        return view;
    }

    /// <summary>With what a line says; null where the line tells of no contact at all.</summary>
    public async Task<LogView?> OfLineAsync(Actor actor, string text, DateTimeOffset typedAt, Guid? draftId, CancellationToken cancellationToken)
    {
        var line = await lines.ReadAsync(actor, text, typedAt, cancellationToken);
        var reading = line.Reading;
        if (reading.Intent is not (Intent.LogVisit or Intent.PlanVisit or Intent.Unknown) || reading.Act is not (null or Happened))
            return null;
        if (reading.Intent == Intent.Unknown && reading.Ask is null && reading.Act is null && reading.EmployerId is null)
            return null;
        var form = Filled(reading).With(LogFields.Draft, draftId).With(LogFields.Rest, line.Rest);
        var view = await WithReferencesAsync(actor, new LogView(form, clock.Today), cancellationToken);
        return view with { Line = line.Text, Remarks = [.. Remarks(line, clock.Today)], Employers = reading.EmployerId is null ? [.. Choices(reading)] : [] };
    }

    private FormState Filled(LineReading reading)
    {
        var form = New().With(LogFields.Channel, reading.Channel ?? Channel.InPerson).With(LogFields.Contact, reading.Contact ?? reading.NewContact).With(LogFields.Client, reading.Client)
            .With(LogFields.Notes, reading.Notes).With(LogFields.Next, reading.Next?.Title).With(LogFields.Purpose, reading.Said.Purpose).With(LogFields.Reached, reading.Said.Reached)
            .With(LogFields.Matches, reading.Said.MatchesPreferences).With(LogFields.ClientPresent, reading.Said.ClientPresent == true ? "yes" : null);
        if (reading.Ask != ReadingQuestion.Date)
            form.With(LogFields.On, Days.Iso(reading.Date ?? clock.Today));
        if (reading.Time is { } at)
            form.With(LogFields.At, Days.Time(at));
        if (reading.Next?.Due is { } due)
            form.With(LogFields.NextDue, Days.Iso(due));
        if (reading is { EmployerId: { } employerId, Employer: { } name })
            return Known(form, employerId, name);
        return form.With(LogFields.Employer, reading.NewEmployer);
    }

    private static IEnumerable<Core.Employers.DirectoryEmployer> Choices(LineReading reading) =>
        (reading.Ambiguous.Count > 0 ? reading.Ambiguous : reading.SideBySide.Count > 0 ? reading.SideBySide : reading.ClosestEmployers).Take(MostChoices);

    /// <summary>What a reader of the form should know of how it was filled.</summary>
    private static IEnumerable<string> Remarks(QuickLine line, DateOnly today)
    {
        var reading = line.Reading;
        if (line.ClientWasNamed)
            yield return PageTexts.Get("LogClientNamed");
        if (reading.EmployerId is null && reading.NewEmployer is { } name)
            yield return PageTexts.Get("LogEmployerUnknown", name);
        if (reading.Ask == ReadingQuestion.Date)
            yield return PageTexts.Get("LogDateUnclear");
        if (reading.Ask == ReadingQuestion.Client)
            yield return PageTexts.Get("LogClientUnclear");
        if (reading.OtherDate is { } other)
            yield return PageTexts.Get("LogOtherDate", Days.Short(other, today));
        if (reading.Next?.OtherDue is { } otherDue)
            yield return PageTexts.Get("LogOtherDue", Days.Short(otherDue, today));
        if (line.Rest is not null)
            yield return PageTexts.Get("LogSeveral");
    }

    private FormState New() => new FormState().With(LogFields.Visit, ids.New());

    private static FormState Known(FormState form, Guid employerId, string name) =>
        form.With(LogFields.Employer, name).With(LogFields.Known, employerId).With(LogFields.KnownName, name);

    /// <summary>With the references that the client's field offers.</summary>
    public async Task<LogView> WithReferencesAsync(Actor actor, LogView view, CancellationToken cancellationToken) => view with
    {
        References = actor is { SpecialistId: { } id, Role: not Role.Admin } ? await store.ReadAsync(session => session.Clients.OpenReferencesOfOwnerAsync(id), cancellationToken) : [],
    };
}
