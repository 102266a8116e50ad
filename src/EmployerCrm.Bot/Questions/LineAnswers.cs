using System.Text.Json;
using System.Text.Json.Serialization;
using EmployerCrm.Bot.Cards;

namespace EmployerCrm.Bot.Questions;

/// <summary>What the author of a line has answered about it so far, with what was offered to choose from.</summary>
/// <param name="Client">A reference; empty when the line is about no client.</param>
internal sealed record LineAnswers(Guid? EmployerId = null, string? NewEmployer = null, DateOnly? On = null, string? Client = null)
{
    private static readonly JsonSerializerOptions Options = new() { DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingDefault };

    /// <summary>The time, where it was answered along with the day.</summary>
    public TimeOnly? At { get; init; }

    /// <summary>The known person who was meant.</summary>
    public Guid? ContactId { get; init; }

    /// <summary>The person is somebody new, whoever else has such a name.</summary>
    public bool ContactIsNew { get; init; }

    /// <summary>A name that was typed as the answer to "which employer?" and that nobody knows.</summary>
    public string? ProposedEmployer { get; init; }

    /// <summary>A person's name stood where a client reference belongs; it was taken out of the line.</summary>
    public bool ClientWasNamed { get; init; }

    /// <summary>The day the next step is due, where the line named one that does not exist.</summary>
    public DateOnly? NextDue { get; init; }

    /// <summary>What the question on the card offers, in its order: ids, or client references.</summary>
    public IReadOnlyList<string>? Offered { get; init; }

    /// <summary>What was filled in, where the line is a form.</summary>
    public NewVisitValues? Form { get; init; }

    /// <summary>What the author said about words that seem to tell of a person.</summary>
    public GuardAnswer? Guard { get; init; }

    /// <summary>The planned visit that the line completes; <see cref="Guid.Empty"/> when it is none of those planned.</summary>
    public Guid? PlannedVisitId { get; init; }

    /// <summary>Whether the line is meant although an equal one was logged a moment ago.</summary>
    public bool Again { get; init; }

    /// <summary>The visit that an edited line is about.</summary>
    public Guid? Changes { get; init; }

    public string ToJson() => JsonSerializer.Serialize(this, Options);

    public static LineAnswers Of(string json) => JsonSerializer.Deserialize<LineAnswers>(json, Options)!;
}
