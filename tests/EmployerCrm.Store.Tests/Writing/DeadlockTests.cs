using EmployerCrm.Core.Visits;
using EmployerCrm.Store.Tests.Support;

namespace EmployerCrm.Store.Tests.Writing;

/// <summary>SQL Server may end one of two use cases that wait for each other; it is run again.</summary>
public sealed class DeadlockTests(SqlServerDatabase database) : IClassFixture<SqlServerDatabase>
{
    private static readonly DateOnly Week = new(2026, 11, 16);
    private static readonly WeekTally One = new() { All = 1 };

    [Fact]
    public async Task Two_use_cases_that_wait_for_each_other_both_come_through()
    {
        var store = database.Store;
        var rows = await Rows.StoredAsync(store, database.Ids);
        var (first, second) = (rows.Specialist.Id, rows.Colleague.Id);
        await CountAsync(first, second, Task.CompletedTask, new TaskCompletionSource());
        var (firstHolds, secondHolds) = (new TaskCompletionSource(), new TaskCompletionSource());
        await Task.WhenAll(
            CountAsync(first, second, secondHolds.Task, firstHolds),
            CountAsync(second, first, firstHolds.Task, secondHolds));
        foreach (var person in new[] { first, second })
            Assert.Equal(3, (await store.Read(session => session.Visits.WeekTallyAsync(person, Week))).All);
    }

    private Task CountAsync(Guid own, Guid others, Task otherHolds, TaskCompletionSource holds) => database.Store.Write(async session =>
    {
        await session.Visits.CountAsync(own, Week, One);
        holds.TrySetResult();
        await otherHolds;
        await session.Visits.CountAsync(others, Week, One);
    });
}
