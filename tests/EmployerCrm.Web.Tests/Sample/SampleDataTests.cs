using System.Text.Json;
using EmployerCrm.Core.Calendar;
using EmployerCrm.Core.Clients;
using EmployerCrm.Core.Disclosure;
using EmployerCrm.Core.Employers;
using EmployerCrm.Core.Employers.Fields;
using EmployerCrm.Core.Fidelity;
using EmployerCrm.Core.FollowUps;
using EmployerCrm.Core.People;
using EmployerCrm.Core.Privacy;
using EmployerCrm.Core.Schedules;
using EmployerCrm.Core.Visits;
using EmployerCrm.Web.Sample;

namespace EmployerCrm.Web.Tests.Sample;

public sealed class SampleDataTests
{
    private static readonly DateOnly Wednesday = new(2026, 11, 18);

    private readonly SampleData _data = SampleData.Make(Wednesday, SampleData.DefaultSeed);

    [Fact]
    public void The_region_has_2_teams_8_specialists_150_employers_and_18_months_of_visits()
    {
        Assert.Equal(2, _data.Teams.Count);
        Assert.Equal(8, _data.Specialists.Count);
        Assert.Equal(150, _data.Employers.Count);
        Assert.InRange(_data.Visits.Count, 2_500, 3_500);
        Assert.InRange(_data.Visits.Min(visit => visit.On), Wednesday.AddMonths(-18).AddDays(-7), Wednesday.AddMonths(-17));
        Assert.All(_data.Teams, team => Assert.Single(_data.Specialists, person => person.TeamId == team.Id && person.Role is Role.TeamLead));
    }

    [Fact]
    public void The_user_of_the_local_chat_client_is_a_specialist_whose_team_has_every_known_client()
    {
        var alex = Assert.Single(_data.Specialists, person => person.ObjectId == "00000000-0000-0000-0000-0000000000020");
        Assert.Equal("Alex Wilber", alex.Name);
        Assert.Equal(Role.Specialist, alex.Role);
        Assert.All(SampleDirectory.Known.Clients, reference => Assert.Equal(alex.TeamId, Assert.Single(_data.Clients, client => client.Client.Reference == reference).Client.TeamId));
    }

    [Fact]
    public void Every_name_of_the_phrase_directory_is_there_in_its_town_with_its_people()
    {
        var path = Path.Combine(Repository.Root, "..", "shared", "phrases", "directory.json");
        Assert.SkipUnless(File.Exists(path), "The phrase directory is not on this machine.");
        using var directory = JsonDocument.Parse(File.ReadAllText(path));

        foreach (var entry in directory.RootElement.GetProperty("employers").EnumerateArray())
        {
            var employer = Assert.Single(_data.Employers, employer => employer.Employer.Name == entry.GetProperty("name").GetString());
            Assert.Equal(entry.GetProperty("town").GetString(), employer.Employer.Town);
            Assert.Equal(entry.GetProperty("sector").GetString(), employer.Employer.Sector);
            Assert.Equal(
                entry.GetProperty("contacts").EnumerateArray().Select(contact => (contact.GetProperty("name").GetString(), contact.GetProperty("role").GetString())),
                employer.Contacts.Select(contact => ((string?)contact.Name, contact.Role)));
        }

        Assert.Equal(directory.RootElement.GetProperty("clients").EnumerateArray().Select(client => client.GetString()), SampleDirectory.Known.Clients);
    }

    [Fact]
    public void No_name_of_the_region_can_be_mistaken_for_a_known_employer_town_or_person()
    {
        var names = SampleDirectory.Known.Employers.SelectMany(employer => (string[])[employer.Name, employer.Town, .. employer.Contacts!.Select(contact => contact.Name)]);
        var known = names.SelectMany(EmployerKeys.ForName).ToHashSet();

        Assert.All(SampleDirectory.Region, employer => Assert.DoesNotContain(EmployerKeys.ForName(employer.Name), known.Contains));
    }

