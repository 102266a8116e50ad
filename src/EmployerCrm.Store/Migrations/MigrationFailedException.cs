namespace EmployerCrm.Store.Migrations;

/// <summary>A migration failed and was rolled back.</summary>
public sealed class MigrationFailedException(string migration, Exception reason)
    : Exception($"Migration {migration} failed and was rolled back; the schema is what it was before it. {reason.Message}", reason);
