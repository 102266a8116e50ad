using EmployerCrm.Core;
using EmployerCrm.Core.Clients;
using EmployerCrm.Core.Disclosure;
using EmployerCrm.Core.Employers;
using EmployerCrm.Core.FollowUps;
using EmployerCrm.Core.Placements;
using EmployerCrm.Core.Privacy;
using EmployerCrm.Core.Visits;
using EmployerCrm.Store.Tests.Support;

namespace EmployerCrm.Store.Tests.Disclosure;

/// <summary>One client, two employers, and whatever may happen between them; after each turn what holds must hold.</summary>
internal sealed class GateHistory(TestDatabase database, Desk desk, int seed)
{
    private readonly Random _random = new(seed);
    private readonly Employer _other = desk.Rows.EmployerNamed("Costwell");
    private readonly Dictionary<Guid, FollowUp> _done = [];
    private readonly List<EmployerMessage> _sent = [];
    private readonly List<string> _told = [];

    private string Client => desk.Rows.Client.Reference;

    public async Task RunAsync(int turns)
    {
        await database.Store.Write(session => session.Employers.AddAsync(_other));
        for (var turn = 0; turn < turns; turn++)
        {
            desk.Later(TimeSpan.FromHours(_random.Next(1, 200)));
            var (kind, first) = (_random.Next(12), _random.Next(2) == 0);
            await HappenAsync(kind, first ? desk.Rows.Employer.Id : _other.Id);
            _told.Add($"{desk.Today:MM-dd} {kind}{(first ? "a" : "b")}");
            try
            {
                await CheckAsync();
            }
            catch (Exception broken)
            {
                throw new InvalidOperationException($"After seed {seed}, {string.Join(", ", _told)}: {broken.Message}", broken);
            }
        }
    }

    private async Task HappenAsync(int kind, Guid employer)
    {
        var token = TestContext.Current.CancellationToken;
        var actor = desk.Rows.Actor;
        switch (kind)
        {
            case 0 or 1:
                await desk.Permissions.GiveAsync(
                    actor,
                    new GivePermission { ClientReference = Client, EmployerId = employer, Level = (DisclosureLevel)_random.Next(4), Wording = "likes a clear list", Adjustments = "a quiet place" },
                    null, token);
                break;
            case 2:
                await desk.Permissions.RevokeAsync(actor, Client, employer, null, token);
                break;
            case 3 or 4:
                await desk.JobStarts.RecordAsync(actor, new RecordJobStart { ClientReference = Client, EmployerId = employer, StartsOn = desk.Today.AddDays(_random.Next(-20, 20)) }, null, token);
                break;
            case 5:
                await desk.JobEnds.RecordAsync(actor, new RecordJobEnd { ClientReference = Client, EmployerId = employer, EndedOn = desk.Today.AddDays(_random.Next(-5, 6)) }, null, token);
                break;
            case 6:
                await desk.JobChanges.ChangeAsync(actor, new ChangeJob { ClientReference = Client, EmployerId = employer, StartsOn = desk.Today.AddDays(_random.Next(-20, 20)) }, null, token);
                break;
            case 7:
                var visit = new LogVisit { EmployerId = employer, ClientReference = Client, Channel = (Channel)_random.Next(3), On = desk.Today, Stated = StatedFacts.Nothing with { ClientPresent = _random.Next(2) == 0 } };
                await desk.LogAsync(visit);
                break;
            case 8:
                await desk.Contacts.RecordAsync(actor, new RecordClientContacts { References = [Client], On = desk.Today, Way = (Channel)_random.Next(2) }, null, token);
                break;
            case 9:
                await desk.TryUndoAsync(null);
                _done.Clear();
                break;
            case 10:
                await desk.SteppingDown.DecideAsync(actor, new StepDown { ClientReference = Client, CancelFollowUps = _random.Next(2) == 0 }, null, token);
                break;
            default:
                await desk.Reopening.ReopenAsync(actor, Client, null, token);
                break;
        }
    }

    private Task CheckAsync() => database.Store.Read(async session =>
    {
        var client = (await session.Clients.ClientAsync(desk.Rows.Client.Id))!;
        var supported = client.Status is not (ClientStatus.SteppedDown or ClientStatus.Closed);
        var jobs = await session.Placements.OfClientAsync(client.Id);
        var open = await session.FollowUps.OpenStepsOfClientAsync(client.Id);
        foreach (var employer in new[] { desk.Rows.Employer.Id, _other.Id })
        {
            var holding = await session.Disclosure.HoldingAsync(client.Id, employer);
            await CheckGateAsync(session, employer, holding);
            if (holding?.IsLive != true)
                Assert.DoesNotContain(open, row => row.EmployerId == employer);
        }

        foreach (var job in jobs)
        {
            var rows = await session.FollowUps.OfPlacementAsync(job.Id);
            Assert.Equal(rows.Count, rows.DistinctBy(row => (row.StepKey, row.AnchoredOn, row.Occurrence)).Count());
            foreach (var key in new[] { "monthly", "care-team-monthly", "employer-check-in" })
                Assert.InRange(rows.Count(row => row.StepKey == key && row.State == FollowUpState.Open), 0, 1);
            if (supported && job.EndsOn is null)
                Assert.Single(rows, row => row is { StepKey: "monthly", State: FollowUpState.Open });
            if (!supported)
                Assert.DoesNotContain(rows, row => row.State == FollowUpState.Open);
            foreach (var row in rows.Where(row => row.State == FollowUpState.Done))
            {
                Assert.True(!_done.TryGetValue(row.Id, out var before) || before == row, "What was done has changed.");
                _done[row.Id] = row;
            }

            Assert.All(_done.Values.Where(row => row.PlacementId == job.Id), done => Assert.Contains(rows, row => row.Id == done.Id && row.State == FollowUpState.Done));
        }

        return true;
    });

    private async Task CheckGateAsync(ICrmSession session, Guid employer, DisclosurePermission? holding)
    {
        var message = (await EmployerGate.AboutAsync(session, desk.Rows.Actor, Client, employer, "How are the first weeks?")).Value;
        Assert.Equal(holding?.IsLive == true, message is not null);
        if (message is not null)
        {
            Assert.Equal((employer, employer), (message.EmployerId, message.About!.EmployerId));
            Assert.Equal(holding!.Level >= DisclosureLevel.AgreedWording, message.About.Wording is not null);
            Assert.Equal(holding.Level == DisclosureLevel.WordingAndAdjustments, message.About.Adjustments is not null);
            Assert.DoesNotContain(Client, message.ToString() + message.About, StringComparison.Ordinal);
            _sent.Add(message);
        }

        foreach (var sent in _sent.Where(sent => sent.EmployerId == employer))
            Assert.Equal(sent.About!.PermissionId == holding?.Id && holding.IsLive, await EmployerGate.MayGoAsync(session, sent));
    }
}