    [Fact]
    public void The_same_seed_and_date_make_the_same_rows_and_another_seed_makes_others()
    {
        var again = SampleData.Make(Wednesday, SampleData.DefaultSeed);
        var other = SampleData.Make(Wednesday, SampleData.DefaultSeed + 1);

        Assert.Equal(Text(_data), Text(again));
        Assert.NotEqual(Text(_data), Text(other));
    }

    [Theory]
    [MemberData(nameof(EveryDayOfAYear))]
    public void Nothing_lies_in_the_future_but_what_is_planned_or_due(DateOnly today)
    {
        var data = SampleData.Make(today, SampleData.DefaultSeed);
        var midnight = LondonClock.ToInstant(today.ToDateTime(TimeOnly.MinValue));

        Assert.DoesNotContain(data.Visits, visit => visit.State is VisitState.Held == visit.On >= today);
        Assert.DoesNotContain(data.Visits, visit => visit.LoggedAt >= midnight);
        Assert.DoesNotContain(data.Visits, visit => visit.State is VisitState.Held && visit.LoggedAt < LondonClock.ToInstant(visit.On.ToDateTime(visit.At ?? default)));
        Assert.DoesNotContain(data.FollowUps, followUp => followUp.CreatedAt >= midnight);
        Assert.DoesNotContain(data.FollowUps, followUp => followUp.State is FollowUpState.Open == followUp.DoneAt is not null);
        Assert.DoesNotContain(data.FollowUps, followUp => followUp.DoneAt >= midnight || followUp.DoneAt < followUp.CreatedAt);
        Assert.DoesNotContain(data.Placements, placement => placement.RecordedAt >= midnight || placement.EndsOn >= today);
        Assert.InRange(data.Placements.Count(placement => placement.StartsOn >= today), 1, data.Teams.Count);
        Assert.DoesNotContain(data.Permissions, permission => permission.GivenOn >= today || permission.RecordedAt >= midnight || permission.EndedOn >= today);
        Assert.DoesNotContain(data.CareTeamUpdates, update => update.SharedOn >= today || update.RecordedAt >= midnight);
        Assert.DoesNotContain(data.Liaison, contact => contact.On >= today || contact.RecordedAt >= midnight);
        CheckSupport(data, today);
        Assert.DoesNotContain(data.Clients, client => client.Client.EnteredOn >= today || client.Client.ClosedOn >= today);
        Assert.DoesNotContain(data.ClientContacts, contact => contact.On >= today || contact.LoggedAt >= midnight);
        Assert.Equal(data.Visits.Count, data.Visits.Select(visit => visit.Id).Distinct().Count());
    }

    public static TheoryData<DateOnly> EveryDayOfAYear() => [.. Enumerable.Range(0, 53).Select(i => new DateOnly(2026, 1, 1).AddDays(i * 8))];

    [Fact]
    public void Weeks_have_their_rhythm()
    {
        var held = _data.Visits.Where(visit => visit.State is VisitState.Held).ToList();
        int In(DateOnly from, DateOnly to) => held.Count(visit => visit.On >= from && visit.On <= to);

        Assert.All(held, visit => Assert.False(visit.On.DayOfWeek is DayOfWeek.Saturday or DayOfWeek.Sunday));
        Assert.Equal(0, In(new DateOnly(2025, 12, 25), new DateOnly(2026, 1, 1)));
        Assert.Equal(0, In(new DateOnly(2026, 4, 3), new DateOnly(2026, 4, 6)));
        Assert.True(In(new DateOnly(2026, 8, 1), new DateOnly(2026, 8, 31)) < 0.75 * In(new DateOnly(2026, 10, 1), new DateOnly(2026, 10, 31)));
        Assert.InRange(held.Count(visit => visit.Channel is Channel.InPerson) / (double)held.Count, 0.55, 0.8);
        Assert.Equal(5, held.Select(visit => visit.Channel).Distinct().Count());
    }

