using System.Text.Json;
using System.Text.Json.Serialization;
using EmployerCrm.Core.Privacy;

namespace EmployerCrm.Bot.Questions;

/// <summary>One answer to a question: what pressing its button, or typing it, does.</summary>
/// <param name="Verb">The verb that is followed, with the data it needs.</param>
internal sealed record Choice(string Title, string Verb, IReadOnlyDictionary<string, string> Data)
{
    /// <summary>True where "yes" means this choice, false where "no" does.</summary>
    public bool? Says { get; init; }

    /// <summary>The day by which it can be named.</summary>
    public DateOnly? Day { get; init; }

    /// <summary>Which of the data are words that a person typed.</summary>
    [JsonIgnore]
    public IReadOnlyList<string> Typed { get; init; } = [];
}

/// <summary>
/// A question that is answered by one of several choices. It is stored as its author's open line, so that a number, a yes or a day can answer it; what it
/// stores is the question's own words and what its choices need, never the line that was typed.
/// </summary>
/// <param name="Title">Neutral: a lock screen shows it.</param>
internal sealed record ChoiceQuestion(string Title, string Text, IReadOnlyList<Choice> Choices)
{
    /// <summary>Longer titles stand below one another.</summary>
    private const int LongestInRow = 24;

    private static readonly JsonSerializerOptions Options = new() { DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingDefault };

    /// <summary>Lines below the text.</summary>
    public IReadOnlyList<string> Lines { get; init; } = [];

    /// <summary>What another day means, which goes along as "on".</summary>
    public Choice? OtherDay { get; init; }

    /// <summary>The label of a day that goes along with every choice, as "on".</summary>
    public string? DayLabel { get; init; }

    /// <summary>What that field holds at first.</summary>
    public DateOnly? Day { get; init; }

    /// <summary>Whether an open weekday is the next one, else the last.</summary>
    public bool IsAhead { get; init; }

    /// <summary>What the author said about words among the data that seem to tell of a person.</summary>
    public GuardAnswer? Guard { get; init; }

    /// <summary>The typed words that the choices hold, for the guard to look at before the question is kept.</summary>
    [JsonIgnore]
    public TypedTexts Typed => new()
    {
        ClientReference = Choices.Select(choice => choice.Data.GetValueOrDefault("client")).FirstOrDefault(client => client is not null),
        Texts = [.. Choices.Append(OtherDay).OfType<Choice>().SelectMany(choice => choice.Typed).Distinct(StringComparer.Ordinal)],
    };

    [JsonIgnore]
    public bool StandsInRow => Choices.All(choice => choice.Title.Length <= LongestInRow);

    public string ToJson() => JsonSerializer.Serialize(this, Options);

    public static ChoiceQuestion Of(string json) => JsonSerializer.Deserialize<ChoiceQuestion>(json, Options)!;
}
