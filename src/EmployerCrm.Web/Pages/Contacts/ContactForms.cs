using EmployerCrm.Core;
using EmployerCrm.Core.Employers;
using EmployerCrm.Core.People;
using EmployerCrm.Core.Privacy;
using EmployerCrm.Core.Visits;
using EmployerCrm.Web.Pages.Components;

namespace EmployerCrm.Web.Pages.Contacts;

/// <summary>Adding and changing people at employers by a form.</summary>
internal sealed class ContactForms(ICrmStore store, Ids ids, ContactEditing editing, FreeTextGuard guard)
{
    public const string Id = "id";
    public const string Version = "version";

    /// <summary>An empty form; null where the employer is not the person's team's.</summary>
    public async Task<ContactFormView?> NewAsync(Actor actor, Guid employerId, CancellationToken cancellationToken) =>
        await OwnAsync(actor, employerId, cancellationToken) is { } employer ? new ContactFormView(new FormState().With(Id, ids.New()), employer, null) : null;

    public async Task<ContactFormView?> KnownAsync(Actor actor, Guid contactId, CancellationToken cancellationToken)
    {
        if (await store.ReadAsync(session => session.Employers.ContactAsync(contactId), cancellationToken) is not { } contact
            || await OwnAsync(actor, contact.EmployerId, cancellationToken) is not { } employer)
        {
            return null;
        }

        return new ContactFormView(Fill(contact), employer, contact);
    }

    /// <summary>Saves what was filled in; the form again where that did not go.</summary>
    public async Task<(ContactSaved? Saved, ContactFormView? View)> SaveAsync(Actor actor, ContactFormView? opened, FormState form, CancellationToken cancellationToken)
    {
        if (opened is null)
            return (null, null);
        var view = opened with { Form = form };
        var details = Read(form);
        if (form.IsRefused)
            return (null, view);
        var outcome = await SaveAsync(actor, view, details, cancellationToken);
        if (outcome.Refusal?.FreeText is { } found && GuardForm.IsRemoved(form))
        {
            GuardForm.TakeOut(form, guard, found, ContactField.BestTime);
            outcome = await SaveAsync(actor, view, details with { BestTime = form.Text(ContactField.BestTime) }, cancellationToken);
        }

        if (outcome.Value is { } saved)
            return (saved, view);
        if (outcome.Refusal!.FreeText is { } asked)
            return (null, view with { Guard = asked });
        if (outcome.Refusal.Reason == RefusalReason.ChangedMeanwhile && view.Known is { } known)
            form.With(Version, known.Version);
        Problems.Put(form, outcome.Refusal);
        return (null, view);
    }

    private Task<Outcome<ContactSaved>> SaveAsync(Actor actor, ContactFormView view, ContactDetails details, CancellationToken cancellationToken) => view.Known is { } known
        ? editing.ChangeAsync(
            actor, new ChangeContact { ContactId = known.Id, ExpectedVersion = view.Form.Number(Version) ?? 0, Details = details, Guard = GuardForm.Kept(view.Form) }, null, cancellationToken)
        : editing.AddAsync(
            actor, new AddContact { Id = view.Form.Id(Id), EmployerId = view.Employer.Id, Details = details, Guard = GuardForm.Kept(view.Form) }, null, cancellationToken);

    private async Task<Employer?> OwnAsync(Actor actor, Guid employerId, CancellationToken cancellationToken) =>
        await store.ReadAsync(session => session.Employers.EmployerAsync(employerId), cancellationToken) is { } employer && EmployerAccess.IsOwnTeams(actor, employer) ? employer : null;

    private static FormState Fill(Contact contact)
    {
        var details = ContactDetails.Of(contact);
        return new FormState().With(Version, contact.Version).With(ContactField.Name, details.Name).With(ContactField.Role, details.Role).With(ContactField.Email, details.Email)
            .With(ContactField.Phone, details.Phone).With(ContactField.PreferredChannel, details.PreferredChannel).With(ContactField.BestTime, details.BestTime)
            .With(ContactField.LawfulBasis, details.LawfulBasis).With(ContactField.Told, Iso(details.ToldOn)).With(ContactField.Objected, Iso(details.ObjectedOn))
            .With(ContactField.ObjectionScope, details.ObjectionScope).With(ContactField.Left, Iso(details.LeftOn));
    }

    private static ContactDetails Read(FormState form) => new()
    {
        Name = form.Text(ContactField.Name), Role = form.Text(ContactField.Role), Email = form.Text(ContactField.Email), Phone = form.Text(ContactField.Phone),
        PreferredChannel = form.Choice<Channel>(ContactField.PreferredChannel), BestTime = form.Text(ContactField.BestTime),
        LawfulBasis = form.Choice<LawfulBasis>(ContactField.LawfulBasis), ToldOn = form.Date(ContactField.Told), ObjectedOn = form.Date(ContactField.Objected),
        ObjectionScope = form.Choice<ObjectionScope>(ContactField.ObjectionScope), LeftOn = form.Date(ContactField.Left),
    };

    private static string? Iso(DateOnly? day) => day is { } known ? Days.Iso(known) : null;
}
