using Microsoft.Extensions.Logging;

namespace EmployerCrm.BotFramework;

/// <summary>
/// Keeps one token and renews it in the background at half its life, so that no turn waits for the authority. One request at a time; while the
/// authority is down the last token serves until its end, and pauses between requests grow to a minute.
/// </summary>
internal sealed class TokenCache : ITokenSource, IDisposable
{
    /// <summary>A turn waits for a renewal only when less than this is left.</summary>
    private static readonly TimeSpan GoodFor = TimeSpan.FromMinutes(5);
    private static readonly TimeSpan FirstPause = TimeSpan.FromSeconds(1);
    private static readonly TimeSpan LongestPause = TimeSpan.FromMinutes(1);

    /// <summary>A connector that refuses every token must not make us ask for one with every call.</summary>
    private static readonly TimeSpan BetweenRefusals = TimeSpan.FromSeconds(30);

    private readonly ITokenIssuer _issuer;
    private readonly TimeProvider _time;
    private readonly ILogger<TokenCache> _logger;
    private readonly ITimer _renewal;
    private readonly Lock _lock = new();
    private Held? _held;
    private Task<Outcome>? _underWay;
    private TokenUnavailableException? _failure;
    private TimeSpan _pause;
    private DateTimeOffset _notBefore = DateTimeOffset.MinValue;
    private DateTimeOffset _refusalsFrom = DateTimeOffset.MinValue;

    public TokenCache(ITokenIssuer issuer, TimeProvider time, ILogger<TokenCache> logger)
    {
        (_issuer, _time, _logger) = (issuer, time, logger);
        _renewal = time.CreateTimer(_ => RenewAhead(), null, Timeout.InfiniteTimeSpan, Timeout.InfiniteTimeSpan);
    }

    public ValueTask<string?> GetTokenAsync(string? refused, CancellationToken cancellationToken)
    {
        var now = _time.GetUtcNow();
        lock (_lock)
        {
            var held = _held is { } token && token.EndsAt > now ? token.Text : null;
            if (held is not null && held == refused)
            {
                if (now < _refusalsFrom)
                    return new ValueTask<string?>(held);
                _refusalsFrom = now + BetweenRefusals;
            }
            else if (held is not null && _held!.EndsAt - now > GoodFor)
            {
                return new ValueTask<string?>(held);
            }

            return _underWay is null && now < _notBefore
                ? new ValueTask<string?>(held ?? throw new TokenUnavailableException(_failure!.ErrorCode, _failure))
                : new ValueTask<string?>(WaitAsync(Renew(), held, cancellationToken));
        }
    }

    public void Dispose() => _renewal.Dispose();

    private static async Task<string?> WaitAsync(Task<Outcome> renewal, string? held, CancellationToken cancellationToken)
    {
        var outcome = await renewal.WaitAsync(cancellationToken);
        return outcome.Token ?? held ?? throw new TokenUnavailableException(outcome.Failure!.ErrorCode, outcome.Failure);
    }

    private void RenewAhead()
    {
        lock (_lock)
        {
            _ = Renew();
        }
    }

    // Under the lock. The request is its own: a caller that hangs up must not call it off for the others.
    private Task<Outcome> Renew() => _underWay ??= Task.Run(RenewAsync, CancellationToken.None);

    private async Task<Outcome> RenewAsync()
    {
        try
        {
            var issued = await _issuer.IssueAsync(CancellationToken.None);
            lock (_lock)
            {
                _held = new Held(issued.Text, _time.GetUtcNow() + issued.Life);
                (_underWay, _failure, _pause, _notBefore) = (null, null, TimeSpan.Zero, DateTimeOffset.MinValue);
                _renewal.Change(issued.Life / 2, Timeout.InfiniteTimeSpan);
                return new Outcome(issued.Text, null);
            }
        }
        catch (Exception exception)
        {
            var failure = exception as TokenUnavailableException ?? new TokenUnavailableException(exception.GetType().Name, exception);
            lock (_lock)
            {
                _pause = _pause == TimeSpan.Zero ? FirstPause : _pause * 2 > LongestPause ? LongestPause : _pause * 2;
                (_underWay, _failure, _notBefore) = (null, failure, _time.GetUtcNow() + _pause);
                _renewal.Change(_pause, Timeout.InfiniteTimeSpan);
                _logger.TokenUnavailable(failure.ErrorCode, _pause, _held?.EndsAt > _time.GetUtcNow());
            }

            return new Outcome(null, failure);
        }
    }

    private sealed record Held(string Text, DateTimeOffset EndsAt);

    private sealed record Outcome(string? Token, TokenUnavailableException? Failure);
}
