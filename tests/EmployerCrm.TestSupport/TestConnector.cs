using System.Collections.Concurrent;
using System.Globalization;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;

namespace EmployerCrm.TestSupport;

/// <summary>
/// Plays the channel's service over HTTP: takes replies, messages, updates and deletions, gives ids, and keeps what it saw. Paths and
/// methods that the real one does not have are answered 404 and kept in <see cref="Strays"/>.
/// </summary>
public sealed class TestConnector : IAsyncDisposable
{
    private readonly ConcurrentQueue<ConnectorAnswer> _answers = new();
    private readonly Lock _lock = new();
    private readonly List<ConnectorCall> _calls = [];
    private readonly List<string> _strays = [];
    private readonly List<(Func<IReadOnlyList<ConnectorCall>, bool> Condition, TaskCompletionSource Met)> _waiters = [];
    private WebApplication? _server;
    private int _messages;
    private int _hanging;
    private int _underWay;

    private TestConnector()
    {
    }

    /// <summary>The <c>serviceUrl</c> to put in activities; it has a path and ends with a slash, as those of Teams do.</summary>
    public string ServiceUrl { get; private set; } = "";

    /// <summary>When set, any other token is answered 401.</summary>
    public string? RequiredToken { get; set; }

    /// <summary>When set, this token is answered 401, as after it was revoked.</summary>
    public string? RefusedToken { get; set; }

    /// <summary>What is answered when nothing is planned.</summary>
    public Func<ConnectorAnswer> Otherwise { get; set; } = () => ConnectorAnswer.Ok;

    /// <summary>Requests that are being answered now.</summary>
    public int UnderWay => _underWay;

    /// <summary>Callers that are made to wait now.</summary>
    public int Hanging => _hanging;

    /// <summary>Every call so far, in order.</summary>
    public IReadOnlyList<ConnectorCall> Calls
    {
        get
        {
            lock (_lock)
            {
                return [.. _calls];
            }
        }
    }

    /// <summary>Requests that are none of the connector's.</summary>
    public IReadOnlyList<string> Strays
    {
        get
        {
            lock (_lock)
            {
                return [.. _strays];
            }
        }
    }

    public static async Task<TestConnector> StartAsync()
    {
        var connector = new TestConnector();
        (connector._server, var url) = await TestServer.StartAsync(server => server.Run(connector.CountAsync));
        connector.ServiceUrl = url + "/teams/";
        return connector;
    }

    /// <summary>The answers to the next calls, one each; after them all is well again.</summary>
    public void AnswerNext(params ReadOnlySpan<ConnectorAnswer> answers)
    {
        foreach (var answer in answers)
        {
            _answers.Enqueue(answer);
        }
    }

    /// <summary>Waits until so many calls were made, and returns the last of them.</summary>
    public async Task<ConnectorCall> CallAsync(int number, CancellationToken cancellationToken)
    {
        await WaitAsync(calls => calls.Count >= number, cancellationToken);
        return Calls[number - 1];
    }

    /// <summary>Waits until what was called fits.</summary>
    public Task WaitAsync(Func<IReadOnlyList<ConnectorCall>, bool> condition, CancellationToken cancellationToken)
    {
        lock (_lock)
        {
            if (condition(_calls))
            {
                return Task.CompletedTask;
            }

            var met = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
            _waiters.Add((condition, met));
            return met.Task.WaitAsync(cancellationToken);
        }
    }

    public async ValueTask DisposeAsync()
    {
        if (_server is not null)
        {
            await _server.DisposeAsync();
        }
    }

    private async Task CountAsync(HttpContext context)
    {
        Interlocked.Increment(ref _underWay);
        try
        {
            await HandleAsync(context);
        }
        finally
        {
            Interlocked.Decrement(ref _underWay);
        }
    }

    private async Task HandleAsync(HttpContext context)
    {
        // The target as it was sent: what the server makes of %2F is not what is tested.
        var path = context.Features.Get<Microsoft.AspNetCore.Http.Features.IHttpRequestFeature>()!.RawTarget;
        if (path.Split('/') is not ["", "teams", "v3", "conversations", var conversation, "activities", .. { Length: <= 1 } rest]
            || !IsAllowed(context.Request.Method, rest.Length == 1))
        {
            lock (_lock)
            {
                _strays.Add(context.Request.Method + " " + path);
            }

            context.Response.StatusCode = 404;
            return;
        }

        var authorization = context.Request.Headers.Authorization.ToString();
        var token = authorization.StartsWith("Bearer ", StringComparison.Ordinal) ? authorization["Bearer ".Length..] : null;
        var answer = (RequiredToken is { } required && token != required) || (RefusedToken is { } refused && token == refused) ? ConnectorAnswer.Status(401)
            : _answers.TryDequeue(out var planned) ? planned : Otherwise();
        using var reader = new StreamReader(context.Request.Body);
        var body = answer.IgnoresBody ? "" : await reader.ReadToEndAsync();
        var activityId = rest.Length == 1 ? Uri.UnescapeDataString(rest[0]) : null;
        var id = HttpMethods.IsPost(context.Request.Method)
            ? "sent-" + Interlocked.Increment(ref _messages).ToString(CultureInfo.InvariantCulture)
            : activityId!;
        Record(new ConnectorCall(context.Request.Method, path, Uri.UnescapeDataString(conversation), activityId, token, body, id, answer.IsDelivered, answer.Name));
        if (!answer.Hangs)
        {
            await answer.WriteAsync(context, id);
            return;
        }

        Interlocked.Increment(ref _hanging);
        try
        {
            await answer.WriteAsync(context, id);
        }
        finally
        {
            Interlocked.Decrement(ref _hanging);
        }
    }

    private static bool IsAllowed(string method, bool hasActivity) =>
        HttpMethods.IsPost(method) || (hasActivity && (HttpMethods.IsPut(method) || HttpMethods.IsDelete(method)));

    private void Record(ConnectorCall call)
    {
        lock (_lock)
        {
            _calls.Add(call);
            foreach (var waiter in _waiters.FindAll(waiter => waiter.Condition(_calls)))
            {
                _waiters.Remove(waiter);
                waiter.Met.SetResult();
            }
        }
    }
}
