using System.Text.Json.Nodes;
using EmployerCrm.Core.Clients;

namespace EmployerCrm.Bot.Cards;

/// <summary>That clients were seen, rung or written to: day and way, and nothing else.</summary>
internal static class ClientContactCard
{
    public static JsonObject Build(ClientContactsRecorded recorded)
    {
        var first = recorded.Contacts[0].Contact;
        var title = Texts.Get(recorded.UndoId is null ? "ClientContactKnown" : "ClientContactRecorded");
        return CardParts.Card(
            title,
            [
                CardParts.Title(title),
                CardParts.Fact(Texts.Get(recorded.Contacts.Count == 1 ? "Client" : "Clients"), string.Join(", ", recorded.Contacts.Select(contact => contact.Reference))),
                CardParts.Fact(Texts.Get("When"), DayText.WithDistance(first.On, recorded.Today)),
                CardParts.Fact(Texts.Get("How"), Texts.Of(first.Way)),
                recorded.Contacts.Any(contact => contact.Known) && recorded.UndoId is not null
                    ? CardParts.Sentence(Texts.Get("ClientContactKnownSome", string.Join(", ", recorded.Contacts.Where(contact => contact.Known).Select(contact => contact.Reference))), subtle: true)
                    : null,
                .. SupportLines.Changed(recorded.Owed, recorded.Today),
                recorded.UndoId is { } step ? CardParts.Actions(CardParts.Button(Texts.Get("Undo"), Verbs.Undo, new JsonObject { ["step"] = step.ToString() })) : null,
            ]);
    }
}
