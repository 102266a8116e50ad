using EmployerCrm.Core.Clients;
using EmployerCrm.Core.Disclosure;
using EmployerCrm.Core.FollowUps;
using EmployerCrm.Core.People;
using EmployerCrm.Core.Placements;
using EmployerCrm.Core.Visits;
using Microsoft.Extensions.DependencyInjection;

namespace EmployerCrm.Bot.Tests.Year;

/// <summary>What people do: answer what they were shown, promise, plan, place clients in jobs, move starts, give and revoke permissions, go on leave, leave.</summary>
internal sealed class YearLife(YearService service, YearTown town, Random random)
{
    private static CancellationToken Token => TestContext.Current.CancellationToken;

    /// <summary>One working hour of everybody who works.</summary>
    public async Task HourAsync(DateTimeOffset now, YearRows rows)
    {
        var (day, hour) = (YearCalendar.DayOf(now), YearCalendar.LondonTime(now).Hour);
        if (hour is < 10 or > 17)
            return;
        foreach (var person in town.People.Where(person => person.IsHere(day) && person.WorksOn(day)).ToList())
        {
            if (hour == 11)
                await AnswerAsync(person, day);
            if (hour == 17)
                await TellOfVisitsAsync(person, day, rows);
            if (random.Next(9) == 0)
                await ActAsync(person, day);
        }

        if (hour == 16 && random.Next(60) == 0)
            await LeaveTheServiceAsync(day);
    }

    private async Task AnswerAsync(YearPerson person, DateOnly day)
    {
        foreach (var id in person.Today)
        {
            var luck = random.Next(100);
            if (luck < 78)
                await Get<FollowUpActions>().DoneAsync(person.Actor, id, DueScope.All, null, Token);
            else if (luck < 90)
                await Get<FollowUpActions>().SnoozeAsync(person.Actor, id, day.AddDays(random.Next(1, 5)), DueScope.All, null, Token);
        }

        person.Today = [];
    }

    private async Task TellOfVisitsAsync(YearPerson person, DateOnly day, YearRows rows)
    {
        foreach (var plan in rows.Plans().Where(plan => plan.SpecialistId == person.Id && plan.On <= day && random.Next(10) < 8))
        {
            var visit = await service.Store.ReadAsync(session => session.Visits.VisitAsync(plan.Id), Token);
            await Get<PlannedVisits>().HappenedAsync(person.Actor, new VisitHappened { VisitId = plan.Id, ExpectedVersion = visit!.Version }, null, Token);
        }
    }

    private Task ActAsync(YearPerson person, DateOnly day) => random.Next(20) switch
    {
        < 7 => PromiseAsync(person, day),
        < 11 => PlanAsync(person, day),
        < 14 => PlaceAsync(person, day),
        14 => MoveStartAsync(person, day),
        15 or 16 => PermitAsync(person),
        17 => MeetAsync(person, day),
        18 => GoOnLeaveAsync(person, day),
        _ => EndJobAsync(person, day),
    };

    private Task PromiseAsync(YearPerson person, DateOnly day) => Get<Reminders>().AddAsync(
        person.Actor,
        new AddReminder { Title = "Ring back", EmployerId = random.Next(2) == 0 ? EmployerOf(person) : null, DueOn = day.AddDays(random.Next(0, 22)), DueAt = random.Next(4) == 0 ? new TimeOnly(14, 0) : null },
        null, Token);

    private Task PlanAsync(YearPerson person, DateOnly day) => Get<VisitLog>().LogAsync(
        person.Actor,
        new LogVisit
        {
            EmployerId = EmployerOf(person), Channel = Channel.InPerson, State = VisitState.Planned, On = day.AddDays(random.Next(1, 9)),
            At = random.Next(3) > 0 ? new TimeOnly(random.Next(9, 17), random.Next(2) * 30) : null,
        },
        null, Token);

    private async Task PlaceAsync(YearPerson person, DateOnly day)
    {
        if (ClientOf(person, client => client.Job is null) is not { } client)
            return;
        var job = new YearJob(client, EmployerOf(person), day.AddDays(random.Next(-2, 15)));
        var recorded = await Get<JobStarts>().RecordAsync(
            person.Actor, new RecordJobStart { ClientReference = client.Reference, EmployerId = job.EmployerId, StartsOn = job.StartsOn }, null, Token);
        if (recorded.Refusal is not null)
            return;
        job.IsDisturbed = job.StartsOn < day.AddDays(3);
        client.Job = job;
        town.Jobs.Add(job);
    }

