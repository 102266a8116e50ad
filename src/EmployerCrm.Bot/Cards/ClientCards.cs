using System.Text.Json.Nodes;
using EmployerCrm.Core.Clients;

namespace EmployerCrm.Bot.Cards;

/// <summary>One client: the reference that was just issued, what is held, and the form for what comes from lists.</summary>
internal static class ClientCards
{
    public const string Programme = "programme";
    public const string JobTypes = "jobTypes";

    public static JsonObject Issued(ClientSaved saved, DateOnly today) => CardParts.Card(
        Texts.Get("ClientIssuedTitle"),
        [
            CardParts.Title(Texts.Get("ClientIssuedTitle")),
            CardParts.Plain(saved.Client.Reference, bold: true, size: "extraLarge"),
            CardParts.Sentence(Texts.Get("ClientIssuedText")),
            .. Held(saved, today),
            Buttons(saved),
        ]);

    public static JsonObject Shown(ClientSaved saved, DateOnly today) => CardParts.Card(
        Texts.Get("ClientTitle"),
        [
            CardParts.Title(Texts.Get("ClientTitle")),
            CardParts.Plain(saved.Client.Reference, bold: true, size: "large"),
            .. Held(saved, today),
            CardParts.Fact(Texts.Get("JobTypes"), saved.PreferredJobTypes.Count == 0 ? Texts.Get("JobTypesNone") : string.Join(", ", saved.PreferredJobTypes)),
            Buttons(saved),
        ]);

    /// <summary>Programme and preferred job types, both from the service's lists.</summary>
    public static JsonObject Form(ClientSaved saved, ClientLists lists, string? problem)
    {
        var jobTypes = Fields.Choice(JobTypes, Texts.Get("JobTypes"), lists.JobTypes.Select(type => (type, type)), string.Join(',', saved.PreferredJobTypes), Texts.Get("JobTypesNone"));
        jobTypes["isMultiSelect"] = true;
        jobTypes.Remove("isRequired");
        jobTypes.Remove("errorMessage");
        return CardParts.Card(
            Texts.Get("ClientTitle"),
            CardParts.Title(Texts.Get("ClientTitle")),
            CardParts.Plain(saved.Client.Reference, bold: true, size: "large"),
            problem is null ? null : CardParts.Problem(problem),
            Fields.Choice(Programme, Texts.Get("Programme"), lists.ProgrammeNames.Select(name => (name, name)), saved.Client.Programme, Texts.Get("ErrorProgrammeNeeded")),
            jobTypes,
            CardParts.Actions(CardParts.Button(
                Texts.Get("Save"), Verbs.SaveClient, new JsonObject { ["client"] = saved.Client.Reference, ["version"] = saved.Client.Version }, withInputs: true, style: "positive")));
    }

    private static IEnumerable<JsonNode> Held(ClientSaved saved, DateOnly today)
    {
        yield return CardParts.Fact(Texts.Get("Programme"), saved.Client.Programme);
        yield return CardParts.Fact(Texts.Get("EnteredOn"), DayText.Short(saved.Client.EnteredOn, today));
        yield return CardParts.Fact(Texts.Get("ClientStatus"), Texts.Get("Standing" + saved.Standing));
    }

    private static JsonObject Buttons(ClientSaved saved) => CardParts.Actions(
    [
        .. saved.UndoId is { } step ? new JsonNode[] { CardParts.Button(Texts.Get("Undo"), Verbs.Undo, new JsonObject { ["step"] = step.ToString() }) } : [],
        CardParts.Button(Texts.Get("EditClient"), Verbs.OpenClient, new JsonObject { ["client"] = saved.Client.Reference }),
        saved.Standing == ClientStatus.InWork
            ? CardParts.Button(Texts.Get("JobFactsOpen"), Verbs.OpenJob, new JsonObject { ["client"] = saved.Client.Reference })
            : CardParts.Button(Texts.Get("JobStartOpen"), Verbs.OpenJobStart, new JsonObject { ["client"] = saved.Client.Reference }),
    ]);
}
