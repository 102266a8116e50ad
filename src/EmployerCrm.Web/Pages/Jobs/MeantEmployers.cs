using EmployerCrm.Bot.Quick;
using EmployerCrm.Core;
using EmployerCrm.Core.Employers;
using EmployerCrm.Core.People;
using EmployerCrm.Web.Pages.Components;

namespace EmployerCrm.Web.Pages.Jobs;

/// <summary>Which employer a form means.</summary>
/// <param name="NewName">The name of one that is not in the list yet.</param>
/// <param name="Choices">Those of which one is meant.</param>
internal sealed record MeantEmployer(Guid? Id, string? NewName, IReadOnlyList<DirectoryEmployer> Choices)
{
    public bool IsClear => Id is not null || NewName is not null;
}

/// <summary>Whom a form means there.</summary>
/// <param name="Name">Somebody who is not recorded yet.</param>
/// <param name="Doubt">People of whom one is meant; the form is to be asked again.</param>
internal sealed record MeantContact(Guid? Id, string? Name, IReadOnlyList<Contact> Doubt);

/// <summary>Finds the employer and the person behind names that were typed, as lines in the chat do.</summary>
internal sealed class MeantEmployers(ICrmStore store, IQuickLines lines)
{
    /// <summary>The one that was chosen or filled in, a new one, or a problem beside the field.</summary>
    public async Task<MeantEmployer> EmployerAsync(Actor actor, FormState form, CancellationToken cancellationToken)
    {
        var (typed, choice) = (form.Text(JobField.Employer), form.Text(JobField.Choose));
        if (Guid.TryParse(choice, out var chosen))
            return new MeantEmployer(chosen, null, []);
        if (typed is null)
        {
            form.Refuse(JobField.Employer, PageTexts.Get("ProblemNameMissing"));
            return new MeantEmployer(null, null, []);
        }

        if (form.Id(JobField.Known) is { } known && form.Text(JobField.KnownName) == typed)
            return new MeantEmployer(known, null, []);
        if (choice == JobField.New)
            return new MeantEmployer(null, typed, []);
        var meant = await lines.EmployerAsync(actor, typed, cancellationToken);
        if (meant.Id is { } only)
            return new MeantEmployer(only, null, []);
        form.Refuse(JobField.Employer, PageTexts.Get(meant.Choices.Count > 0 ? "ProblemEmployerWhich" : "ProblemEmployerNew", typed));
        return new MeantEmployer(null, null, meant.Choices);
    }

    /// <summary>The person there, or somebody new; where several may be meant, that is said beside the field.</summary>
    public async Task<MeantContact> ContactAsync(FormState form, Guid? employerId, CancellationToken cancellationToken)
    {
        if (form.Text(JobField.Contact) is not { } name)
            return new MeantContact(null, null, []);
        if (employerId is not { } id)
            return new MeantContact(null, name, []);
        var people = await store.ReadAsync(session => session.Employers.ContactsAsync(id), cancellationToken);
        var meant = lines.Contact(name, people);
        if (meant.Known is { } known)
            return new MeantContact(known.Id, null, []);
        if (meant.Doubt.Count > 0)
            form.Refuse(JobField.Contact, PageTexts.Get("ProblemContactWhich", string.Join(", ", meant.Doubt.Select(person => person.Name))));
        return new MeantContact(null, name, meant.Doubt);
    }

    /// <summary>Who is recorded at an employer and has not left.</summary>
    public async Task<IReadOnlyList<string>> NamesAsync(Guid? employerId, CancellationToken cancellationToken) => employerId is { } id
        ? [.. (await store.ReadAsync(session => session.Employers.ContactsAsync(id), cancellationToken)).Where(person => person.LeftOn is null).Select(person => person.Name)]
        : [];
}
