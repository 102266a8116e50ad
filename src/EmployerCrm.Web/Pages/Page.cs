using Microsoft.AspNetCore.Components;

namespace EmployerCrm.Web.Pages;

/// <summary>How an endpoint answers with a page.</summary>
internal static class Page
{
    public static PageResult<TPage> Of<TPage>(params ReadOnlySpan<(string Parameter, object? Value)> parameters)
        where TPage : IComponent => new(Dictionary(parameters));

    /// <summary>The page of a form that was refused: what was typed stands in it still.</summary>
    public static PageResult<TPage> Refused<TPage>(params ReadOnlySpan<(string Parameter, object? Value)> parameters)
        where TPage : IComponent => new(Dictionary(parameters), StatusCodes.Status422UnprocessableEntity);

    public static PageResult<TPage> Conflict<TPage>(params ReadOnlySpan<(string Parameter, object? Value)> parameters)
        where TPage : IComponent => new(Dictionary(parameters), StatusCodes.Status409Conflict);

    private static Dictionary<string, object?> Dictionary(ReadOnlySpan<(string Parameter, object? Value)> parameters)
    {
        var values = new Dictionary<string, object?>(StringComparer.Ordinal);
        foreach (var (parameter, value) in parameters)
            values[parameter] = value;
        return values;
    }
}
