using System.Globalization;
using Microsoft.AspNetCore.Http;

namespace EmployerCrm.TestSupport;

/// <summary>How the test connector behaves for one call.</summary>
public sealed class ConnectorAnswer
{
    private ConnectorAnswer(Func<HttpContext, string, Task> writeAsync) => WriteAsync = writeAsync;

    /// <summary>Takes the request and the id that a delivered message gets.</summary>
    internal Func<HttpContext, string, Task> WriteAsync { get; }

    /// <summary>Whether the message counts as delivered, as the person would see it.</summary>
    internal bool IsDelivered { get; private init; }

    /// <summary>Whether it is decided before the body is read.</summary>
    internal bool IgnoresBody { get; private init; }

    /// <summary>Whether the caller is made to wait.</summary>
    internal bool Hangs { get; private init; }

    /// <summary>What it is, for those who read the calls.</summary>
    public string Name { get; private init; } = "";

    /// <summary>201 (or 200) with the id: the usual answer.</summary>
    public static ConnectorAnswer Ok { get; } = new(async (context, id) =>
    {
        context.Response.StatusCode = HttpMethods.IsPost(context.Request.Method) ? 201 : 200;
        context.Response.ContentType = "application/json";
        await context.Response.WriteAsync($$"""{"id":"{{id}}"}""");
    })
    { IsDelivered = true, Name = "ok" };

    /// <summary>The connection is cut before anything is answered.</summary>
    public static ConnectorAnswer Drop { get; } = new((context, _) =>
    {
        context.Abort();
        return Task.CompletedTask;
    })
    { Name = "drop" };

    /// <summary>The connection is cut before the message is read.</summary>
    public static ConnectorAnswer DropUnread { get; } = new(Drop.WriteAsync) { Name = "drop unread", IgnoresBody = true };

    /// <summary>The message is taken, but the answer breaks off in the middle.</summary>
    public static ConnectorAnswer Half { get; } = new(async (context, _) =>
    {
        context.Response.StatusCode = 201;
        context.Response.ContentLength = 100;
        // The server notices that more was promised, and closes the connection after what was written has gone out.
        await context.Response.WriteAsync("{\"id\":\"");
    })
    { IsDelivered = true, Name = "half" };

    /// <summary>The message is taken without naming an id, as Teams does with text and attachments in one.</summary>
    public static ConnectorAnswer NoId { get; } = new((context, _) =>
    {
        context.Response.StatusCode = 202;
        return Task.CompletedTask;
    })
    { IsDelivered = true, Name = "no id" };

    public static ConnectorAnswer Status(int status, string? errorCode = null, TimeSpan? retryAfter = null) => new(async (context, _) =>
    {
        context.Response.StatusCode = status;
        if (retryAfter is { } wait)
        {
            context.Response.Headers.RetryAfter = wait.TotalSeconds.ToString(CultureInfo.InvariantCulture);
        }

        if (errorCode is not null)
        {
            context.Response.ContentType = "application/json";
            await context.Response.WriteAsync($$$"""{"error":{"code":"{{{errorCode}}}","message":"refused"}}""");
        }
    })
    { Name = status.ToString(CultureInfo.InvariantCulture) };

    /// <summary>Points to another address, which an honest connector never does.</summary>
    public static ConnectorAnswer Redirect(string address) => new((context, _) =>
    {
        context.Response.StatusCode = 307;
        context.Response.Headers.Location = address;
        return Task.CompletedTask;
    });

    /// <summary>Says nothing and takes nothing until the caller is gone.</summary>
    public static ConnectorAnswer Silence { get; } = new(async (context, _) =>
    {
        var gone = new TaskCompletionSource();
        await using var registration = context.RequestAborted.Register(gone.SetResult);
        await gone.Task;
    })
    { Hangs = true, Name = "silence" };

    /// <summary>Takes the message, and answers only when <paramref name="signal"/> ends.</summary>
    public static ConnectorAnswer After(Task signal) => new(async (context, id) =>
    {
        await signal.WaitAsync(context.RequestAborted);
        await Ok.WriteAsync(context, id);
    })
    { IsDelivered = true, Hangs = true, Name = "late" };

    /// <summary>Takes the message, and answers only after a while by <paramref name="clock"/>.</summary>
    public static ConnectorAnswer Late(TimeProvider clock, TimeSpan wait) => new(async (context, id) =>
    {
        await Task.Delay(wait, clock, context.RequestAborted);
        await Ok.WriteAsync(context, id);
    })
    { IsDelivered = true, Hangs = true, Name = "late" };
}
