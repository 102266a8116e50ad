namespace EmployerCrm.Core;

/// <summary>
/// Keys for as many rows as a transaction turns out to need. Its body may run more than once and then gets the same keys again: it begins with
/// <see cref="Restart"/>.
/// </summary>
public sealed class RowKeys(Ids ids)
{
    private readonly List<Guid> _made = [];
    private int _used;

    public void Restart() => _used = 0;

    public Guid Next()
    {
        if (_used == _made.Count)
            _made.Add(ids.New());
        return _made[_used++];
    }
}
