using System.Text.Json.Nodes;
using EmployerCrm.Bot.Reading.Orders;
using EmployerCrm.Core;
using EmployerCrm.Core.Employers;
using EmployerCrm.Core.Employers.Fields;

namespace EmployerCrm.Bot.Cards.Employers;

/// <summary>What is filled in about a contact.</summary>
/// <param name="EmployerId">The employer, where it is settled; else its name as typed.</param>
/// <param name="ContactId">The contact who is changed, at the version that was seen; null for a new one.</param>
internal sealed record PersonFormValues(
    Guid? EmployerId, string? Employer, Guid? ContactId, int? Version, string? Name, string? Role, string? Phone, string? Email, string? BestTime, string? Website)
{
    public static PersonFormValues Of(Signature signature, Guid? employerId, string? employer) => new(
        employerId, employer ?? signature.Company, null, null, signature.Name, signature.Role, signature.Phone, signature.Email, null, signature.Website);

    /// <summary>What was filled in, over what is known of the contact: an empty field leaves what there was.</summary>
    public ContactDetails Over(ContactDetails known) => known with
    {
        Name = Name ?? known.Name, Role = Or(Role, known.Role), Phone = Or(Phone, known.Phone), Email = Or(Email, known.Email), BestTime = Or(BestTime, known.BestTime),
    };

    private static string? Or(string? typed, string? known) => string.IsNullOrWhiteSpace(typed) ? known : typed;
}

/// <summary>A person at an employer: the form that shows what was read before it is saved, and the card afterwards.</summary>
internal static class ContactCards
{
    public const string Employer = "employerName";
    public const string Name = "name";
    public const string Role = "role";
    public const string Phone = "phone";
    public const string Email = "email";
    public const string BestTime = "bestTime";
    public const string Website = "website";

    public static JsonObject Form(PersonFormValues values, Guid id, string? problem)
    {
        var title = Texts.Get(values.ContactId is null ? "NewContactTitle" : "ChangeContactTitle");
        return CardParts.Card(
            title,
            [
                CardParts.Title(title),
                problem is null ? CardParts.Sentence(Texts.Get("NewContactText"), subtle: true) : CardParts.Problem(problem),
                values.EmployerId is null ? null : CardParts.Plain(values.Employer ?? "", bold: true),
                values.EmployerId is null ? Fields.Text(Employer, Texts.Get("FieldEmployer"), values.Employer, Limits.Name, requiredError: Texts.Get("ErrorNameNeeded")) : null,
                Fields.Text(Name, Texts.Get("FieldName-name"), values.Name, Limits.Name, requiredError: Texts.Get("ErrorContactNameNeeded")),
                Fields.Text(Role, Texts.Get("FieldName-role"), values.Role, Limits.Name),
                Fields.Text(Phone, Texts.Get("FieldName-phone"), values.Phone, CardParts.LongestName),
                Fields.Text(Email, Texts.Get("FieldName-email"), values.Email, Limits.Name),
                Fields.Text(BestTime, Texts.Get("FieldName-best-time"), values.BestTime, Limits.Name),
                string.IsNullOrEmpty(values.Website) ? null : Fields.Text(Website, Texts.Get("FieldEmployersWebsite"), values.Website, Limits.Title),
                CardParts.Actions(CardParts.Button(Texts.Get("Save"), Verbs.SaveContact, Data(values, id), withInputs: true, style: "positive")),
            ]);
    }

    public static JsonObject Saved(ContactSaved saved)
    {
        var (contact, employer) = (saved.Contact, saved.Employer);
        var title = Texts.Get("ContactSavedTitle");
        var facts = new[] { (ContactField.Role, contact.Role), (ContactField.Phone, contact.WholePhone), (ContactField.Email, contact.Email), (ContactField.BestTime, contact.BestTime) };
        return CardParts.Card(
            title,
            [
                CardParts.Title(title),
                CardParts.Plain(contact.Name, bold: true, size: "large"),
                CardParts.Plain(EmployerChoiceCard.Label(employer.Name, employer.Town), subtle: true),
                .. facts.Where(fact => fact.Item2 is not null).Select(fact => CardParts.Fact(Texts.FieldName(fact.Item1)!, fact.Item2!)),
                .. NewEmployerCards.Repairs(saved.Repairs),
                contact.Phone is null ? null : CardParts.Actions(CallButtons(contact)),
                CardParts.Actions(Buttons(saved)),
            ]);
    }

    /// <summary>A link that calls, and what came of it in one tap.</summary>
    public static IEnumerable<JsonNode> CallButtons(Contact contact)
    {
        var who = CardParts.Shortened(contact.Name, CardParts.LongestName);
        var data = new JsonObject { ["employer"] = contact.EmployerId.ToString(), ["contact"] = contact.Id.ToString() };
        yield return new JsonObject
        {
            ["type"] = "Action.OpenUrl", ["title"] = Texts.Get("Call"), ["tooltip"] = Texts.Get("CallWho", who), ["url"] = new PhoneNumber(contact.Phone!, contact.PhoneExtension).ToUri(),
        };
        yield return CardParts.Button(Texts.Get("Spoke"), Verbs.Spoke, data, tooltip: Texts.Get("SpokeTo", who));
        yield return CardParts.Button(Texts.Get("NoAnswer"), Verbs.NoAnswer, (JsonObject)data.DeepClone(), tooltip: Texts.Get("NoAnswerFrom", who));
    }

    private static IEnumerable<JsonNode> Buttons(ContactSaved saved)
    {
        if (saved.UndoId is { } undo)
            yield return CardParts.Button(Texts.Get("Undo"), Verbs.Undo, new JsonObject { ["step"] = undo.ToString() });
        yield return CardParts.Button(Texts.Get("ShowEmployer"), Verbs.ShowEmployer, new JsonObject { ["employer"] = saved.Employer.Id.ToString() });
    }

    private static JsonObject Data(PersonFormValues values, Guid id)
    {
        var data = new JsonObject { ["id"] = id.ToString() };
        if (values.EmployerId is { } employer)
            data["employer"] = employer.ToString();
        if (values is { ContactId: { } contact, Version: { } version })
            (data["contact"], data["version"]) = (contact.ToString(), version);
        return data;
    }
}
