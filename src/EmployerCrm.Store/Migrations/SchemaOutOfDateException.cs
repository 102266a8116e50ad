namespace EmployerCrm.Store.Migrations;

/// <summary>The database lacks migrations, and this program was told not to apply them at start.</summary>
public sealed class SchemaOutOfDateException(IReadOnlyList<string> missing)
    : Exception($"The database lacks migration {string.Join(", ", missing)}. Run the verb migrate, or set Store:MigrateAtStart to true.")
{
    public IReadOnlyList<string> Missing => missing;
}
