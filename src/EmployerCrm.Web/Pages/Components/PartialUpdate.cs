using System.Collections.Frozen;

namespace EmployerCrm.Web.Pages.Components;

/// <summary>Attributes with which a link or form, where there is script, changes a part of the page and the address instead of loading everything.</summary>
internal static class PartialUpdate
{
    public static readonly IReadOnlyDictionary<string, object> None = FrozenDictionary<string, object>.Empty;

    /// <summary>A link: what it leads to stands in the part with this id.</summary>
    public static IReadOnlyDictionary<string, object> Link(string address, string part) => new Dictionary<string, object>(StringComparer.Ordinal)
    {
        ["hx-get"] = address, ["hx-target"] = "#" + part, ["hx-select"] = "#" + part, ["hx-swap"] = "outerHTML", ["hx-push-url"] = "true",
    };

    /// <summary>A link within a card: the card whose heading has this id takes the place of the one that is there.</summary>
    public static IReadOnlyDictionary<string, object> Card(string address, string heading) => new Dictionary<string, object>(StringComparer.Ordinal)
    {
        ["hx-get"] = address, ["hx-target"] = $"[aria-labelledby='{heading}']", ["hx-select"] = $"[aria-labelledby='{heading}']", ["hx-swap"] = "outerHTML show:top", ["hx-push-url"] = "true",
    };

    /// <summary>A form of filters: sent while one types and as soon as a choice changes.</summary>
    public static IReadOnlyDictionary<string, object> Filters(string address, string part) => new Dictionary<string, object>(Link(address, part), StringComparer.Ordinal)
    {
        ["hx-trigger"] = "input changed delay:250ms target:input[type='search'], change, submit", ["hx-replace-url"] = "true", ["hx-push-url"] = "false", ["hx-sync"] = "this:replace",
    };
}
