using EmployerCrm.Core;
using EmployerCrm.Core.Clients;
using EmployerCrm.Core.Conversations;
using EmployerCrm.Core.Disclosure;
using EmployerCrm.Core.Employers;
using EmployerCrm.Core.FollowUps;
using EmployerCrm.Core.People;
using EmployerCrm.Core.Placements;
using EmployerCrm.Core.Privacy;
using EmployerCrm.Core.Visits;
using EmployerCrm.Store.Tests.Support;

namespace EmployerCrm.Store.Tests.Disclosure;

/// <summary>
/// One client, two employers, and whatever may happen between them: permissions given, revoked, talked through and left to pass their day, jobs, contacts,
/// promises and drafts, the record closed and opened, the specialist moved to another team, an employer archived. After each turn what holds must hold.
/// </summary>
internal sealed class GateHistory(TestDatabase database, Desk desk, int seed)
{
    private readonly Random _random = new(seed);
    private readonly Employer _other = desk.Rows.EmployerNamed("Costwell");
    private readonly Team _elsewhere = desk.Rows.Team with { Id = database.Ids.New(), Name = "Wharfe" };
    private readonly Dictionary<Guid, FollowUp> _done = [];
    private readonly List<EmployerMessage> _sent = [];
    private readonly List<string> _told = [];

    private Actor _actor = desk.Rows.Actor;
    private bool _moved;

    private string Client => desk.Rows.Client.Reference;

