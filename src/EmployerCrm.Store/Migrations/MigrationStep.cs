using EmployerCrm.Store.Sql;

namespace EmployerCrm.Store.Migrations;

/// <summary>One open write transaction, and a way to run a whole script in it.</summary>
internal sealed record MigrationStep(Session Session, Func<string, Task> RunScriptAsync);
