using System.Data.Common;

namespace EmployerCrm.Store.Sql;

/// <summary>What the two engines do not share: paging, how a value becomes a parameter, and which error means a duplicate key.</summary>
internal abstract class Dialect
{
    /// <summary>Stands in a statement where the engine's paging goes; its parameters are Skip and Take.</summary>
    public const string Page = "/*page @Skip @Take*/";

    public abstract string PagingText { get; }

    /// <summary>Whether no two transactions write at the same time.</summary>
    public abstract bool HasOneWriter { get; }

    /// <summary>Sets one value of a command, whose parameter of that place is made when it is first set.</summary>
    public abstract void SetParameter(DbCommand command, int index, NamedValues values);

    public abstract bool IsDuplicateKey(DbException error);

    /// <summary>Instants are kept to the millisecond on both engines; what is finer is cut off, not rounded.</summary>
    public static DateTime ToUtcMilliseconds(DateTimeOffset instant)
    {
        var utc = instant.UtcDateTime;
        return utc.AddTicks(-(utc.Ticks % TimeSpan.TicksPerMillisecond));
    }
}
