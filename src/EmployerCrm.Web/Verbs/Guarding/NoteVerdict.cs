using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Nodes;
using EmployerCrm.Core.Privacy;

namespace EmployerCrm.Web.Verbs.Guarding;

/// <summary>What the guard would ask about in one note, and the note without it.</summary>
internal sealed record NoteVerdict(IReadOnlyList<string> Kinds, IReadOnlyList<string> Words, string Left)
{
    private static readonly JsonSerializerOptions Readable = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    public bool Stop => Kinds.Count > 0;

    public static NoteVerdict Of(FreeTextGuard guard, LabelledNote note)
    {
        var hits = guard.Check(note.Text, note.Around);
        return new NoteVerdict(
            [.. hits.Select(hit => Name(hit.Kind)).Distinct()], [.. hits.Select(hit => note.Text.Substring(hit.Start, hit.Length))], guard.Remove(note.Text, note.Around));
    }

    public string ToJson() => new JsonObject
    {
        ["stop"] = Stop,
        ["kinds"] = new JsonArray([.. Kinds.Select(kind => JsonValue.Create(kind))]),
        ["words"] = new JsonArray([.. Words.Select(word => JsonValue.Create(word))]),
        ["left"] = Left,
    }.ToJsonString(Readable);

    private static string Name(GuardKind kind) => kind switch
    {
        GuardKind.Health => "health",
        GuardKind.Medication => "medication",
        GuardKind.Crime => "crime",
        GuardKind.DateOfBirth => "date-of-birth",
        GuardKind.NhsNumber => "nhs-number",
        GuardKind.NationalInsurance => "ni-number",
        _ => "name",
    };
}
