using EmployerCrm.Core.Calendar;
using EmployerCrm.Core.Outbox;
using EmployerCrm.Core.People;

namespace EmployerCrm.Core.Digest;

/// <summary>Somebody who works with employers and can be written to.</summary>
public sealed record ReachablePerson
{
    public required Guid Id { get; init; }

    public required Guid TeamId { get; init; }

    public required Role Role { get; init; }

    public required Nation Nation { get; init; }

    /// <summary>When the bot came to them; null where they wrote first.</summary>
    public DateTimeOffset? WelcomedAt { get; init; }
}

/// <summary>A person with what decides when they are told things.</summary>
public sealed record SweptPerson(ReachablePerson Person, PersonSettings Settings, PersonDays Days)
{
    /// <summary>A row that says this to the person not before the moment, and not in their quiet hours; null where its time is over before that.</summary>
    /// <param name="moment">From when on it may be said.</param>
    /// <param name="expiresAt">From when on it is no longer worth saying.</param>
    internal OutboxRow? Row(Ids ids, string kind, string key, DateTimeOffset now, DateTimeOffset moment, DateTimeOffset expiresAt)
    {
        var from = Days.NextMoment(moment > now ? moment : now);
        var until = QuietAfter(from) is { } quiet && quiet < expiresAt ? quiet : expiresAt;
        return from >= until ? null : new OutboxRow
        {
            Id = ids.New(), Channel = OutboxChannel.Teams, Kind = kind, RecipientId = Person.Id, TeamId = Person.TeamId, IdempotencyKey = key, CreatedAt = now, NotBefore = from,
            ExpiresAt = until,
        };
    }

    /// <summary>When the next quiet hours begin: what was held up until then is not said in them. The next digest, or the end of the week, holds what still matters.</summary>
    private DateTimeOffset? QuietAfter(DateTimeOffset from)
    {
        if (Settings.QuietFrom == Settings.QuietUntil)
            return null;
        var day = PeopleSwept.DayOf(from);
        return Enumerable.Range(-1, 4).Select(ahead => Days.MomentOn(day.AddDays(ahead), Settings.QuietFrom)).First(moment => moment > from);
    }

    /// <summary>Whether the bot came to the person after this moment: then they have just heard from it.</summary>
    internal bool CameAfter(DateTimeOffset moment) => Person.WelcomedAt > moment;
}
