using EmployerCrm.Core.Calendar;
using EmployerCrm.Core.People;

namespace EmployerCrm.Core.Schedules;

/// <summary>A transaction that changes what schedules owe: who acts, when, and what has been changed so far.</summary>
internal sealed record SupportTurn(ICrmSession Session, Actor Actor, DateTimeOffset Now, RowKeys Keys)
{
    public OwedChange Owed { get; } = new();

    public DateOnly Today => DateOnly.FromDateTime(LondonClock.ToLocal(Now));

    /// <summary>As at the body's beginning, which may be its second.</summary>
    public static SupportTurn Begin(ICrmSession session, Actor actor, DateTimeOffset now, RowKeys keys)
    {
        keys.Restart();
        return new SupportTurn(session, actor, now, keys);
    }
}
