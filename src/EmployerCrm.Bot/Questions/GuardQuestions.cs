using EmployerCrm.Bot.Cards;
using EmployerCrm.Bot.Turns;
using EmployerCrm.Core;
using EmployerCrm.Core.Privacy;

namespace EmployerCrm.Bot.Questions;

/// <summary>What waits in memory for its author's answer to the guard, with what was found in it.</summary>
internal sealed record HeldInput(TurnInput Input, CheckedTexts Found);

/// <summary>
/// Puts the guard's question wherever a use case refused to store free text unanswered. What was typed waits in memory; the card that is sent quotes the
/// words, the one that is stored does not.
/// </summary>
internal sealed class GuardQuestions(HeldTexts<HeldInput> held, FreeTextGuard guard, Ids ids)
{
    /// <summary>A key for a question; made before the transaction that may put it.</summary>
    public Guid NewId() => ids.New();

    /// <summary>The question that a use case came to; null when it came to something else.</summary>
    public TurnAnswer? Of(Guid id, Turn turn, object? outcome)
    {
        if (outcome is not IOutcome { Refusal.FreeText: { } found } || turn.Input is not { } input)
            return null;
        var reply = Ask(id, input, found);
        return input is TypedLine && !turn.IsAgain ? new TurnAnswer { Replies = [reply] } : new TurnAnswer { InPlace = reply };
    }

    /// <summary>Holds the input and asks about what was found in it.</summary>
    public Reply Ask(Guid id, TurnInput input, CheckedTexts found)
    {
        held.Hold(new HeldText<HeldInput>(id, input.Turn.Person.Id, new HeldInput(input, found)));
        return new Reply(null, GuardCard.Build(id, found, quoted: false), CardKinds.Guard) { Shown = GuardCard.Build(id, found, quoted: true) };
    }

    public HeldInput? Find(Turn turn, Guid id) => held.Find(id, turn.Person.Id)?.Text;

    public void Drop(Guid id) => held.Drop(id);

    /// <summary>Lets go of what an earlier message of the person was asked about: it was edited or deleted.</summary>
    /// <returns>Whether anything was still waiting.</returns>
    public bool DropOf(Turn turn, string key) => held.DropAll(turn.Person.Id, waiting => waiting.Input.Turn.Key == key);

    /// <summary>The input without what was found in it.</summary>
    public TurnInput Without(HeldInput asked) => asked.Input.With(asked.Found, (_, text) => Without(text, asked.Found));

    private string Without(string line, CheckedTexts found)
    {
        foreach (var text in found.Texts.Where(text => text.Hits.Count > 0))
        {
            var at = line.IndexOf(text.Text, StringComparison.Ordinal);
            line = at < 0 ? guard.Remove(line, found.Around) : line[..at] + guard.Remove(text.Text, found.Around) + line[(at + text.Text.Length)..];
        }

        return line;
    }
}
