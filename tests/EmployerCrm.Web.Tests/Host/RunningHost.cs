using System.Collections.Concurrent;
using EmployerCrm.Web.Hosting;
using Microsoft.AspNetCore.Builder;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace EmployerCrm.Web.Tests.Host;

/// <summary>The whole host on a free port of this machine, with a database of its own.</summary>
internal sealed class RunningHost : IAsyncDisposable
{
    private readonly TemporaryFolder _folder;
    private readonly WebApplication _app;

    private RunningHost(TemporaryFolder folder, WebApplication app, Lines log)
    {
        (_folder, _app, Log) = (folder, app, log);
        Client = new HttpClient { BaseAddress = new Uri(app.Urls.Single()) };
    }

    public HttpClient Client { get; }

    public IServiceProvider Services => _app.Services;

    public string Database => _folder.Database;

    public Lines Log { get; }

    public static Task<RunningHost> StartAsync(CancellationToken cancellationToken) => StartAsync("Development", [], cancellationToken);

    public static async Task<RunningHost> StartAsync(string environment, string[] settings, CancellationToken cancellationToken, Action<WebApplication>? map = null, Action<IServiceCollection>? replace = null)
    {
        var folder = new TemporaryFolder();
        string[] all = ["--Logging:Console:LogLevel:Default=None", "--Jobs:Enabled=false", "--Jobs:LookEvery=00:00:00.2", $"--environment={environment}", "--urls=http://127.0.0.1:0", $"--ConnectionStrings:Crm={folder.Database}", .. settings];
        try
        {
            var app = await CrmHost.BuildAsync(all, cancellationToken, replace);
            var log = new Lines();
            app.Services.GetRequiredService<ILoggerFactory>().AddProvider(log);
            map?.Invoke(app);
            await app.StartAsync(cancellationToken);
            return new RunningHost(folder, app, log);
        }
        catch
        {
            folder.Dispose();
            throw;
        }
    }

    public async ValueTask DisposeAsync()
    {
        Client.Dispose();
        await _app.StopAsync(CancellationToken.None);
        await _app.DisposeAsync();
        _folder.Dispose();
    }

    /// <summary>What the host wrote to its log.</summary>
    internal sealed class Lines : ILoggerProvider, ILogger
    {
        private readonly ConcurrentQueue<string> _lines = new();

        public string Text => string.Join('\n', _lines);

        public ILogger CreateLogger(string categoryName) => this;

        public IDisposable? BeginScope<TState>(TState state)
            where TState : notnull => null;

        public bool IsEnabled(LogLevel logLevel) => true;

        public void Log<TState>(LogLevel logLevel, EventId eventId, TState state, Exception? exception, Func<TState, Exception?, string> formatter) =>
            _lines.Enqueue(formatter(state, exception) + exception);

        public void Dispose()
        {
        }
    }
}