    [Fact]
    public void Every_client_in_work_has_a_job_that_began_after_they_came_at_an_employer_their_specialist_knows()
    {
        var inWork = _data.Clients.Select(client => client.Client).Where(client => client.Status is ClientStatus.InWork).ToList();

        Assert.NotEmpty(inWork);
        Assert.All(inWork, client =>
        {
            var placement = Assert.Single(_data.Placements, placement => placement.ClientId == client.Id);
            Assert.InRange(placement.StartsOn, client.EnteredOn, Wednesday.AddDays(-1));
            Assert.Contains(_data.Visits, visit => visit.SpecialistId == client.OwnerId && visit.EmployerId == placement.EmployerId);
        });
        var seekers = _data.Clients.Select(client => client.Client).Where(client => client.Status is ClientStatus.JobSearch).Select(client => client.Id).ToHashSet();
        Assert.All(_data.Placements.Where(placement => seekers.Contains(placement.ClientId)), placement => Assert.True(placement.EndsOn < Wednesday || placement.StartsOn > Wednesday));
        Assert.Contains(_data.Placements, placement => placement.EndsOn < Wednesday);
    }

    /// <summary>Every job owes what its schedule says: once each, one open time of what has no end, nothing to an employer without a live permission.</summary>
    private static void CheckSupport(SampleData data, DateOnly today)
    {
        var calendar = new TeamCalendar(BankHolidays.ByRule, Nation.EnglandAndWales);
        var jobs = data.Placements.ToDictionary(placement => placement.Id);
        var clients = data.Clients.ToDictionary(client => client.Client.Id, client => client.Client);
        var live = data.Permissions.Where(permission => permission.IsLive).Select(permission => (permission.ClientId, (Guid?)permission.EmployerId)).ToHashSet();
        var steps = data.FollowUps.Where(row => row.StepKey is not null).ToList();
        Assert.Equal(steps.Count, steps.DistinctBy(row => (row.PlacementId, row.StepKey, row.AnchoredOn, row.Occurrence)).Count());
        Assert.Equal(live.Count, data.Permissions.Count(permission => permission.IsLive));
        Assert.All(data.FollowUps.Where(row => row.Kind is FollowUpKind.EmployerCheckIn or FollowUpKind.PermissionRevisit), row => Assert.Contains((row.ClientId!.Value, row.EmployerId), live));
        foreach (var rows in steps.GroupBy(row => jobs[row.PlacementId!.Value]))
        {
            var (job, client) = (rows.Key, clients[rows.Key.ClientId]);
            var goesOn = job.EndsOn is null && client.Status is not ClientStatus.SteppedDown;
            var plan = new SchedulePlan(ScheduleTemplate.Shipped.Single(template => template.Name == ClientLists.Default.Of(client.Programme).Schedule), calendar);
            Assert.All(rows, row => Assert.Contains(plan.Times(plan.Step(row.StepKey!)!, row.AnchoredOn!.Value).TakeWhile(time => time.Due <= row.DueOn), time => time.Occurrence == row.Occurrence && time.Due == row.DueOn));
            Assert.All(plan.Steps(ScheduleAnchor.JobStart).Where(step => step.IsEndless), step => Assert.Equal(
                goesOn && (!step.NeedsPermission || live.Contains((client.Id, job.EmployerId))) ? 1 : 0, rows.Count(row => row.StepKey == step.Key && row.State is FollowUpState.Open)));
            Assert.True(goesOn || rows.All(row => row.State is not FollowUpState.Open || row.AnchoredOn == job.EndHeardOn));
        }

        var escalated = calendar.AddWorkingDays(today, -new FollowUpOptions().EscalateAfterWorkingDays);
        Assert.All(data.Teams, team => Assert.InRange(steps.Count(row => row.TeamId == team.Id && row.State is FollowUpState.Open && row.DueOn <= escalated), 1, 3));
        Assert.True(steps.Count(row => row.State is FollowUpState.Open && row.DueOn < today) < steps.Count / 20);
    }

