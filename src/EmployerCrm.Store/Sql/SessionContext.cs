using System.Data.Common;
using EmployerCrm.Core;
using EmployerCrm.Store.Remembering;

namespace EmployerCrm.Store.Sql;

/// <summary>What a session stands on: an open connection, and on SQL Server the transaction it runs in.</summary>
/// <param name="Directory">What the transaction knows of the directory.</param>
/// <param name="Commands">Prepared commands of the connection; null where none are kept.</param>
internal sealed record SessionContext(
    DbConnection Connection, DbTransaction? Transaction, Dialect Dialect, CommandCache? Commands, Ids Ids, IStatementRecorder? Recorder, bool ReadOnly,
    DirectorySight Directory);
