using System.Collections.Frozen;
using Microsoft.Extensions.Logging;

namespace EmployerCrm.BotFramework;

/// <summary>
/// The callers' keys. Renewed ahead of a day and when a token names a key that is not among them; the last good set stays in use while
/// they cannot be had. Anybody can name unknown keys, so that cause has a budget: a few fetches at once, then one a minute.
/// </summary>
internal sealed class SigningKeys(SigningKeyDownload download, TimeProvider time, BotMetrics metrics, ILogger<SigningKeys> logger)
{
    private const int UnknownKeyBurst = 3;
    private static readonly TimeSpan UnknownKeyInterval = TimeSpan.FromMinutes(1);
    private static readonly TimeSpan RenewAfter = TimeSpan.FromHours(23);
    private static readonly TimeSpan RequireRenewalAfter = TimeSpan.FromDays(1);
    private static readonly TimeSpan PauseAfterFailure = TimeSpan.FromSeconds(30);
    private static readonly TimeSpan PauseWithoutKeys = TimeSpan.FromSeconds(5);

    private readonly Lock _lock = new();
    private volatile KeySet? _current;
    private volatile bool _lastFetchFailed;
    private Task _fetch = Task.CompletedTask;
    private DateTimeOffset _notBefore = DateTimeOffset.MinValue;
    private DateTimeOffset _unknownKeyBudget = DateTimeOffset.MinValue;

    /// <summary>False until the keys have been fetched once.</summary>
    public bool IsLoaded => _current is not null;

    /// <summary>Whether callers wait for a fetch whichever key they name.</summary>
    public bool AllMustWait => _current is not { } current || (!_lastFetchFailed && time.GetUtcNow() - current.FetchedAt >= RequireRenewalAfter);

    /// <summary>Finds a key by its id; null when no such key is to be had now. A key that is fetched again is another object.</summary>
    public async ValueTask<SigningKey?> FindAsync(string keyId, CancellationToken cancellationToken)
    {
        var seen = _current;
        var known = seen?.Keys.GetValueOrDefault(keyId);
        var age = seen is null ? TimeSpan.MaxValue : time.GetUtcNow() - seen.FetchedAt;
        if (known is not null && age < RenewAfter)
        {
            return known;
        }

        var fetch = FetchIfDue(seen, keyId);

        // With a key that will do, nobody waits for the renewal: it would let later messages of the same person overtake. Only a set so old
        // that a key may have been withdrawn long ago is waited for, and even then not while the metadata cannot be had.
        if (known is not null && (age < RequireRenewalAfter || _lastFetchFailed))
        {
            return known;
        }

        await fetch.WaitAsync(cancellationToken);
        return _current?.Keys.GetValueOrDefault(keyId);
    }

    /// <summary>One fetch serves all who ask meanwhile.</summary>
    private Task FetchIfDue(KeySet? seen, string keyId)
    {
        lock (_lock)
        {
            if (_fetch.IsCompleted && ReferenceEquals(_current, seen) && MayFetch(seen, keyId))
            {
                _fetch = FetchAsync();
            }

            return _fetch;
        }
    }

    private bool MayFetch(KeySet? current, string keyId)
    {
        var now = time.GetUtcNow();
        if (now < _notBefore)
        {
            return false;
        }

        if (current is null || now - current.FetchedAt >= RenewAfter)
        {
            return true;
        }

        return !current.Keys.ContainsKey(keyId) && TakeUnknownKeyFetch(now);
    }

    // Each fetch pushes the budget's end a minute further from now; three minutes of debt are the most there may be.
    private bool TakeUnknownKeyFetch(DateTimeOffset now)
    {
        var paidUntil = (_unknownKeyBudget > now ? _unknownKeyBudget : now) + UnknownKeyInterval;
        if (paidUntil - now > UnknownKeyBurst * UnknownKeyInterval)
        {
            return false;
        }

        _unknownKeyBudget = paidUntil;
        return true;
    }

    // Not cancelled with the request that set it off: others wait for the same keys. It has its own limit of time.
    private async Task FetchAsync()
    {
        // The caller holds the lock.
        await Task.CompletedTask.ConfigureAwait(ConfigureAwaitOptions.ForceYielding);
        try
        {
            _current = new KeySet(await download.FetchAsync(), time.GetUtcNow());
            _lastFetchFailed = false;
            metrics.KeysFetched();
            logger.SigningKeysFetched(_current.Keys.Count);
        }
        catch (Exception exception)
        {
            lock (_lock)
            {
                _notBefore = time.GetUtcNow() + (_current is null ? PauseWithoutKeys : PauseAfterFailure);
                _lastFetchFailed = true;
            }

            metrics.KeysNotFetched(exception);
            logger.SigningKeysUnavailable(exception.GetType().Name, _current is not null);
        }
    }

    private sealed record KeySet(FrozenDictionary<string, SigningKey> Keys, DateTimeOffset FetchedAt);
}
