using EmployerCrm.Core.Calendar;
using EmployerCrm.Core.People;

namespace EmployerCrm.Core.Clients;

/// <summary>A person's client contacts of a week, from Monday to Sunday, to be pasted into the clinical record.</summary>
public sealed record WeekForRecord(DateOnly From, DateOnly To, IReadOnlyList<ClientContactLine> Lines, DateOnly Today);

/// <summary>"copy for record": the clinical record holds what was said; here are the days and ways.</summary>
public sealed class ContactsForRecord(ICrmStore store, LondonClock clock)
{
    /// <summary>The week that a day lies in; this one when null.</summary>
    public Task<Outcome<WeekForRecord>> OfWeekAsync(Actor actor, DateOnly? on, Alongside<Outcome<WeekForRecord>>? also, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(actor);
        var today = clock.Today;
        var (from, to) = (Weeks.StartOf(on ?? today), Weeks.EndOf(on ?? today));
        return store.WriteAsync<Outcome<WeekForRecord>>(
            async session => actor is { SpecialistId: { } id, Role: Role.Specialist or Role.TeamLead }
                ? new WeekForRecord(from, to, await session.ClientContacts.OfSpecialistAsync(id, from, to), today)
                : RefusalReason.NotAllowed,
            also,
            cancellationToken);
    }
}
