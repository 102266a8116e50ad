namespace EmployerCrm.Web.Pages.Components;

/// <summary>One of the things a field can be.</summary>
public sealed record FieldOption(string Value, string Text)
{
    /// <summary>All values of an enumeration, with the text whose key begins with <paramref name="prefix"/>.</summary>
    public static IEnumerable<FieldOption> Of<TEnum>(string prefix)
        where TEnum : struct, Enum => Enum.GetValues<TEnum>().Select(value => new FieldOption(value.ToString(), PageTexts.Get(prefix + value)));
}