    private async Task MoveStartAsync(YearPerson person, DateOnly day)
    {
        if (ClientOf(person, client => client.Job?.StartsOn > day) is not { Job: { } job } client)
            return;
        var startsOn = day.AddDays(random.Next(1, 20));
        var moved = await Get<JobChanges>().ChangeAsync(person.Actor, new ChangeJob { ClientReference = client.Reference, EmployerId = job.EmployerId, StartsOn = startsOn }, null, Token);
        if (moved.Refusal is null)
            (job.StartsOn, job.IsDisturbed) = (startsOn, job.IsDisturbed || startsOn < day.AddDays(3));
    }

    private async Task PermitAsync(YearPerson person)
    {
        if (ClientOf(person, client => client.Job is not null) is not { Job: { } job } client)
            return;
        if (client.Permitted.Contains(job.EmployerId))
        {
            if ((await Get<DisclosurePermissions>().RevokeAsync(person.Actor, client.Reference, job.EmployerId, null, Token)).Refusal is null)
                client.Permitted.Remove(job.EmployerId);
            return;
        }

        var give = new GivePermission { ClientReference = client.Reference, EmployerId = job.EmployerId, Level = DisclosureLevel.ServiceSupports, WhoMayBeTold = "the manager", How = "by phone" };
        if ((await Get<DisclosurePermissions>().GiveAsync(person.Actor, give, null, Token)).Refusal is null)
            client.Permitted.Add(job.EmployerId);
    }

    private async Task MeetAsync(YearPerson person, DateOnly day)
    {
        if (ClientOf(person, client => client.Job is not null) is not { } client)
            return;
        client.Job!.IsDisturbed |= day.AddDays(10) > client.Job.StartsOn && day <= client.Job.StartsOn.AddDays(7);
        await Get<ClientContacts>().RecordAsync(person.Actor, new RecordClientContacts { References = [client.Reference], On = day, Way = random.Next(3) > 0 ? Channel.InPerson : Channel.Phone }, null, Token);
    }

    private async Task EndJobAsync(YearPerson person, DateOnly day)
    {
        if (ClientOf(person, client => client.Job?.StartsOn < day.AddDays(-30)) is not { Job: { } job } client)
            return;
        if ((await Get<JobEnds>().RecordAsync(person.Actor, new RecordJobEnd { ClientReference = client.Reference, EmployerId = job.EmployerId, EndedOn = day }, null, Token)).Refusal is null)
            client.Job = null;
    }

    private async Task GoOnLeaveAsync(YearPerson person, DateOnly day)
    {
        var from = day.AddDays(random.Next(1, 25));
        var away = new Away(from, from.AddDays(random.Next(0, 14)), random.Next(3) > 0 ? ColleagueOf(person, day) : null);
        if (person.Leave.Exists(leave => leave.From <= away.To.AddDays(1) && away.From <= leave.To.AddDays(1)))
            return;
        var row = new Leave { Id = service.Ids.New(), SpecialistId = person.Id, From = away.From, To = away.To, CoverId = away.Cover?.Id };
        await service.Store.WriteAsync(
            async session =>
            {
                await session.Settings.AddAsync(row);
                return true;
            },
            Token);
        person.Leave.Add(away);
    }

    private async Task LeaveTheServiceAsync(DateOnly day)
    {
        var leaver = town.People[random.Next(town.People.Count)];
        if (!leaver.IsHere(day) || leaver.Row.Role is not Role.Specialist || town.People.Count(person => person.LeftOn is not null) * 8 >= town.People.Count || ColleagueOf(leaver, day) is not { } heir)
            return;
        var handovers = ActivatorUtilities.CreateInstance<Handovers>(service.Services);
        var left = await handovers.LeaveAsync(Actor.For(town.Admin, Via.Web), new LeavePerson { Id = leaver.Id, LeftOn = day, HandOverToId = heir.Id }, Token);
        if (left.Refusal is not null)
            return;
        leaver.LeftOn = day;
        foreach (var client in town.Clients.Where(client => client.OwnerId == leaver.Id))
            client.OwnerId = heir.Id;
    }

    private YearPerson? ColleagueOf(YearPerson person, DateOnly day) => Any([.. town.People.Where(other => other != person && other.Row.TeamId == person.Row.TeamId && other.IsHere(day))]);

    private YearClient? ClientOf(YearPerson person, Predicate<YearClient> which) => Any([.. town.Clients.Where(client => client.OwnerId == person.Id && which(client))]);

    private Guid EmployerOf(YearPerson person) => Any([.. town.Employers.Where(employer => employer.TeamId == person.Row.TeamId).Select(employer => (object)employer.Id)]) is Guid id ? id : default;

    private T? Any<T>(IReadOnlyList<T> some)
        where T : class => some.Count == 0 ? null : some[random.Next(some.Count)];

    private T Get<T>()
        where T : notnull => service.Services.GetRequiredService<T>();
}
