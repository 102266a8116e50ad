using EmployerCrm.Core;
using EmployerCrm.Core.Calendar;
using EmployerCrm.Core.Clients;
using EmployerCrm.Core.FollowUps;
using EmployerCrm.Core.Placements;
using EmployerCrm.Core.Visits;
using EmployerCrm.Store.Tests.Support;

namespace EmployerCrm.Store.Tests.Schedules;

/// <summary>One client, jobs, and contacts that are recorded late, changed, planned, taken back; after each turn every step is done exactly when a contact does it.</summary>
internal sealed class ContactHistory(Desk desk, int seed)
{
    private const int DaysBack = 25;

    private readonly Random _random = new(seed);
    private readonly List<Guid> _visits = [];
    private readonly List<string> _told = [];

    /// <summary>How often a contact did a step, and how often a step was owed again.</summary>
    public int Done { get; private set; }

    public int Again { get; private set; }

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    private string Client => desk.Rows.Client.Reference;

    public async Task RunAsync(int turns)
    {
        var doneBefore = new HashSet<Guid>();
        for (var turn = 0; turn < turns; turn++)
        {
            desk.Later(TimeSpan.FromHours(_random.Next(2) == 0 ? _random.Next(1, 4) : _random.Next(20, 300)));
            var kind = _random.Next(16);
            _told.Add($"{desk.Today:MM-dd} {kind}");
            try
            {
                await HappenAsync(kind);
                var done = await CheckAsync();
                Done += done.Except(doneBefore).Count();
                Again += doneBefore.Except(done).Count();
                doneBefore = done;
            }
            catch (Exception broken)
            {
                throw new InvalidOperationException($"After seed {seed}, {string.Join(", ", _told)}: {broken.Message}", broken);
            }
        }
    }

    private async Task HappenAsync(int kind)
    {
        var actor = desk.Rows.Actor;
        var visit = _visits.Count == 0 ? null : await desk.VisitAsync(_visits[_random.Next(_visits.Count)]);
        switch (kind)
        {
            case 0:
                await desk.JobStarts.RecordAsync(actor, new RecordJobStart { ClientReference = Client, EmployerId = desk.Rows.Employer.Id, StartsOn = Near(20) }, null, Token);
                break;
            case 1:
                await desk.JobChanges.ChangeAsync(actor, new ChangeJob { ClientReference = Client, StartsOn = Near(20) }, null, Token);
                break;
            case 2 or 3 or 4:
                await desk.Contacts.RecordAsync(actor, new RecordClientContacts { References = [Client], On = Back(), Way = Way() }, null, Token);
                break;
            case 5 or 6:
                Keep(await desk.LogAsync(Contact() with { On = Back() }));
                break;
            case 7:
                Keep(await desk.LogAsync(Contact() with { On = desk.Today.AddDays(_random.Next(6)), State = VisitState.Planned }));
                break;
            case 8 when visit is not null:
                await desk.HappenedAsync(new VisitHappened { VisitId = visit.Id, ExpectedVersion = visit.Version, On = Back(), Stated = StatedFacts.Nothing with { ClientPresent = _random.Next(3) > 0 } });
                break;
            case 9 or 10 when visit is not null:
                await desk.EditAsync(new ChangeVisit
                {
                    VisitId = visit.Id, ExpectedVersion = visit.Version, Channel = Way(), On = visit.State == VisitState.Held ? Back() : visit.On,
                    ClientReference = _random.Next(3) switch { 0 => "", 1 => Client, _ => null }, Stated = StatedFacts.Nothing with { ClientPresent = _random.Next(3) > 0 },
                });
                break;
            case 11 when visit is not null:
                await desk.SetAsync(new SetFacts { VisitId = visit.Id, ExpectedVersion = visit.Version, Stated = StatedFacts.Nothing with { ClientPresent = _random.Next(2) == 0 } });
                break;
            case 12 when visit is not null:
                await desk.PlanInstead.PlanAsync(actor, new PlanVisitInstead { VisitId = visit.Id, ExpectedVersion = visit.Version, On = desk.Today.AddDays(3) }, null, Token);
                break;
            case 13 or 14:
                await desk.TryUndoAsync(null);
                break;
            case 15 when _random.Next(3) == 0:
                await desk.JobEnds.RecordAsync(actor, new RecordJobEnd { ClientReference = Client, EmployerId = desk.Rows.Employer.Id, EndedOn = Near(4) }, null, Token);
                break;
            default:
                await DoOneAsync();
                break;
        }
    }