    [Fact]
    public void Contacts_name_clients_where_a_permission_was_there_but_for_a_few_to_be_settled()
    {
        var permitted = _data.Permissions.Where(permission => permission.Level is not DisclosureLevel.Nothing).ToLookup(permission => (permission.ClientId, permission.EmployerId));
        var naming = _data.Visits.Where(visit => visit.ClientId is not null).ToList();

        Assert.InRange(naming.Count, 200, 1_000);
        Assert.InRange(naming.Count(visit => !permitted[(visit.ClientId!.Value, visit.EmployerId)].Any(permission => !(permission.EndedOn <= visit.On))), 1, 4);
        Assert.Equal(Enum.GetValues<DisclosureLevel>(), _data.Permissions.Select(permission => permission.Level).Distinct().Order());
        Assert.Contains(_data.Permissions, permission => permission.EndedAs is PermissionEnd.Replaced);
    }

    [Fact]
    public void What_clients_agreed_to_be_said_and_what_care_teams_were_told_would_have_passed_the_guard()
    {
        var guard = new FreeTextGuard(GuardWordsReader.WithDefaults().ToWords());
        var texts = _data.Permissions.SelectMany(permission => new[] { permission.WhoMayBeTold, permission.How, permission.Wording, permission.Adjustments })
            .Concat(_data.CareTeamUpdates.SelectMany(update => new[] { update.Text, update.SharedWith })).Concat(_data.Liaison.SelectMany(contact => new[] { contact.WithWhom, contact.AboutWork }));

        Assert.All(texts.OfType<string>().Distinct(), text => Assert.Empty(guard.Check(text, GuardSurroundings.None with { Client = text[..4] })));
    }

    [Fact]
    public void Clients_are_seen_weekly_or_monthly_but_for_a_few_and_closed_ones_no_more()
    {
        var open = _data.Clients.Select(client => client.Client).Where(client => client.Status is not ClientStatus.Closed).ToList();
        var latest = _data.ClientContacts.GroupBy(contact => contact.ClientId).ToDictionary(group => group.Key, group => group.Max(contact => contact.On));
        var days = open.Where(client => latest.ContainsKey(client.Id)).Select(client => Wednesday.DayNumber - latest[client.Id].DayNumber).ToList();

        Assert.Equal(_data.ClientContacts.Count, _data.ClientContacts.Select(contact => (contact.ClientId, contact.SpecialistId, contact.On, contact.Way)).Distinct().Count());
        Assert.InRange(days.Count, open.Count * 0.9, open.Count);
        Assert.InRange(days.Count(count => count > 34), 1, days.Count / 3);
        Assert.All(_data.Clients.Where(client => client.Client.Status is ClientStatus.Closed), client =>
        {
            Assert.False(latest.ContainsKey(client.Client.Id));
            Assert.NotNull(client.Client.ClosedOn);
        });
        Assert.All(_data.Clients, client => Assert.All(client.PreferredJobTypes, jobType => Assert.Contains(jobType, ClientLists.Default.JobTypes)));
    }

    [Fact]
    public void Contacts_are_of_every_purpose_and_what_is_only_assumed_is_of_this_week_or_planned()
    {
        var held = _data.Visits.Where(visit => visit.State is VisitState.Held).ToList();

        Assert.Equal(
            [Purpose.Introduce, Purpose.LearnNeeds, Purpose.PresentCandidate, Purpose.FollowUp, Purpose.InWorkSupport], held.Select(visit => visit.Facts.Purpose).Distinct().Order());
        Assert.Equal(Enum.GetValues<Reached>(), held.Select(visit => visit.Facts.Reached).Distinct().Order());
        Assert.Equal([false, true], held.Where(visit => visit.Facts.ClientSpecific).Select(visit => visit.Facts.MatchesPreferences).OfType<bool>().Distinct().Order());
        Assert.All(held.Where(visit => visit.Facts.Assumed is not VisitFields.None), visit => Assert.True(visit.On >= Weeks.StartOf(Wednesday)));
        Assert.Contains(held, visit => CountStanding.Of(visit, new FidelityOptions()).ToConfirm);
    }

