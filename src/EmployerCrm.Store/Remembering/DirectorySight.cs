using EmployerCrm.Store.Sql;

namespace EmployerCrm.Store.Remembering;

/// <summary>The directory as one transaction sees it. What a transaction that writes has read is not kept: it may be rolled back.</summary>
internal sealed class DirectorySight(DirectoryMemory memory, bool mayKeep)
{
    private const string VersionSql = "select version from directory_version where id = 1";

    private Remembered? _seen;
    private bool _looked;

    public bool MayKeep => mayKeep;

    /// <summary>What is remembered of what this transaction sees; null where it must read.</summary>
    public async ValueTask<Remembered?> SeenAsync(Session session)
    {
        if (_looked)
            return _seen;
        _seen = await session.NumberAsync(VersionSql) is { } version ? memory.Of(version, isCommitted: mayKeep) : null;
        _looked = true;
        return _seen;
    }

    /// <summary>The transaction has changed the directory, and with it the version: from here on it reads.</summary>
    public void Changed() => (_seen, _looked) = (null, true);
}
