namespace EmployerCrm.Core.Outbox;

/// <summary>When something that failed is tried again.</summary>
internal static class BackOff
{
    private const int Doublings = 20;

    public static TimeSpan Doubled(TimeSpan first, TimeSpan longest, int attempts)
    {
        var pause = first * Math.Pow(2, Math.Clamp(attempts - 1, 0, Doublings));
        return pause < longest ? pause : longest;
    }

    /// <summary>Not before the channel wants to be called again, and spread over a quarter more, so that what failed together does not come back together.</summary>
    /// <param name="spread">From 0 to 1.</param>
    public static TimeSpan Of(OutboxOptions options, int attempts, TimeSpan? after, double spread)
    {
        var pause = Doubled(options.FirstPause, options.LongestPause, attempts);
        return (after > pause ? after.Value : pause) * (1 + (spread / 4));
    }
}
