using EmployerCrm.Core.Calendar;
using EmployerCrm.Core.Clients;
using EmployerCrm.Core.Placements;

namespace EmployerCrm.Core.Schedules;

/// <summary>Which schedule a job is under, on which working days.</summary>
public sealed class ScheduleBook(BankHolidays holidays, ClientLists lists)
{
    /// <summary>The schedule under which the job began.</summary>
    internal async Task<SchedulePlan> OfAsync(ICrmSession session, Placement placement, Client client)
    {
        var stored = placement.TemplateId is { } id ? await session.Schedules.ScheduleAsync(id) : null;
        return new SchedulePlan(stored is null ? Shipped(client.Programme) : Of(stored), await CalendarAsync(session, placement.TeamId));
    }

    /// <summary>The schedule for jobs that begin now: the team's own, or the one that comes with the service.</summary>
    /// <returns>The template, and the key of the team's own.</returns>
    internal async Task<(ScheduleTemplate Template, Guid? StoredId)> CurrentAsync(ICrmSession session, Guid teamId, string programme)
    {
        var shipped = Shipped(programme);
        return await session.Schedules.LatestAsync(teamId, shipped.Name) is { } stored ? (Of(stored), stored.Id) : (shipped, null);
    }

    internal async Task<TeamCalendar> CalendarAsync(ICrmSession session, Guid teamId) =>
        new(holidays, (await session.People.TeamAsync(teamId))!.Nation);

    /// <summary>The schedule of that name as it comes with the service; null when none does.</summary>
    internal static ScheduleTemplate? ShippedAs(string name) => ScheduleTemplate.Shipped.FirstOrDefault(template => template.Name == name);

    internal static ScheduleTemplate Of(StoredSchedule stored) => new(stored.Name, ScheduleJson.Read(stored.Steps) ?? throw new InvalidOperationException($"The stored schedule {stored.Id} cannot be read."));

    /// <summary>The programmes whose clients' jobs go by the schedule of that name.</summary>
    internal IReadOnlyList<Programme> ProgrammesOf(string name) => [.. lists.Programmes.Where(programme => Shipped(programme.Name).Name == name)];

    private ScheduleTemplate Shipped(string programme) => ShippedAs(lists.Of(programme).Schedule) ?? ScheduleTemplate.Ips;
}
