using EmployerCrm.Bot.Quick;
using EmployerCrm.Core;
using EmployerCrm.Core.Calendar;
using EmployerCrm.Core.Employers;
using EmployerCrm.Core.People;
using EmployerCrm.Core.Privacy;
using EmployerCrm.Web.Pages.Components;

namespace EmployerCrm.Web.Pages.Employers;

/// <summary>Adding and changing an employer by its form: saved, or shown again with what has to be put right, answered or chosen.</summary>
internal sealed class EmployerForms(
    ICrmStore store, LondonClock clock, Ids ids, IQuickLines lines, EmployerEditing editing, LikelyDoubles doubles, FreeTextGuard guard)
{
    public async Task<EmployerFormView> NewAsync(Actor actor, string? name, CancellationToken cancellationToken)
    {
        var form = new FormState().With(EmployerFormFields.Id, ids.New()).With(EmployerField.Owner, actor.SpecialistId);
        return await ViewAsync(actor, name is null ? form : form.With(EmployerField.Name, name), null, cancellationToken);
    }

    /// <summary>The form with the record as it is; null where it is not the person's to change.</summary>
    public async Task<EmployerFormView?> KnownAsync(Actor actor, Guid employerId, CancellationToken cancellationToken)
    {
        if ((await editing.ShowAsync(actor, employerId, null, cancellationToken)).Value?.Employer is not { } employer || !EmployerAccess.IsOwnTeams(actor, employer))
            return null;
        return await ViewAsync(actor, await FilledAsync(employer, cancellationToken), employer, cancellationToken);
    }

    /// <summary>Adds what was filled in; likely doubles are shown before.</summary>
    public async Task<(EmployerSaved? Saved, EmployerFormView View)> AddAsync(Actor actor, FormState form, CancellationToken cancellationToken)
    {
        var view = await ViewAsync(actor, form, null, cancellationToken);
        if (await ReadAsync(actor, form, cancellationToken) is not { } details)
            return (null, view);
        if (!form.Checked(EmployerFormFields.Confirmed)
            && (await doubles.OfAsync(actor, SoughtEmployer.Of(details), null, cancellationToken)).Value is { Doubles: { Count: > 0 } likely })
        {
            return (null, view with { Doubles = likely });
        }

        return await SavedAsync(
            actor, view, typed => editing.AddAsync(actor, new AddEmployer { Id = form.Id(EmployerFormFields.Id), Details = typed, Guard = GuardForm.Kept(form) }, null, cancellationToken), details, cancellationToken);
    }

    /// <summary>Saves what was filled in, or shows what a colleague changed meanwhile.</summary>
    public async Task<(EmployerSaved? Saved, EmployerFormView? View)> ChangeAsync(Actor actor, Guid employerId, FormState form, CancellationToken cancellationToken)
    {
        if ((await editing.ShowAsync(actor, employerId, null, cancellationToken)).Value?.Employer is not { } employer || !EmployerAccess.IsOwnTeams(actor, employer))
            return (null, null);
        await TakeTheirsAsync(form, employer, cancellationToken);
        var view = await ViewAsync(actor, form, employer, cancellationToken);
        if (await ReadAsync(actor, form, cancellationToken) is not { } details)
            return (null, view);
        var version = form.Number(EmployerFormFields.Version) ?? 0;
        return await SavedAsync(
            actor, view,
            typed => editing.ChangeAsync(actor, new ChangeEmployer { EmployerId = employerId, ExpectedVersion = version, Details = typed, Guard = GuardForm.Kept(form) }, null, cancellationToken),
            details, cancellationToken);
    }

    private async Task<(EmployerSaved? Saved, EmployerFormView View)> SavedAsync(
        Actor actor, EmployerFormView view, Func<EmployerDetails, Task<Outcome<EmployerSaved>>> save, EmployerDetails details, CancellationToken cancellationToken)
    {
        var outcome = await save(details);
        if (outcome.Refusal?.FreeText is { } found && GuardForm.IsRemoved(view.Form))
        {
            GuardForm.TakeOut(view.Form, guard, found, EmployerField.Needs, EmployerField.Notes);
            outcome = await save(details with { Needs = view.Form.Text(EmployerField.Needs), Notes = view.Form.Text(EmployerField.Notes) });
        }

        if (outcome.Value is { } saved)
            return (saved, view);
        var refusal = outcome.Refusal!;
        if (refusal.FreeText is { } asked)
            return (null, view with { Guard = asked });
        if (refusal.Reason == RefusalReason.ChangedMeanwhile && view.Known is not null)
            return (null, view with { Conflict = await ConflictAsync(view, refusal, cancellationToken) });
        Problems.Put(view.Form, refusal);
        return (null, view);
    }

    private async Task<EmployerConflictView> ConflictAsync(EmployerFormView view, Refusal refusal, CancellationToken cancellationToken)
    {
        var now = await FilledAsync(view.Known!, cancellationToken);
        var differing = EmployerFormFields.All
            .Select(field => new DifferingField(field, view.Form.Text(field) ?? "", now.Text(field) ?? ""))
            .Where(field => !string.Equals(field.Mine, field.Theirs, StringComparison.Ordinal))
            .Select(field => field with { Mine = EmployerFieldTexts.Value(field.Field, field.Mine, view.Colleagues), Theirs = EmployerFieldTexts.Value(field.Field, field.Theirs, view.Colleagues) })
            .ToList();
        // What is sent from here is meant against the record as it is shown.
        view.Form.With(EmployerFormFields.Version, view.Known!.Version);
        return new EmployerConflictView(refusal.By, refusal.At, refusal.Fields, differing);
    }

    /// <summary>Puts the record's own text where the person chose it on the conflict page.</summary>
    private async Task TakeTheirsAsync(FormState form, Employer employer, CancellationToken cancellationToken)
    {
        if (!EmployerFormFields.All.Any(field => form.Checked(EmployerFormFields.Choice + field)))
            return;
        var now = await FilledAsync(employer, cancellationToken);
        foreach (var field in EmployerFormFields.All.Where(field => form.Value(EmployerFormFields.Choice + field) == EmployerFormFields.Theirs))
            form.WithAll(field, now.Values(field));
        if (form.Value(EmployerFormFields.Choice + EmployerField.BranchOf) == EmployerFormFields.Theirs)
            form.WithAll(EmployerFormFields.BranchOfId, now.Values(EmployerFormFields.BranchOfId)).WithAll(EmployerFormFields.BranchOfName, now.Values(EmployerFormFields.BranchOfName));
    }

    private async Task<FormState> FilledAsync(Employer employer, CancellationToken cancellationToken)
    {
        var whole = employer.BranchOfId is { } id ? await store.ReadAsync(session => session.Employers.EmployerAsync(id), cancellationToken) : null;
        return EmployerFormFields.Fill(new FormState().With(EmployerFormFields.Version, employer.Version), EmployerDetails.Of(employer), whole?.Name);
    }

    /// <summary>What was filled in; null where a day or the name of another employer could not be read.</summary>
    private async Task<EmployerDetails?> ReadAsync(Actor actor, FormState form, CancellationToken cancellationToken)
    {
        Guid? branchOf = null;
        if (form.Text(EmployerField.BranchOf) is { } name)
        {
            branchOf = form.Text(EmployerFormFields.BranchOfName) == name ? form.Id(EmployerFormFields.BranchOfId) : (await lines.EmployerAsync(actor, name, cancellationToken)).Id;
            if (branchOf is null)
                form.Refuse(EmployerField.BranchOf, PageTexts.Get("FieldBranchOfUnknown"));
        }

        var details = EmployerFormFields.Read(form, branchOf);
        return form.IsRefused ? null : details;
    }

    private async Task<EmployerFormView> ViewAsync(Actor actor, FormState form, Employer? known, CancellationToken cancellationToken)
    {
        var team = known?.TeamId ?? actor.TeamId;
        var people = await store.ReadAsync(session => session.People.SpecialistsAsync(), cancellationToken);
        return new EmployerFormView(form, known, [.. people.Where(person => person.TeamId == team && person.Role != Role.Admin && !person.HasLeft(clock.Today))], clock.Today);
    }
}
