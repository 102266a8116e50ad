using System.Collections.Concurrent;
using EmployerCrm.Core.Calendar;
using EmployerCrm.Core.Employers;
using EmployerCrm.Core.Visits;
using EmployerCrm.Store.Tests.Support;
using FsCheck;
using FsCheck.Fluent;

namespace EmployerCrm.Store.Tests.Model;

/// <summary>Any sequence of writes leaves the store as it leaves plain dictionaries.</summary>
public abstract class ModelTests(TestDatabase database, int sequences)
{
    private static readonly DateTimeOffset Epoch = new(2030, 1, 1, 0, 0, 0, TimeSpan.Zero);

    private readonly ConcurrentDictionary<Guid, IReadOnlyList<Visit>> _visits = new();

    private int _runs;

    [Fact]
    public async Task Any_sequence_of_writes_leaves_what_the_model_says()
    {
        database.SkipUnlessAvailable();
        await Task.Run(() => Check.One(Config.QuickThrowOnFailure.WithMaxTest(sequences), Prop.ForAll(Sequences(), RunAsync)), TestContext.Current.CancellationToken);
        Assert.True(_runs >= sequences);
        Assert.DoesNotContain(await database.Store.RebuildAsync(), line => line.Contains("look-up", StringComparison.Ordinal));
        await CompareCountsAsync();
    }

    private async Task RunAsync(ModelUseCase[] useCases)
    {
        // Claims are made over everybody's rows, so each run has days of its own.
        var start = Epoch.AddDays(Interlocked.Increment(ref _runs));
        var rows = await Rows.StoredAsync(database.Store, database.Ids);
        var run = new ModelRun(database.Store, rows, database.Ids, start);
        foreach (var useCase in useCases)
            await run.ApplyAsync(useCase);
        await CompareAsync(run, rows, start);
        _visits[rows.Specialist.Id] = [.. run.State.Visits.Values];
    }

    /// <summary>What `rebuild` counted from the rows is what the rules of counting say of the visits.</summary>
    private async Task CompareCountsAsync()
    {
        foreach (var (specialist, visits) in _visits)
        {
            foreach (var week in visits.GroupBy(visit => Weeks.StartOf(visit.On)))
                Assert.Equal(week.Aggregate(WeekTally.None, (sum, visit) => sum + WeekTally.Of(visit)), await database.Store.Read(session => session.Visits.WeekTallyAsync(specialist, week.Key)));
        }
    }

    private Task<bool> CompareAsync(ModelRun run, Rows rows, DateTimeOffset start) => database.Store.ReadAsync(
        async session =>
        {
            var state = run.State;
            for (var slot = 0; slot < ModelRun.Slots; slot++)
            {
                Assert.Equal(state.Visits.GetValueOrDefault(slot), await session.Visits.VisitAsync(run.VisitId(slot)));
                Assert.Equal(state.FollowUps.GetValueOrDefault(slot), await session.FollowUps.FollowUpAsync(run.FollowUpId(slot)));
                Assert.Equal(state.Employers.GetValueOrDefault(slot), await session.Employers.EmployerAsync(run.EmployerId(slot)));
                Assert.Equal(state.Drafts.GetValueOrDefault(slot), await session.Conversations.DraftAsync(run.DraftId(slot)));
                Assert.Equal(state.Received.GetValueOrDefault(slot), await session.Conversations.ReceivedAsync(run.ActivityKey(slot)));
                Assert.Equal(state.Conversations.GetValueOrDefault(slot), await session.Conversations.ConversationAsync("msteams", run.ConversationId(slot)));
            }

            await run.Client.CompareAsync(session, state);
            foreach (var (week, expected) in state.Counts)
                Assert.Equal(expected, await session.Visits.WeekTallyAsync(rows.Specialist.Id, week));
            Assert.Equal(state.Owed.Select(followUp => followUp.Id), (await session.FollowUps.OpenOfOwnerAsync(rows.Specialist.Id, null)).Select(followUp => followUp.Id));
            Assert.Equal(
                state.Drafts.Values.OrderByDescending(draft => draft.TypedAt).Select(draft => draft.Id),
                (await session.Conversations.DraftsOfAsync(rows.Specialist.Id, start.AddYears(-10))).Select(draft => draft.Id));
            var found = await session.Employers.WithKeysAsync(rows.Actor, EmployerKeys.ForQuery([run.Word]));
            Assert.Equal(
                state.Employers.Values.Select(employer => employer.Id).Order(),
                found.Where(employer => employer.Ring == EmployerRing.Mine).Select(employer => employer.Id).Order());
            return true;
        },
        CancellationToken.None);

    private static Arbitrary<ModelUseCase[]> Sequences()
    {
        var step =
            from kind in Gen.Elements(Enum.GetValues<StepKind>())
            from slot in Gen.Choose(0, ModelRun.Slots - 1)
            from number in Gen.Choose(0, 3)
            select new ModelStep(kind, slot, number);
        var useCase =
            from length in Gen.Choose(1, 8)
            from steps in step.ArrayOf(length)
            from dice in Gen.Choose(0, 5)
            select new ModelUseCase(steps, dice == 0);
        return Arb.From(useCase.ArrayOf(), Shorter);
    }

    private static IEnumerable<ModelUseCase[]> Shorter(ModelUseCase[] sequence) =>
        Enumerable.Range(0, sequence.Length).Select(left => sequence.Where((_, index) => index != left).ToArray());
}

public sealed class ModelOnSqlite(SqliteDatabase database) : ModelTests(database, sequences: 100), IClassFixture<SqliteDatabase>;

public sealed class ModelOnSqlServer(SqlServerDatabase database) : ModelTests(database, sequences: 10), IClassFixture<SqlServerDatabase>;
