using EmployerCrm.Bot.Reading;
using EmployerCrm.Core.Employers;

namespace EmployerCrm.Bot.Questions;

/// <summary>A visit holds one client and one person at the employer. Whom a line names besides stays in the note, so that nothing is lost and nothing is guessed.</summary>
internal static class FurtherNames
{
    /// <summary>The note with everybody whom the record has no place for; beside a client only people who are known at the employer, for another name may be the client's.</summary>
    public static string? In(string? notes, LineReading reading, string? client, Guid? contactId, string? contact)
    {
        var noted = FoldedText.Key(notes ?? "");
        var met = FoldedText.Key(contact ?? "");
        string[] people =
        [
            .. reading.People.Where(person => person.ContactId is null ? client is null : person.ContactId != contactId).Select(person => person.Name)
                .Where(name => FoldedText.Key(name) is { Length: > 0 } key && !met.Contains(key, StringComparison.Ordinal) && !noted.Contains(key, StringComparison.Ordinal)).Distinct(StringComparer.Ordinal),
        ];
        string?[] lines =
        [
            notes,
            people.Length == 0 || contact is null ? null : Texts.Get("AlsoMet", string.Join(", ", people)),
            Clients(reading, client) is { Count: > 0 } clients ? Texts.Get("AlsoAbout", string.Join(", ", clients)) : null,
        ];
        return string.Join('\n', lines.OfType<string>()) is { Length: > 0 } all ? all : null;
    }

    /// <summary>The clients that the visit itself does not hold.</summary>
    public static IReadOnlyList<string> Clients(LineReading reading, string? client) => client is null ? [] : [.. reading.Clients.Where(other => other != client)];
}
