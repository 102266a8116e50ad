using EmployerCrm.Core.Privacy;

namespace EmployerCrm.Core.Tests.Privacy;

internal static class Guards
{
    /// <summary>With the words that come with the service.</summary>
    public static FreeTextGuard Default { get; } = new(GuardWordsReader.WithDefaults().ToWords());

    public static IReadOnlyList<GuardKind> Kinds(string text, GuardSurroundings? around = null) =>
        [.. Default.Check(text, around ?? GuardSurroundings.None).Select(hit => hit.Kind)];

    public static IReadOnlyList<string> Words(string text, GuardSurroundings? around = null) =>
        [.. Default.Check(text, around ?? GuardSurroundings.None).Select(hit => text.Substring(hit.Start, hit.Length))];
}
