using System.Globalization;
using EmployerCrm.Core;
using EmployerCrm.Core.Calendar;
using EmployerCrm.Core.Engagement;
using EmployerCrm.Core.Placements;
using EmployerCrm.Core.Visits;

namespace EmployerCrm.Web.Sample;

/// <summary>Writes sample data in one transaction: all of it is there afterwards, or none.</summary>
internal sealed class SampleWriter(ICrmStore store, EngagementOptions engagement, TextWriter progress)
{
    private const int ProgressEvery = 500;

    /// <summary>Writes the rows; false, and nothing written, when the store has specialists already.</summary>
    public Task<bool> WriteAsync(SampleData data, CancellationToken cancellationToken) =>
        store.WriteAsync(
            async session =>
            {
                if ((await session.People.SpecialistsAsync()).Count > 0)
                    return false;
                await WritePeopleAsync(session, data);
                await WriteEmployersAsync(session, data);
                await WriteVisitsAsync(session, data);
                foreach (var opening in data.Openings)
                    await session.Openings.AddAsync(opening);
                foreach (var placement in data.Placements)
                    await session.Placements.AddAsync(placement);
                foreach (var followUp in data.FollowUps)
                    await session.FollowUps.AddAsync(followUp);
                await WriteSupportAsync(session, data);
                foreach (var leave in data.Leave)
                    await session.Settings.AddAsync(leave);
                await WriteLevelsAsync(session, data);
                await session.Audit.AddAsync(data.Audit, []);
                await ReportAsync(data.Openings.Count, "openings");
                await ReportAsync(data.FollowUps.Count, "follow-ups");
                await ReportAsync(data.Placements.Count, "placements");
                await ReportAsync(data.ClientContacts.Count, "contacts with clients");
                await ReportAsync(data.Permissions.Count, "disclosure permissions");
                await ReportAsync(data.CareTeamUpdates.Count, "updates for care teams");
                return true;
            },
            cancellationToken);

    private static async Task WriteSupportAsync(ICrmSession session, SampleData data)
    {
        foreach (var contact in data.ClientContacts)
            await session.ClientContacts.AddAsync(contact);
        foreach (var permission in data.Permissions)
            await session.Disclosure.AddAsync(permission);
        foreach (var update in data.CareTeamUpdates)
            await session.CareTeam.AddAsync(update);
        foreach (var contact in data.Liaison)
            await session.CareTeam.AddAsync(contact);
    }

    private async Task WritePeopleAsync(ICrmSession session, SampleData data)
    {
        foreach (var team in data.Teams)
            await session.People.AddAsync(team);
        foreach (var specialist in data.Specialists.Append(data.Admin))
            await session.People.AddAsync(specialist);
        foreach (var client in data.Clients)
            await session.Clients.AddAsync(client.Client, client.PreferredJobTypes);
        await progress.WriteLineAsync($"{data.Teams.Count} teams, {data.Specialists.Count} specialists, {data.Clients.Count} clients");
    }

    private async Task WriteEmployersAsync(ICrmSession session, SampleData data)
    {
        foreach (var employer in data.Employers)
        {
            await session.Employers.AddAsync(employer.Employer);
            foreach (var contact in employer.Contacts)
                await session.Employers.AddAsync(contact);
        }

        await ReportAsync(data.Employers.Count, "employers");
    }

    private async Task WriteVisitsAsync(ICrmSession session, SampleData data)
    {
        var written = 0;
        foreach (var visit in data.Visits)
        {
            await session.Visits.AddAsync(visit);
            if (visit.State is VisitState.Held)
                await session.Employers.CountActivityAsync(visit.EmployerId, visit.SpecialistId, visit.On, visit.Channel is Channel.InPerson);
            if (++written % ProgressEvery == 0 && written < data.Visits.Count)
                await ReportAsync(written, "visits");
        }

        foreach (var week in data.Visits.Where(visit => visit.State is VisitState.Held).GroupBy(visit => (visit.SpecialistId, Monday: Weeks.StartOf(visit.On))))
            await session.Visits.CountAsync(week.Key.SpecialistId, week.Key.Monday, week.Aggregate(WeekTally.None, (sum, visit) => sum + WeekTally.Of(visit)));
        await ReportAsync(written, "visits");
    }

    private async Task WriteLevelsAsync(ICrmSession session, SampleData data)
    {
        var visits = data.Visits.ToLookup(visit => visit.EmployerId);
        var jobs = data.Placements.ToLookup(placement => placement.EmployerId, placement => new JobSpan(placement.StartsOn, placement.EndsOn));
        var openings = data.Openings.ToLookup(opening => opening.EmployerId);
        foreach (var employer in data.Employers.Select(sample => sample.Employer))
        {
            var evidence = visits[employer.Id].SelectMany(Evidence.Of).Concat(jobs[employer.Id].SelectMany(job => Evidence.Of(job, engagement))).Concat(Evidence.Of(employer))
                .Concat(openings[employer.Id].SelectMany(opening => Evidence.OfOpening(DateOnly.FromDateTime(LondonClock.ToLocal(opening.RecordedAt)))));
            await EngagementUpkeep.ApplyAsync(session, new EvidenceChange(employer.Id, Evidence.ByDay(evidence), LevelReason.Rebuilt, null), engagement, data.Audit.At);
        }
    }

    private Task ReportAsync(int count, string what) => progress.WriteLineAsync(string.Create(CultureInfo.InvariantCulture, $"{count,5} {what}"));
}