    /// <summary>Somebody says of a step that it is done.</summary>
    private async Task DoOneAsync()
    {
        var open = await desk.ReadAsync(session => session.FollowUps.OpenStepsOfClientAsync(desk.Rows.Client.Id));
        if (open.Count > 0 && _random.Next(3) == 0)
            await desk.FollowUps.DoneAsync(desk.Rows.Actor, open[_random.Next(open.Count)].Id, DueScope.All, null, Token);
    }

    /// <summary>What is done through a contact.</summary>
    private Task<HashSet<Guid>> CheckAsync() => desk.ReadAsync(async session =>
    {
        var contacts = (await session.ClientContacts.OfClientAsync(desk.Rows.Client.Id)).Select(contact => new Met(contact.Id, contact.On, contact.Way, true, contact.LoggedAt))
            .Concat((await session.Visits.HeldOfClientAsync(desk.Rows.Client.Id, DateOnly.MinValue)).Select(visit => new Met(visit.Id, visit.On, visit.Channel, visit.Facts.ClientPresent, visit.LoggedAt)))
            .Where(met => met.WithClient).ToList();
        var done = new HashSet<Guid>();
        foreach (var job in await session.Placements.OfClientAsync(desk.Rows.Client.Id))
        {
            var rows = await session.FollowUps.OfPlacementAsync(job.Id);
            var steps = rows.Where(row => row.Kind == FollowUpKind.ClientContact).ToList();
            foreach (var row in steps.Where(row => row.DoneThroughId is not null))
            {
                Assert.Equal(FollowUpState.Done, row.State);
                var met = Assert.Single(contacts, met => met.Id == row.DoneThroughId);
                Assert.True(Does(met, row), $"{row.StepKey} {row.Occurrence} is done by a contact that does not do it.");
                Assert.Equal(met.On, DateOnly.FromDateTime(LondonClock.ToLocal(row.DoneAt!.Value)));
                done.Add(row.Id);
            }

            foreach (var row in steps.Where(row => row.State == FollowUpState.Open))
            {
                var lost = contacts.Where(met => Does(met, row) && !(IsEndless(row) && steps.Any(other => other.StepKey == row.StepKey && other.DoneThroughId == met.Id)));
                Assert.Empty(row.StepKey == "job-loss" ? lost.Where(met => met.On > row.AnchoredOn || met.LoggedAt >= row.CreatedAt) : lost);
            }

            Assert.InRange(steps.Count(row => IsEndless(row) && row.State == FollowUpState.Open), job.EndsOn is null ? 1 : 0, 1);
            Assert.Equal(rows.Count, rows.DistinctBy(row => (row.StepKey, row.AnchoredOn, row.Occurrence)).Count());
        }

        return done;
    });

    private void Keep(Outcome<VisitLogged> outcome)
    {
        if (outcome.Value is { } logged)
            _visits.Add(logged.View.Visit.Id);
    }

    private LogVisit Contact() => new()
    {
        EmployerId = desk.Rows.Employer.Id, ClientReference = _random.Next(4) == 0 ? null : Client, Channel = Way(), On = desk.Today,
        Stated = StatedFacts.Nothing with { ClientPresent = _random.Next(4) > 0 },
    };

    private Channel Way() => _random.Next(3) == 0 ? Channel.Phone : Channel.InPerson;

    private DateOnly Back() => desk.Today.AddDays(_random.Next(2) == 0 ? 0 : -_random.Next(DaysBack));

    private DateOnly Near(int days) => desk.Today.AddDays(_random.Next(-days, days));

    private static bool IsEndless(FollowUp row) => row.StepKey == "monthly";

    private static bool Does(Met met, FollowUp row) => met.On >= row.OpensOn && (met.Way == Channel.InPerson || !row.InPerson);

    private sealed record Met(Guid Id, DateOnly On, Channel Way, bool WithClient, DateTimeOffset LoggedAt);
}
