using System.Text.Json;
using EmployerCrm.Bot.Cards;
using EmployerCrm.Bot.Turns;
using EmployerCrm.Core;
using EmployerCrm.Core.Privacy;

namespace EmployerCrm.Bot.Questions;

/// <summary>A line that waits in memory for its author's answer to the guard.</summary>
/// <param name="LineId">The key of its draft or form, and of the visit that comes of it.</param>
internal sealed record HeldLine(Guid? LineId, bool IsKept, LineAnswers Answers);

/// <summary>
/// Asks about what a line seems to tell of one person, before any other question and before anything of it is stored. The text waits in memory; the card
/// that is sent quotes the words, the one that is stored does not.
/// </summary>
internal sealed class GuardedTexts(ICrmStore store, FreeTextCheck check, FreeTextGuard guard, HeldTexts held, Ids ids)
{
    /// <summary>The question to put; null when nothing was found, or the author has answered.</summary>
    public async Task<GuardQuestion?> AskAsync(Turn turn, OpenLine line, CancellationToken cancellationToken)
    {
        if (line.Answers.Guard is not null || await CheckAsync(turn, line, cancellationToken) is not { Found.IsNone: false } found)
            return null;
        var id = ids.New();
        var detail = JsonSerializer.Serialize(new HeldLine(line.Id, line.IsKept, line.Answers));
        held.Hold(new HeldText(id, turn.Person.Id, line.Text, line.TypedAt, detail));
        return new GuardQuestion(GuardCard.Build(id, found, quoted: true), GuardCard.Build(id, found, quoted: false));
    }

    /// <summary>Whether words that a question would keep seem to tell of a person: such a question is not put.</summary>
    public async Task<bool> TellAsync(Turn turn, string? client, IReadOnlyList<string?> texts, CancellationToken cancellationToken) => !texts.All(string.IsNullOrWhiteSpace)
        && !(await store.ReadAsync(session => check.CheckAsync(session, turn.Actor, new TypedTexts { ClientReference = client, Texts = texts }), cancellationToken)).Found.IsNone;

    /// <summary>What the guard finds in the notes and the next step of a line.</summary>
    public Task<CheckedTexts> CheckAsync(Turn turn, OpenLine line, CancellationToken cancellationToken)
    {
        var typed = new TypedTexts
        {
            EmployerId = line.EmployerId, NewEmployerName = line.Answers.NewEmployer ?? line.Reading.NewEmployer,
            ClientReference = line.Answers.Client ?? line.Reading.Client, Texts = [line.Reading.Notes, line.Reading.Next?.Title],
        };
        return typed.Texts.All(string.IsNullOrWhiteSpace)
            ? Task.FromResult(new CheckedTexts([], GuardSurroundings.None, guard.WordsVersion))
            : store.ReadAsync(session => check.CheckAsync(session, turn.Actor, typed), cancellationToken);
    }

    /// <summary>The line without what was found in it.</summary>
    public string Without(string line, CheckedTexts found)
    {
        foreach (var text in found.Texts.Where(text => text.Hits.Count > 0))
        {
            var at = line.IndexOf(text.Text, StringComparison.Ordinal);
            line = at < 0 ? guard.Remove(line, found.Around) : line[..at] + guard.Remove(text.Text, found.Around) + line[(at + text.Text.Length)..];
        }

        return line;
    }

    /// <summary>The form without what was found in it.</summary>
    public NewVisitValues Without(NewVisitValues form, CheckedTexts found) => form with { Visit = Without(form.Visit, found) };

    /// <summary>What the guard finds in what was typed into the form of a visit that is recorded.</summary>
    public Task<CheckedTexts> CheckAsync(Turn turn, Guid visitId, VisitFormValues values, CancellationToken cancellationToken) => store.ReadAsync(
        async session => await session.Visits.VisitAsync(visitId) is { } visit
            ? await check.CheckAsync(session, turn.Actor, await FreeTextCheck.OfAsync(session, visit, [values.Notes, values.Next]))
            : new CheckedTexts([], GuardSurroundings.None, guard.WordsVersion),
        cancellationToken);

    /// <summary>The fields without what was found in them.</summary>
    public VisitFormValues Without(VisitFormValues values, CheckedTexts found) =>
        values with { Notes = OrNull(guard.Remove(values.Notes, found.Around)), Next = OrNull(guard.Remove(values.Next, found.Around)) };

    public HeldText? Find(Turn turn, Guid id) => held.Find(id, turn.Person.Id);

    public void Drop(Guid id) => held.Drop(id);

    private static string? OrNull(string text) => text.Length == 0 ? null : text;
}

/// <summary>The question as it is sent, and as it is stored.</summary>
internal sealed record GuardQuestion(System.Text.Json.Nodes.JsonObject Shown, System.Text.Json.Nodes.JsonObject Stored);
