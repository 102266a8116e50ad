using EmployerCrm.Core;
using EmployerCrm.Core.Visits;
using EmployerCrm.Store.Rebuild;
using EmployerCrm.Store.Tests.Support;
using FsCheck;
using FsCheck.Fluent;

namespace EmployerCrm.Store.Tests.Visits;

/// <summary>Whatever is done with visits, the counts kept in the turns are those of the visits, and all of it can be taken back.</summary>
public abstract class VisitSequenceTests(TestDatabase database, int sequences)
{
    private int _held;

    [Fact]
    public async Task Any_sequence_keeps_the_counts_right_and_can_be_undone_to_the_first_step()
    {
        database.SkipUnlessAvailable();
        await Task.Run(() => Check.One(Config.QuickThrowOnFailure.WithMaxTest(sequences), Prop.ForAll(Sequences(), RunAsync)), TestContext.Current.CancellationToken);
        Assert.True(_held > sequences);
    }

    private async Task RunAsync(VisitStep[] steps)
    {
        var desk = await Desk.OpenAsync(database);
        var employers = await EmployersAsync(desk);
        var visits = new List<Guid>();
        foreach (var step in steps)
        {
            desk.Later(TimeSpan.FromMinutes(1));
            await step.DoAsync(desk, employers, visits);
        }

        await CountsAreRightAsync(desk, employers);
        foreach (var visit in visits)
        {
            if ((await desk.VisitAsync(visit))?.State == VisitState.Held)
                Interlocked.Increment(ref _held);
        }

        while ((await desk.TryUndoAsync(null)) is var undone && undone.Refusal?.Reason != RefusalReason.NothingToUndo)
        {
            desk.Later(TimeSpan.FromMinutes(1));
            Assert.Null(undone.Refusal);
        }

        await CountsAreRightAsync(desk, employers);
        foreach (var visit in visits)
            Assert.Null(await desk.VisitAsync(visit));
        Assert.Empty(await desk.ReadAsync(session => session.FollowUps.OpenOfOwnerAsync(desk.Rows.Specialist.Id, null)));
        foreach (var employer in employers)
        {
            Assert.Empty(await desk.ReadAsync(session => session.Employers.ActivityAsync(employer)));
            Assert.Equal(1, (await desk.ReadAsync(session => session.Engagement.StandingAsync(employer)))!.Level);
        }
    }

    private static async Task<IReadOnlyList<Guid>> EmployersAsync(Desk desk)
    {
        var other = desk.Rows.EmployerNamed("Two Rivers");
        await desk.WriteAsync(session => session.Employers.AddAsync(other));
        return [desk.Rows.Employer.Id, other.Id];
    }

    private static async Task CountsAreRightAsync(Desk desk, IReadOnlyList<Guid> employers)
    {
        var specialist = desk.Rows.Specialist.Id;
        Assert.Empty(await desk.WriteAsync(session => new WeeklyCountRebuild(((CrmSession)session).Sql).RunAsync(specialist)));
        Assert.Empty(await desk.WriteAsync(session => new ActivityRebuild(((CrmSession)session).Sql).RunAsync(specialist)));
        Assert.Empty(await desk.WriteAsync(session => new SummaryRebuild(((CrmSession)session).Sql).RunAsync([.. employers])));
        Assert.Empty(await desk.WriteAsync(session => new EvidenceRebuild((CrmSession)session, desk.Fidelity.Engagement).RunAsync([.. employers])));
        Assert.Empty(await desk.WriteAsync(session => new LevelRebuild((CrmSession)session, new LevelsAsOf(desk.Fidelity.Engagement, Rows.Now)).RunAsync([.. employers])));
    }

    private static Arbitrary<VisitStep[]> Sequences()
    {
        var step =
            from act in Gen.Frequency((2, Gen.Constant(VisitAct.Log)), (1, Gen.Constant(VisitAct.Plan)), (5, Gen.Elements(Enum.GetValues<VisitAct>())))
            from which in Gen.Choose(0, 9)
            from how in Gen.Choose(0, 29)
            select new VisitStep(act, which, how);
        return Arb.From(
            from length in Gen.Choose(3, 16) from steps in step.ArrayOf(length) select steps,
            steps => Enumerable.Range(0, steps.Length).Select(left => steps.Where((_, index) => index != left).ToArray()));
    }
}

public sealed class VisitSequenceOnSqlite(SqliteDatabase database) : VisitSequenceTests(database, sequences: 120), IClassFixture<SqliteDatabase>;

public sealed class VisitSequenceOnSqlServer(SqlServerDatabase database) : VisitSequenceTests(database, sequences: 8), IClassFixture<SqlServerDatabase>;
