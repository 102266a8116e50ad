namespace EmployerCrm.Core.People;

/// <summary>Which sessions of the pages were ended by signing out, so that a copy of their cookie opens nothing. Anybody may end the one they have.</summary>
public sealed class WebSessions(ICrmStore store, TimeProvider clock)
{
    /// <summary>Ends a session.</summary>
    /// <param name="longest">After which time every session has ended by itself, and this one can be forgotten.</param>
    public Task EndAsync(Guid sessionId, TimeSpan longest, CancellationToken cancellationToken)
    {
        var now = clock.GetUtcNow();
        return store.WriteAsync(
            async session =>
            {
                await session.People.ForgetEndedSessionsAsync(now);
                if (!await session.People.HasSessionEndedAsync(sessionId))
                    await session.People.EndSessionAsync(sessionId, now + longest);
                return true;
            },
            cancellationToken);
    }

    public async Task<bool> HasEndedAsync(Guid sessionId, CancellationToken cancellationToken) =>
        await store.ReadAsync(session => session.People.HasSessionEndedAsync(sessionId), cancellationToken);
}
