namespace EmployerCrm.Web.Pages.Employers;

/// <summary>A column of the employer list beside the name, by its name in an address.</summary>
public enum ListColumn
{
    Town,
    Level,
    Last,
    Owner,
    KnownBy,
    Owed,
    Sector,
    Tags,
}

internal static class ListColumns
{
    public static readonly IReadOnlyList<ListColumn> Usual = [ListColumn.Town, ListColumn.Level, ListColumn.Last, ListColumn.Owner, ListColumn.KnownBy, ListColumn.Owed];

    public static string Name(ListColumn column) => column.ToString().ToLowerInvariant();
}
