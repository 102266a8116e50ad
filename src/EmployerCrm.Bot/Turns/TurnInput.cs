using EmployerCrm.Bot.Handlers;
using EmployerCrm.Core.Privacy;

namespace EmployerCrm.Bot.Turns;

/// <summary>What a person typed or filled in, and how it is acted on: so that it can be acted on once more, in other words where they chose others.</summary>
/// <param name="Turn">The turn as it was before anything was made of the words.</param>
internal abstract record TurnInput(Turn Turn)
{
    /// <summary>The pieces in which something was found, by the names of their fields.</summary>
    public abstract IReadOnlyList<(string Name, string Text)> Pieces(CheckedTexts found);

    /// <summary>The same input with each of those pieces in other words.</summary>
    public abstract TurnInput With(CheckedTexts found, Func<string, string, string> reworded);

    /// <summary>Acts on it in a later turn of the same person, as if it had been typed as it is now.</summary>
    public Task<TurnAnswer> ActAsync(Turn later, GuardDecision decision, CancellationToken cancellationToken) => ActAsync(
        Turn with
        {
            Key = later.Key, ReceivedAt = later.ReceivedAt, Pressed = later.Pressed, IsInvoke = later.IsInvoke, Reference = later.Reference, Conversation = later.Conversation,
            Guard = decision, IsAgain = true, Stays = null,
        },
        cancellationToken);

    protected abstract Task<TurnAnswer> ActAsync(Turn again, CancellationToken cancellationToken);
}

/// <summary>A line as typed.</summary>
internal sealed record TypedLine(Turn Turn, string Text, Func<Turn, string, CancellationToken, Task<TurnAnswer>> Act) : TurnInput(Turn)
{
    public const string Field = "line";

    public override IReadOnlyList<(string Name, string Text)> Pieces(CheckedTexts found) => [(Field, Text)];

    public override TurnInput With(CheckedTexts found, Func<string, string, string> reworded) => this with { Text = reworded(Field, Text) };

    protected override Task<TurnAnswer> ActAsync(Turn again, CancellationToken cancellationToken) => Act(again, Text, cancellationToken);
}

/// <summary>A pressed button with the fields of its card.</summary>
internal sealed record FilledIn(Turn Turn, ButtonData Data, Func<Turn, ButtonData, CancellationToken, Task<TurnAnswer>> Act) : TurnInput(Turn)
{
    public override IReadOnlyList<(string Name, string Text)> Pieces(CheckedTexts found)
    {
        var texts = found.Texts.Where(text => text.Hits.Count > 0).Select(text => text.Text.Trim()).ToHashSet(StringComparer.Ordinal);
        return [.. Data.Words.Where(field => texts.Contains(field.Text.Trim()))];
    }

    public override TurnInput With(CheckedTexts found, Func<string, string, string> reworded) => this with
    {
        Data = Pieces(found).Aggregate(Data, (data, piece) => data.With(piece.Name, reworded(piece.Name, piece.Text))),
    };

    protected override Task<TurnAnswer> ActAsync(Turn again, CancellationToken cancellationToken) => Act(again, Data, cancellationToken);
}
