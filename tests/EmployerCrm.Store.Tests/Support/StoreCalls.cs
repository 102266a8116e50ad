using EmployerCrm.Core;
using EmployerCrm.Core.Engagement;
using EmployerCrm.Store.Rebuild;

namespace EmployerCrm.Store.Tests.Support;

internal static class StoreCalls
{
    /// <summary>Reads with the test's token.</summary>
    public static Task<T> Read<T>(this CrmStore store, Func<ICrmSession, Task<T>> body) => store.ReadAsync(body, TestContext.Current.CancellationToken);

    /// <summary>Writes with the test's token.</summary>
    public static Task<T> Write<T>(this CrmStore store, Func<ICrmSession, Task<T>> body) => store.WriteAsync(body, TestContext.Current.CancellationToken);

    /// <summary>Rebuilds as of the day on which the rows of the tests are written.</summary>
    internal static Task<IReadOnlyList<string>> RebuildAsync(this CrmStore store) =>
        Rebuilder.RunAsync(store, new LevelsAsOf(new EngagementOptions(), Rows.Now), TestContext.Current.CancellationToken);

    public static Task Write(this CrmStore store, Func<ICrmSession, Task> body) => store.Write(async session =>
    {
        await body(session);
        return true;
    });
}
