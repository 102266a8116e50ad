using System.Text.Json;
using System.Text.Json.Serialization;

namespace EmployerCrm.Core.Schedules;

/// <summary>The steps of a schedule as they are kept and as people may edit them.</summary>
public static class ScheduleJson
{
    private static readonly JsonSerializerOptions Options = new(JsonSerializerDefaults.Web)
    {
        Converters = { new JsonStringEnumConverter() }, DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingDefault, IgnoreReadOnlyProperties = true,
        RespectNullableAnnotations = true, RespectRequiredConstructorParameters = false,
    };

    public static string Write(IReadOnlyList<ScheduleStep> steps) => JsonSerializer.Serialize(steps, Options);

    /// <summary>The steps, or null when the text is no list of steps.</summary>
    public static IReadOnlyList<ScheduleStep>? Read(string json)
    {
        try
        {
            return JsonSerializer.Deserialize<List<ScheduleStep>>(json, Options);
        }
        catch (JsonException)
        {
            return null;
        }
    }
}
