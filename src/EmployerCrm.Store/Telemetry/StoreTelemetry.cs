using System.Diagnostics;

namespace EmployerCrm.Store;

/// <summary>The names under which the store can be measured and traced, all in this one place. Tags hold kinds only, nothing of what is stored.</summary>
public static class StoreTelemetry
{
    /// <summary>The name of the meter and of the activity source.</summary>
    public const string Name = "EmployerCrm.Store";

    public const string WriteDuration = "employercrm.store.write.duration";
    public const string CommitSize = "employercrm.store.commit.size";
    public const string QueueLength = "employercrm.store.queue.length";
    public const string Deadlocks = "employercrm.store.deadlocks";

    /// <summary>The span around one use case, from its place in the queue to its commit.</summary>
    public const string WriteSpan = "store.write";

    internal const string ErrorTypeTag = "error.type";

    internal static readonly ActivitySource Source = new(Name);
}
