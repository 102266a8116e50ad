using EmployerCrm.Bot.Cards;
using EmployerCrm.Bot.Cards.Employers;
using EmployerCrm.Bot.Questions;
using EmployerCrm.Bot.Reading.Orders;
using EmployerCrm.Bot.Turns;
using EmployerCrm.Core;
using EmployerCrm.Core.Employers;

namespace EmployerCrm.Bot.Handlers.Employers;

/// <summary>"add contact at Two Rivers:" with a pasted signature: what was read is shown in a form before it is saved.</summary>
internal sealed class ContactLines(ICrmStore store, TurnDesk desk, LineReadings readings, ContactEditing contacts, EmployerEditing employers, Ids ids) : IButtonGroup
{
    private const string ExampleName = "Two Rivers";

    public async Task<TurnAnswer> TypedAsync(Turn turn, AddContactOrder order, CancellationToken cancellationToken)
    {
        var signature = Signature.Of(order.Pasted);
        var named = order.Employer ?? signature.Company;
        var employer = named is null ? null : await EmployerAsync(turn, named, cancellationToken);
        var values = PersonFormValues.Of(signature, employer?.Id, employer?.Name ?? named);
        return await ShowFormAsync(turn, await KnownAsync(values, employer, cancellationToken), TurnAnswer.Show, cancellationToken);
    }

    public async Task<TurnAnswer?> HandleAsync(Turn turn, string? verb, ButtonData data, CancellationToken cancellationToken) => verb switch
    {
        Verbs.OpenNewContact when data.Id("employer") is { } id && await store.ReadAsync(session => session.Employers.EmployerAsync(id), cancellationToken) is { } employer =>
            await ShowFormAsync(turn, new PersonFormValues(id, employer.Name, null, null, null, null, null, null, null, null), TurnAnswer.Put, cancellationToken),
        Verbs.SaveContact when data.Id("id") is { } id => await SaveAsync(turn, id, data, cancellationToken),
        _ => null,
    };

    private async Task<TurnAnswer> SaveAsync(Turn turn, Guid id, ButtonData data, CancellationToken cancellationToken)
    {
        var typed = new PersonFormValues(
            data.Id("employer"), data.Text(ContactCards.Employer), data.Id("contact"), data.Number("version"), data.Text(ContactCards.Name), data.Text(ContactCards.Role),
            data.Text(ContactCards.Phone), data.Text(ContactCards.Email), data.Text(ContactCards.BestTime), data.Text(ContactCards.Website));
        var employer = typed.EmployerId is { } known
            ? await store.ReadAsync(session => session.Employers.EmployerAsync(known), cancellationToken)
            : string.IsNullOrWhiteSpace(typed.Employer) ? null : await EmployerAsync(turn, typed.Employer, cancellationToken);
        if (employer is null)
            return await PutFormAsync(turn, id, typed with { EmployerId = null }, Texts.Get("ContactWhichEmployer", ExampleName), cancellationToken);
        var values = typed with { EmployerId = employer.Id, Employer = employer.Name };
        var contact = values.ContactId is { } contactId ? await store.ReadAsync(session => session.Employers.ContactAsync(contactId), cancellationToken) : null;
        if (await SaveWebsiteAsync(turn, employer, values.Website, cancellationToken) is { } wrongSite)
            return await PutFormAsync(turn, id, values, Texts.Of(wrongSite), cancellationToken);
        return await desk.AnswerAsync<Outcome<ContactSaved>>(
            turn,
            also => contact is not null && contact.EmployerId == employer.Id
                ? contacts.ChangeAsync(
                    turn.Actor, new ChangeContact { ContactId = contact.Id, ExpectedVersion = values.Version ?? 0, Details = values.Over(ContactDetails.Of(contact)), Guard = turn.Guard }, also, cancellationToken)
                : contacts.AddAsync(turn.Actor, new AddContact { Id = id, EmployerId = employer.Id, Details = values.Over(new ContactDetails()), Guard = turn.Guard }, also, cancellationToken),
            outcome => outcome.Value is { } saved ? TurnAnswer.Put(ContactCards.Saved(saved), CardKinds.Contact, saved.Contact.Id)
                : outcome.Refusal!.Reason is RefusalReason.FieldsWrong or RefusalReason.ContactKnown ? TurnAnswer.Put(ContactCards.Form(values, id, Texts.Of(outcome.Refusal)), CardKinds.Question)
                : TurnAnswer.PutText(Texts.Of(outcome.Refusal)));
    }

    /// <summary>A site of the signature becomes the employer's where it has none; one that is not its own team's is left alone.</summary>
    private async Task<Refusal?> SaveWebsiteAsync(Turn turn, Employer employer, string? website, CancellationToken cancellationToken)
    {
        if (string.IsNullOrWhiteSpace(website) || employer.Website is not null || !EmployerAccess.IsOwnTeams(turn.Actor, employer))
            return null;
        var change = new ChangeEmployer { EmployerId = employer.Id, ExpectedVersion = employer.Version, Details = EmployerDetails.Of(employer) with { Website = website } };
        var outcome = await employers.ChangeAsync(turn.Actor, change, null, cancellationToken);
        return outcome.Refusal is { Reason: RefusalReason.FieldsWrong } wrong ? wrong : null;
    }

    /// <summary>Somebody of that name who is there already: saving changes what is known of them.</summary>
    private async Task<PersonFormValues> KnownAsync(PersonFormValues values, Employer? employer, CancellationToken cancellationToken)
    {
        if (employer is null || values.Name is not { } name)
            return values;
        var people = await store.ReadAsync(session => session.Employers.ContactsAsync(employer.Id), cancellationToken);
        return people.FirstOrDefault(person => person.LeftOn is null && FoldedText.Key(person.Name) == FoldedText.Key(name)) is { } known
            ? values with { ContactId = known.Id, Version = known.Version }
            : values;
    }

    private async Task<Employer?> EmployerAsync(Turn turn, string name, CancellationToken cancellationToken) =>
        (await readings.OfNameAsync(turn.Actor, name, turn.TypedAt, cancellationToken)).EmployerId is { } id
            ? await store.ReadAsync(session => session.Employers.EmployerAsync(id), cancellationToken)
            : null;

    private Task<TurnAnswer> ShowFormAsync(Turn turn, PersonFormValues values, Showing show, CancellationToken cancellationToken) =>
        desk.AnswerAsync(turn, show(ContactCards.Form(values, ids.New(), null), CardKinds.Question, null), cancellationToken);

    private Task<TurnAnswer> PutFormAsync(Turn turn, Guid id, PersonFormValues values, string problem, CancellationToken cancellationToken) =>
        desk.AnswerAsync(turn, TurnAnswer.Put(ContactCards.Form(values, id, problem), CardKinds.Question), cancellationToken);
}
