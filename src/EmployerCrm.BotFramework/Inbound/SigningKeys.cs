using System.Collections.Frozen;
using System.Text.Json;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;

namespace EmployerCrm.BotFramework;

/// <summary>
/// The callers' keys. Fetched once a day and when a token names a key that is not among them; the last good set stays in use while the
/// metadata address is down. Anybody can name unknown keys, so that cause has a budget: a few fetches at once, then one a minute.
/// </summary>
internal sealed class SigningKeys(
    IHttpClientFactory clients, IOptions<BotFrameworkOptions> options, TimeProvider time, BotMetrics metrics, ILogger<SigningKeys> logger) : IDisposable
{
    public const string HttpClientName = "EmployerCrm.BotFramework.Keys";

    private const int UnknownKeyBurst = 3;
    private static readonly TimeSpan UnknownKeyInterval = TimeSpan.FromMinutes(1);
    private static readonly TimeSpan RefreshInterval = TimeSpan.FromDays(1);
    private static readonly TimeSpan PauseAfterFailure = TimeSpan.FromSeconds(30);
    private static readonly TimeSpan PauseWithoutKeys = TimeSpan.FromSeconds(5);
    private static readonly JsonDocumentOptions Strict = new() { AllowDuplicateProperties = false };

    private readonly SemaphoreSlim _oneAtATime = new(1, 1);
    private volatile KeySet? _current;
    private DateTimeOffset _notBefore = DateTimeOffset.MinValue;
    private DateTimeOffset _unknownKeyBudget = DateTimeOffset.MinValue;

    /// <summary>False until the keys have been fetched once.</summary>
    public bool IsLoaded => _current is not null;

    /// <summary>Finds a key by its id; null when no such key is to be had now.</summary>
    public async ValueTask<SigningKey?> FindAsync(string keyId, CancellationToken cancellationToken)
    {
        var seen = _current;
        var known = seen?.Keys.GetValueOrDefault(keyId);
        if (known is not null && time.GetUtcNow() - seen!.FetchedAt < RefreshInterval)
        {
            return known;
        }

        // With a key that will do, only one caller waits for the daily refresh; without one, all who need it wait.
        if (!await _oneAtATime.WaitAsync(known is null ? Timeout.InfiniteTimeSpan : TimeSpan.Zero, cancellationToken))
        {
            return known;
        }

        try
        {
            if (ReferenceEquals(_current, seen) && MayFetch(seen, keyId))
            {
                await FetchAsync();
            }
        }
        finally
        {
            _oneAtATime.Release();
        }

        return _current?.Keys.GetValueOrDefault(keyId);
    }

    public void Dispose() => _oneAtATime.Dispose();

    private bool MayFetch(KeySet? current, string keyId)
    {
        var now = time.GetUtcNow();
        if (now < _notBefore)
        {
            return false;
        }

        if (current is null || now - current.FetchedAt >= RefreshInterval)
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

    // Not cancelled with the request that set it off: others wait for the same keys. The client's timeout ends it.
    private async Task FetchAsync()
    {
        try
        {
            var metadata = await GetAsync(new Uri(options.Value.OpenIdMetadata));
            if (!Uri.TryCreate(metadata.GetProperty("jwks_uri").GetString(), UriKind.Absolute, out var address) || !Addressing.IsHttpsOrLoopback(address))
            {
                throw new JsonException();
            }

            var keys = SigningKey.ReadSet(await GetAsync(address));
            if (keys.Count == 0)
            {
                throw new JsonException();
            }

            _current = new KeySet(keys, time.GetUtcNow());
            metrics.KeysFetched();
            logger.SigningKeysFetched(keys.Count);
        }
        catch (Exception exception) when (exception is HttpRequestException or JsonException or InvalidOperationException or KeyNotFoundException
            or OperationCanceledException)
        {
            _notBefore = time.GetUtcNow() + (_current is null ? PauseWithoutKeys : PauseAfterFailure);
            metrics.KeysNotFetched(exception);
            logger.SigningKeysUnavailable(exception.GetType().Name, _current is not null);
        }
    }

    private async Task<JsonElement> GetAsync(Uri address)
    {
        using var client = clients.CreateClient(HttpClientName);
        using var document = JsonDocument.Parse(await client.GetByteArrayAsync(address), Strict);
        return document.RootElement.Clone();
    }

    private sealed record KeySet(FrozenDictionary<string, SigningKey> Keys, DateTimeOffset FetchedAt);
}
