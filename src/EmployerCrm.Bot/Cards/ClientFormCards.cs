using System.Text.Json.Nodes;
using EmployerCrm.Core.Clients;
using EmployerCrm.Core.Visits;

namespace EmployerCrm.Bot.Cards;

/// <summary>What was filled in about contacts with clients.</summary>
internal sealed record ContactFormValues(IReadOnlyList<string> Clients, Channel? Way, DateOnly? On);

/// <summary>What was filled in about the end of a client's support.</summary>
/// <param name="Ending"><see cref="ClientFormCards.StepDown"/>, or a <see cref="ClosingReason"/>.</param>
internal sealed record EndFormValues(string? Client, string? Ending, DateOnly? On, string? Owed);

/// <summary>Forms about clients: what is filled in is no message, so nothing of it stays in the chat.</summary>
internal static class ClientFormCards
{
    public const string Clients = "clients";
    public const string Client = "client";
    public const string Way = "way";
    public const string On = "on";
    public const string Ending = "ending";
    public const string Owed = "owed";
    public const string StepDown = "StepDown";
    public const string Cancel = "cancel";
    public const string Keep = "keep";

    /// <summary>Which clients, on which day, in which way: several at once.</summary>
    public static JsonObject Contact(ClientsShown mine, ContactFormValues values, string? problem)
    {
        var title = Texts.Get("ContactFormTitle");
        var clients = Fields.Choice(Clients, Texts.Get("FieldClients"), Choices(mine), string.Join(',', values.Clients), Texts.Get("ErrorClientNeeded"));
        clients["isMultiSelect"] = true;
        return CardParts.Card(
            title,
            CardParts.Title(title),
            CardParts.Sentence(Texts.Get("ContactFormText"), subtle: true),
            problem is null ? null : CardParts.Problem(problem),
            clients,
            Fields.Choice(Way, Texts.Get("FieldChannel"), Enum.GetValues<Channel>().Select(way => (Texts.Of(way), way.ToString())), values.Way?.ToString(), Texts.Get("ErrorChannelNeeded")),
            Fields.Date(On, Texts.Get("FieldDate"), values.On, Texts.Get("ErrorDateNeeded")),
            CardParts.Actions(CardParts.Button(Texts.Get("RecordIt"), Verbs.SaveContactForm, withInputs: true, style: "positive")));
    }

    /// <summary>Who, how it ends, when it was decided, and what becomes of what is owed.</summary>
    public static JsonObject End(ClientsShown mine, EndFormValues values, string? problem)
    {
        var title = Texts.Get("EndFormTitle");
        var endings = Enum.GetValues<ClosingReason>().Select(reason => (Texts.Get("EndingClose", Texts.Get("Closing" + reason)), reason.ToString()))
            .Prepend((Texts.Get("EndingStepDown"), StepDown));
        return CardParts.Card(
            title,
            CardParts.Title(title),
            problem is null ? null : CardParts.Problem(problem),
            Fields.Choice(Client, Texts.Get("FieldOneClient"), Choices(mine), values.Client, Texts.Get("ErrorClientNeeded")),
            Fields.Choice(Ending, Texts.Get("FieldEnding"), endings, values.Ending, Texts.Get("ErrorEndingNeeded")),
            Fields.Date(On, Texts.Get("FieldDate"), values.On, Texts.Get("ErrorDateNeeded")),
            Fields.Choice(Owed, Texts.Get("FieldOwed"), [(Texts.Get("OwedKeep"), Keep), (Texts.Get("OwedCancel"), Cancel)], values.Owed ?? Keep, Texts.Get("ErrorEndingNeeded")),
            CardParts.Actions(CardParts.Button(Texts.Get("Save"), Verbs.SaveEndForm, withInputs: true, style: "positive")));
    }

    public static IEnumerable<(string Title, string Value)> Choices(ClientsShown mine) => mine.Clients
        .OrderBy(client => client.Client.Reference, StringComparer.Ordinal)
        .Select(client => ($"{client.Client.Reference} · {Texts.Get("Standing" + client.Standing)}", client.Client.Reference));
}
