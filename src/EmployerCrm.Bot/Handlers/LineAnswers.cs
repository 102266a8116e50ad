using System.Text.Json;

namespace EmployerCrm.Bot.Handlers;

/// <summary>What the author of a line has answered about it so far.</summary>
/// <param name="Client">A reference; empty when the line is about no client.</param>
internal sealed record LineAnswers(Guid? EmployerId = null, string? NewEmployer = null, DateOnly? On = null, string? Client = null)
{
    public string ToJson() => JsonSerializer.Serialize(this);

    public static LineAnswers Of(string json) => JsonSerializer.Deserialize<LineAnswers>(json)!;
}