    public async Task RunAsync(int turns)
    {
        await database.Store.Write(session => session.Employers.AddAsync(_other));
        await database.Store.Write(session => session.People.AddAsync(_elsewhere));
        for (var turn = 0; turn < turns; turn++)
        {
            // Now and then so long that a permission's day to be talked through has passed.
            desk.Later(TimeSpan.FromHours(_random.Next(12) == 0 ? _random.Next(4_000, 6_000) : _random.Next(1, 200)));
            var (kind, first) = (_random.Next(19), _random.Next(2) == 0);
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
        var actor = _actor;
        switch (kind)
        {
            case 0 or 1:
                await desk.Permissions.GiveAsync(
                    actor,
                    new GivePermission { ClientReference = Client, EmployerId = employer, Level = (DisclosureLevel)_random.Next(4), Wording = "likes a clear list", Adjustments = "a quiet place" },
                    null, token);
                break;
            case 2:
                await RevokeAsync(employer);
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
                await desk.LogAsync(visit with { Next = _random.Next(2) == 0 ? new PromisedStep("Send the shift list", desk.Today) : null }, actor);
                break;
            case 8:
                await desk.Contacts.RecordAsync(actor, new RecordClientContacts { References = [Client], On = desk.Today, Way = (Channel)_random.Next(2) }, null, token);
                break;
            case 9:
                await desk.TryUndoAsync(null, actor);
                _done.Clear();
                break;
            case 10:
                await desk.SteppingDown.DecideAsync(actor, new StepDown { ClientReference = Client, CancelFollowUps = _random.Next(2) == 0 }, null, token);
                break;
            case 11:
                await desk.Permissions.RevisitAsync(actor, Client, employer, null, null, token);
                break;
            case 12:
                await desk.Closing.CloseAsync(actor, new CloseClient { ClientReference = Client, Reason = ClosingReason.Other, CancelFollowUps = _random.Next(2) == 0 }, null, token);
                break;
            case 13:
                await MoveAsync(token);
                break;
            case 14:
                var archived = (await desk.ReadAsync(session => session.Employers.EmployerAsync(employer)))!;
                await desk.WriteAsync(session => session.Employers.SaveAsync(
                    archived with { ArchivedOn = archived.ArchivedOn is null ? desk.Today : null, Version = archived.Version + 1 }, archived.Version));
                break;
            case 15:
                await desk.Reminders.AddAsync(actor, new AddReminder { Title = "Ask about the rota", EmployerId = employer, ClientReference = Client, DueOn = desk.Today }, null, token);
                break;
            case 16:
                // What waits for its author's answer is nobody else's, whatever is given or revoked meanwhile.
                var line = new KeepLine { Id = database.Ids.New(), Text = $"visited with {Client}", TypedAt = desk.Now, Question = "employer", Answers = "{}", Typed = TypedTexts.None };
                await desk.OpenQuestions.AskAsync(actor, line, null, token);
                Assert.Null(await desk.OpenQuestions.DraftAsync(actor == desk.Lead ? desk.Rows.Actor : desk.Lead, line.Id, token));
                break;
            case 17:
                if (await OwedRevisitAsync(employer) is { } revisit)
                    await desk.FollowUps.DoneAsync(actor, revisit.Id, DueScope.All, null, token);
                break;
            default:
                await desk.Reopening.ReopenAsync(actor, Client, null, token);
                break;
        }
    }

    /// <summary>What was said to end is what ends, and nothing is left that somebody owes the employer about the client.</summary>
    private async Task RevokeAsync(Guid employer)
    {
        var token = TestContext.Current.CancellationToken;
        var before = (await desk.PermissionOverviews.RevokingAsync(_actor, desk.Rows.Client.Id, employer, token)).Value;
        if ((await desk.Permissions.RevokeAsync(_actor, Client, employer, null, token)).Value is not { } revoked || revoked.Known)
            return;
        Assert.Equal(before!.Owed.Select(owed => owed.Id).Order(), revoked.Owed.Cancelled.Select(owed => owed.Id).Order());
        Assert.DoesNotContain(await desk.ReadAsync(session => session.FollowUps.OpenOfClientAsync(desk.Rows.Client.Id)), open => open.EmployerId == employer);
    }

    /// <summary>The specialist goes to another team, and the client stays with the colleague: the first is a stranger to the client from then on.</summary>
    private async Task MoveAsync(CancellationToken token)
    {
        if (_moved)
            return;
        var move = new MovePerson { Id = desk.Rows.Specialist.Id, ToTeamId = _elsewhere.Id, HandOverToId = desk.Rows.Colleague.Id };
        var moved = await desk.Handovers.MoveAsync(Actor.System(Via.CommandLine), move, token);
        Assert.Null(moved.Refusal);
        (_moved, _actor) = (true, desk.Lead);
    }

    private Task<FollowUp?> OwedRevisitAsync(Guid employer) => desk.ReadAsync(async session =>
        (await session.FollowUps.OpenStepsOfClientAsync(desk.Rows.Client.Id)).FirstOrDefault(row => row.Kind == FollowUpKind.PermissionRevisit && row.EmployerId == employer));

    private Task CheckAsync() => database.Store.Read(async session =>
    {
        var client = (await session.Clients.ClientAsync(desk.Rows.Client.Id))!;
        var supported = client.Status is not (ClientStatus.SteppedDown or ClientStatus.Closed);
        var jobs = await session.Placements.OfClientAsync(client.Id);
        var open = await session.FollowUps.OpenStepsOfClientAsync(client.Id);
        foreach (var employer in new[] { desk.Rows.Employer.Id, _other.Id })
        {
            var holding = await session.Disclosure.HoldingAsync(client.Id, employer);
            await CheckGateAsync(session, employer, holding, client.Status != ClientStatus.Closed);
            if (holding?.IsLive != true || client.Status == ClientStatus.Closed)
                Assert.DoesNotContain(open, row => row.EmployerId == employer);
            if (holding is { IsLive: true, RevisitOn: not null } && client.Status != ClientStatus.Closed)
                Assert.InRange(open.Count(row => row.Kind == FollowUpKind.PermissionRevisit && row.EmployerId == employer), 0, 1);
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

    private async Task CheckGateAsync(ICrmSession session, Guid employer, DisclosurePermission? holding, bool isOpen)
    {
        var live = holding?.IsLive == true && isOpen;
        var message = (await EmployerGate.AboutAsync(session, _actor, Client, employer, "How are the first weeks?")).Value;
        Assert.Equal(live, message is not null);
        if (_moved)
            Assert.Null((await EmployerGate.AboutAsync(session, desk.Rows.Actor with { TeamId = _elsewhere.Id }, Client, employer, "How are the first weeks?")).Value);
        var shown = await session.Disclosure.LiveAtAsync(desk.Rows.Team.Id, employer);
        Assert.Equal(live, shown.Any(permission => permission.ClientId == desk.Rows.Client.Id));
        Assert.Empty(await session.Disclosure.LiveAtAsync(_elsewhere.Id, employer));
        if (holding?.IsLive == true)
            Assert.DoesNotContain(await session.Disclosure.UnpermittedOfClientAsync(desk.Rows.Client.Id), contact => contact.EmployerId == employer);
        if (message is not null)
        {
            Assert.Equal((employer, employer), (message.EmployerId, message.About!.EmployerId));
            Assert.Equal(holding!.Level >= DisclosureLevel.AgreedWording, message.About.Wording is not null);
            Assert.Equal(holding.Level == DisclosureLevel.WordingAndAdjustments, message.About.Adjustments is not null);
            Assert.DoesNotContain(Client, message.ToString() + message.About, StringComparison.Ordinal);
            _sent.Add(message);
        }

        foreach (var sent in _sent.Where(sent => sent.EmployerId == employer))
            Assert.Equal(sent.About!.PermissionId == holding?.Id && live, await EmployerGate.MayGoAsync(session, sent));
    }
}
