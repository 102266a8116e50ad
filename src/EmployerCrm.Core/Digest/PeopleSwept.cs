using EmployerCrm.Core.Calendar;
using EmployerCrm.Core.Outbox;

namespace EmployerCrm.Core.Digest;

/// <summary>What the jobs that tell people things have in common: whom they can tell, and the outbox they tell it through.</summary>
public sealed class PeopleSwept(ICrmStore store, LondonClock clock, Ids ids, BankHolidays holidays)
{
    private const int RowsInOneWrite = 500;

    /// <summary>How far ahead leave matters to when somebody is told something.</summary>
    private const int DaysOfLeave = 14;

    internal Ids Ids => ids;

    internal DateTimeOffset Now => clock.Now;

    /// <summary>Everybody who can be told something, with their days around this one.</summary>
    internal async Task<IReadOnlyList<SweptPerson>> EverybodyAsync(ICrmSession session, DateOnly day, Func<ReachablePerson, bool>? only = null)
    {
        var people = (await session.Digests.ReachableAsync(day)).Where(person => only?.Invoke(person) != false).ToList();
        var who = people.ConvertAll(person => person.Id);
        var settings = await session.Settings.OfAsync(who);
        var leave = (await session.Settings.LeaveAsync(who, day.AddDays(-DaysOfLeave), day.AddDays(DaysOfLeave))).ToLookup(period => period.SpecialistId);
        return people.ConvertAll(person => new SweptPerson(
            person, settings[person.Id], new PersonDays(new TeamCalendar(holidays, person.Nation), settings[person.Id], [.. leave[person.Id]])));
    }

    /// <summary>Finds rows in one look at the store and puts those into the outbox that are not there yet.</summary>
    internal async Task<Jobs.JobResult> SweepAsync(Func<ICrmSession, Task<IReadOnlyList<OutboxRow>>> find, CancellationToken cancellationToken)
    {
        var rows = await store.ReadAsync(find, cancellationToken);
        var added = 0;
        foreach (var page in rows.Chunk(RowsInOneWrite))
            added += await store.WriteAsync(session => session.Outbox.AddAllAsync(page), cancellationToken);
        return new Jobs.JobResult(rows.Count, added);
    }

    /// <summary>The same for what each person is told once for a day or week: who has been told is left out.</summary>
    /// <param name="forDay">What the rows of the kind are for.</param>
    internal Task<Jobs.JobResult> TellAsync(
        string kind, DateOnly day, DateOnly forDay, Func<ReachablePerson, bool> whom, Func<SweptPerson, OutboxRow?> row, CancellationToken cancellationToken)
    {
        return SweepAsync(FindAsync, cancellationToken);

        async Task<IReadOnlyList<OutboxRow>> FindAsync(ICrmSession session)
        {
            var told = (await session.Digests.ToldAsync(kind, forDay)).ToHashSet();
            return [.. (await EverybodyAsync(session, day, person => whom(person) && !told.Contains(person.Id))).Select(row).OfType<OutboxRow>()];
        }
    }

    internal static DateOnly DayOf(DateTimeOffset instant) => DateOnly.FromDateTime(LondonClock.ToLocal(instant));

    /// <summary>When a day in London begins.</summary>
    internal static DateTimeOffset StartOf(DateOnly day) => LondonClock.ToInstant(day.ToDateTime(TimeOnly.MinValue));
}
