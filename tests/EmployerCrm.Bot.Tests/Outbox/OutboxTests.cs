using EmployerCrm.Core.Outbox;
using EmployerCrm.Core.People;

namespace EmployerCrm.Bot.Tests.Outbox;

/// <summary>What waits is sent once, at its time, to who is there, and only while it has a reason.</summary>
public sealed class OutboxTests
{
    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_row_is_sent_at_its_time_once_and_its_card_is_found_again()
    {
        await using var outbox = await OutboxScene.StartAsync();
        var row = await outbox.AddAsync(outbox.Row(1) with { NotBefore = outbox.Clock.GetUtcNow().AddMinutes(1), SubjectId = outbox.Scene.Ids.New() });
        Assert.Equal(0, await outbox.SweepAsync());
        outbox.Clock.Advance(TimeSpan.FromMinutes(1));
        Assert.Equal(1, await outbox.SweepAsync());
        Assert.Equal(0, await outbox.SweepAsync());

        Assert.Equal(["#1"], outbox.Seen);
        var sent = await outbox.NowAsync(row);
        Assert.Equal((OutboxState.Sent, null, 1, outbox.Clock.GetUtcNow(), null), (sent.State, sent.Reason, sent.Attempts, sent.EndedAt, sent.Lease));
        var card = Assert.Single(await outbox.Scene.ReadAsync(session => session.Conversations.CardsOfAsync(row.SubjectId!.Value)));
        Assert.Equal((outbox.Tries[0].Id, "numbered-card", outbox.Alex.Id), (card.ActivityId, card.Kind, card.SpecialistId));
    }

    [Fact]
    public async Task The_running_host_sends_what_is_due_by_itself()
    {
        await using var scene = await Conversations.Scene.StartAsync();
        await scene.SayAsync("help");
        var alex = await scene.AlexRowAsync();
        await scene.Store.WriteAsync(
            async session =>
            {
                await session.People.SaveAsync(alex with { Role = Role.Admin, Version = 2 }, 1);
                return true;
            },
            Cancellation);
        var desk = new OutboxDesk(scene.Store, new Core.Calendar.LondonClock(scene.Clock), scene.Ids);
        var probe = (await desk.ProbeAsync(Actor.For(alex with { Role = Role.Admin }, Via.Web), Cancellation)).Value!;
        await scene.PassTimeAsync(() => scene.Connector.Calls.Count == 2);
        Assert.StartsWith("This is a test:", scene.Connector.Calls[1].Activity.Text, StringComparison.Ordinal);
        while ((await scene.ReadAsync(session => session.Outbox.OfIdAsync(probe.Id)))!.State != OutboxState.Sent)
            await Task.Yield();
    }

    [Fact]
    public async Task What_has_lost_its_reason_by_the_time_it_is_made_is_not_sent()
    {
        await using var outbox = await OutboxScene.StartAsync();
        outbox.Message.HasSomethingToSay = row => row.RecipientId != outbox.Alex.Id;
        var (nothing, something) = (await outbox.AddAsync(outbox.Row(1)), await outbox.AddAsync(outbox.Row(2, outbox.Sam)));
        await outbox.SweepAsync();

        Assert.Equal(["#2"], outbox.Seen);
        Assert.Equal((OutboxState.Cancelled, OutboxReasons.Nothing), await outbox.StateAsync(nothing));
        Assert.Equal((OutboxState.Sent, null), await outbox.StateAsync(something));
    }

    [Fact]
    public async Task What_is_cancelled_while_it_is_made_is_not_sent()
    {
        await using var outbox = await OutboxScene.StartAsync();
        var row = await outbox.AddAsync(outbox.Row(1) with { SubjectId = outbox.Scene.Ids.New() });
        outbox.Message.WhileRendering = _ => outbox.Scene.Store.WriteAsync(
            session => session.Outbox.CancelAsync(new Unsent.OfSubject(row.SubjectId!.Value), OutboxReasons.Done, outbox.Clock.GetUtcNow()), Cancellation);
        await outbox.SweepAsync();

        Assert.Empty(outbox.Tries);
        Assert.Equal((OutboxState.Cancelled, OutboxReasons.Done), await outbox.StateAsync(row));
    }

    [Fact]
    public async Task Nobody_who_has_left_or_never_spoke_is_written_to_and_it_shows()
    {
        await using var outbox = await OutboxScene.StartAsync();
        var noor = await outbox.PersonAsync(outbox.Scene.Noor);
        var (silent, left) = (await outbox.AddAsync(outbox.Row(1, noor)), await outbox.AddAsync(outbox.Row(2)));
        await outbox.Scene.Store.WriteAsync(session => session.People.SaveAsync(outbox.Alex with { LeftOn = new DateOnly(2026, 11, 21), Version = 2 }, 1), Cancellation);
        await outbox.SweepAsync();

        Assert.Empty(outbox.Tries);
        Assert.Equal((OutboxState.Dead, OutboxReasons.NotReachable), await outbox.StateAsync(silent));
        Assert.Equal((OutboxState.Cancelled, OutboxReasons.PersonLeft), await outbox.StateAsync(left));
    }

