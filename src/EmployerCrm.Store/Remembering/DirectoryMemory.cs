namespace EmployerCrm.Store.Remembering;

/// <summary>
/// What this process remembers of the directory: people, client references, employers, their contacts and look-up keys. They change a few times a day
/// and every line asks for them. Triggers raise the version in the transaction that changes them, in whatever process, so what is remembered of the
/// version that a transaction sees is as good as read again.
/// </summary>
internal sealed class DirectoryMemory
{
    private Remembered _latest = new(-1);

    /// <summary>What is remembered of this version; null for an older one than the latest, which a transaction that began long ago may still see.</summary>
    /// <param name="isCommitted">False where the version may yet be rolled back, and come again with other rows.</param>
    public Remembered? Of(long version, bool isCommitted)
    {
        while (true)
        {
            var latest = Volatile.Read(ref _latest);
            if (latest.Version == version)
                return latest;
            if (latest.Version > version || !isCommitted)
                return null;
            Interlocked.CompareExchange(ref _latest, new Remembered(version), latest);
        }
    }
}