    [Fact]
    public void Employers_and_contacts_hold_what_the_service_would_have_kept_as_typed_and_nobodys_real_number()
    {
        var (employers, contacts) = (_data.Employers.Select(sample => sample.Employer).ToList(), _data.Employers.SelectMany(sample => sample.Contacts).ToList());

        Assert.All(employers, employer =>
        {
            Assert.Equal(Written.Of(employer.Postcode), Postcode.Read(employer.Postcode));
            Assert.Equal(Written.Of(employer.CompanyNumber), CompanyNumber.Read(employer.CompanyNumber));
            Assert.Equal(Written.Of(employer.Website), WebAddress.Read(employer.Website));
            Assert.Equal((employer.SicSection, employer.SicDivision, null), Sic2007.Read(employer.SicSection, employer.SicDivision));
        });
        Assert.All(contacts.Where(contact => contact.Phone is not null), contact => Assert.Matches(@"^\+44(1134960|1632960|7700900)\d{3}$", contact.Phone));
        Assert.All(contacts.Where(contact => contact.Email is not null), contact => Assert.EndsWith(".example.com", EmailAddress.Read(contact.Email).Value, StringComparison.Ordinal));
        Assert.InRange(employers.Count(employer => employer.Needs is not null), 50, 120);
        Assert.Contains(employers, employer => employer.DisabilityConfidentLevel is not null);
    }

    [Fact]
    public void Each_team_has_heard_of_openings_that_are_live_some_of_them_for_clients()
    {
        var live = _data.Openings.Where(opening => opening.IsLive(Wednesday)).ToList();

        Assert.All(_data.Teams, team => Assert.InRange(live.Count(opening => opening.TeamId == team.Id), 3, 40));
        var wanted = _data.Clients.SelectMany(client => client.PreferredJobTypes).ToHashSet();
        Assert.Contains(live, opening => opening.JobType is { } jobType && wanted.Contains(jobType));
    }

    [Fact]
    public void Some_employers_are_favourites_and_some_have_gone_cold()
    {
        var byEmployer = _data.Visits.Where(visit => visit.State is VisitState.Held).GroupBy(visit => visit.EmployerId).ToList();

        Assert.InRange(byEmployer.Count(employer => employer.Count() >= 40), 5, 60);
        Assert.InRange(byEmployer.Count(employer => employer.Max(visit => visit.On) < Wednesday.AddMonths(-4)), 10, 70);
    }

    [Fact]
    public void Notes_name_no_client_and_nothing_of_anybodys_health()
    {
        string[] health = ["anxi", "depress", "mental", "ill", "sick", "medic", "diagnos", "health", "therap", "stress"];
        var words = _data.Visits.Select(visit => visit.Notes).Concat(_data.FollowUps.Select(followUp => followUp.Title)).OfType<string>()
            .SelectMany(text => text.Split([' ', ',', '.'])).Distinct(StringComparer.OrdinalIgnoreCase).ToList();
        var references = _data.Clients.Select(client => client.Client.Reference).ToHashSet(StringComparer.OrdinalIgnoreCase);

        Assert.DoesNotContain(words, references.Contains);
        Assert.DoesNotContain(words, word => health.Any(start => word.StartsWith(start, StringComparison.OrdinalIgnoreCase)));
    }

    [Fact]
    public void References_are_two_letters_and_two_digits_and_far_from_each_other()
    {
        var references = _data.Clients.Select(client => client.Client.Reference).ToList();

        Assert.All(references, reference => Assert.Matches("^[A-Z]{2}[0-9]{2}$", reference));
        Assert.Equal(references.Count, references.Distinct().Count());
        var issued = references.Except(SampleDirectory.Known.Clients).ToList();
        Assert.All(issued, one => Assert.All(references.Where(other => other != one), other => Assert.True(one.Zip(other).Count(pair => pair.First != pair.Second) >= 2)));
    }

    private static string Text(SampleData data) => JsonSerializer.Serialize(data);
}