    [Fact]
    public async Task Who_has_become_a_technical_admin_since_gets_nothing_of_clients_and_what_says_nothing_of_them_as_before()
    {
        await using var outbox = await OutboxScene.StartAsync();
        var (about, other) = (await outbox.AddAsync(outbox.Row(1)), await outbox.AddAsync(outbox.Row(2, outbox.Sam)));
        var probe = await outbox.AddAsync(outbox.Row(3) with { Kind = OutboxKinds.Probe });
        var rendered = 0;
        outbox.Message.WhileRendering = row => Task.FromResult(rendered += row.RecipientId == outbox.Alex.Id ? 1 : 0);
        await outbox.Scene.Store.WriteAsync(session => session.People.SaveAsync(outbox.Alex with { Role = Role.Admin, Version = 2 }, 1), Cancellation);
        await outbox.SweepAsync();

        Assert.Equal(0, rendered);
        Assert.Equal(["#2"], outbox.Seen);
        Assert.Equal((OutboxState.Cancelled, OutboxReasons.NowAdmin), await outbox.StateAsync(about));
        Assert.Equal((OutboxState.Sent, null), await outbox.StateAsync(other));
        Assert.Equal((OutboxState.Sent, null), await outbox.StateAsync(probe));
    }

    [Fact]
    public async Task What_nobody_can_make_is_dead_and_what_fails_here_is_tried_again_and_then_dead()
    {
        await using var outbox = await OutboxScene.StartAsync();
        var unknown = await outbox.AddAsync(outbox.Row(1) with { Kind = "of-tomorrow" });
        var faulty = await outbox.AddAsync(outbox.Row(2));
        outbox.Message.WhileRendering = _ => throw new InvalidOperationException("not for the log");
        var node = outbox.Node();
        await outbox.SweepAsync(node);
        Assert.Equal((OutboxState.Dead, OutboxReasons.UnknownKind), await outbox.StateAsync(unknown));
        Assert.Equal((OutboxState.Waiting, "failed:InvalidOperationException"), await outbox.StateAsync(faulty));
        await outbox.PassAsync(node, TimeSpan.FromHours(4), TimeSpan.FromMinutes(1));
        Assert.Equal((OutboxState.Dead, "failed:InvalidOperationException"), await outbox.StateAsync(faulty));
        Assert.Equal(10, (await outbox.NowAsync(faulty)).Attempts);
    }

    [Fact]
    public async Task A_stopped_channel_sends_nothing_on_any_node_and_goes_on_where_it_was()
    {
        await using var outbox = await OutboxScene.StartAsync();
        var (here, there) = (outbox.Node(), outbox.Node());
        await outbox.AddAsync([.. Enumerable.Range(1, 20).Select(number => outbox.Row(number))]);
        await SwitchAsync(outbox, stop: true);
        Assert.Equal(0, await outbox.SweepAsync(here) + await outbox.SweepAsync(there));
        await SwitchAsync(outbox, stop: false);
        // Stopped again when the first is on its way: what was claimed and not begun stays.
        outbox.Message.WhileRendering = row => row.IdempotencyKey == "test:1" ? SwitchAsync(outbox, stop: true) : Task.CompletedTask;
        await outbox.SweepAsync(outbox.Node(options: new OutboxOptions { TeamsPerSecond = 0, AtOnce = 1 }));
        Assert.Empty(outbox.Tries);
        outbox.Message.WhileRendering = _ => Task.CompletedTask;
        await SwitchAsync(outbox, stop: false);
        Assert.Equal(20, await outbox.SweepAsync(there));
        Assert.Equal(Enumerable.Range(1, 20).Select(number => $"#{number}").Order(StringComparer.Ordinal), outbox.Seen.Order(StringComparer.Ordinal));
    }

    [Fact]
    public async Task Messages_leave_at_the_pace_that_is_set()
    {
        await using var outbox = await OutboxScene.StartAsync();
        await outbox.AddAsync([.. Enumerable.Range(1, 10).Select(number => outbox.Row(number))]);
        var (node, start) = (outbox.Node(options: new OutboxOptions { TeamsPerSecond = 2, AtOnce = 4 }), outbox.Clock.GetUtcNow());
        var sweep = outbox.SweepAsync(node);
        while (!sweep.IsCompleted)
        {
            if (outbox.Clock.Running(setFor => setFor > TimeSpan.Zero && setFor <= TimeSpan.FromSeconds(2)) > 0)
                outbox.Clock.Advance(TimeSpan.FromMilliseconds(100));
            await Task.Yield();
        }

        Assert.Equal(10, outbox.Seen.Count);
        Assert.InRange(outbox.Clock.GetUtcNow() - start, TimeSpan.FromSeconds(4.4), TimeSpan.FromSeconds(6));
    }

    private static Task SwitchAsync(OutboxScene outbox, bool stop) => outbox.Scene.Store.WriteAsync(
        session => stop ? session.Outbox.StopAsync(OutboxChannel.Teams, outbox.Sam.Id, outbox.Clock.GetUtcNow()) : session.Outbox.StartAsync(OutboxChannel.Teams), Cancellation);
}
