using System.Diagnostics;
using EmployerCrm.TestSupport;

namespace EmployerCrm.Benchmarks.Turns;

/// <summary>One of the programs that are compared, as a process of its own with a port of its own.</summary>
internal sealed class ServerProcess : IAsyncDisposable
{
    private static readonly TimeSpan LongestStart = TimeSpan.FromMinutes(1);
    private readonly Process _process;

    private ServerProcess(string program, IReadOnlyList<string> arguments, int port, IReadOnlyDictionary<string, string> settings, string folder)
    {
        Address = new Uri($"http://127.0.0.1:{port}/");
        Messages = new Uri(Address, "api/messages");
        // Its log goes nowhere, as cheaply as to a file: a pipe that nobody reads would stop it.
        _process = new Process { StartInfo = new ProcessStartInfo(program, arguments) { WorkingDirectory = folder, UseShellExecute = false, RedirectStandardOutput = true, RedirectStandardError = true } };
        foreach (var (name, value) in settings)
            _process.StartInfo.Environment[name] = value;
        _process.OutputDataReceived += (_, _) => { };
        _process.ErrorDataReceived += (_, line) => Console.Error.WriteLine(line.Data);
        _process.Start();
        _process.BeginOutputReadLine();
        _process.BeginErrorReadLine();
    }

    public Uri Address { get; }

    public Uri Messages { get; }

    /// <summary>Processor time used so far, of all its threads.</summary>
    public TimeSpan Cpu
    {
        get
        {
            _process.Refresh();
            return _process.TotalProcessorTime;
        }
    }

    public long WorkingSet
    {
        get
        {
            _process.Refresh();
            return _process.WorkingSet64;
        }
    }

    /// <summary>Starts a program and waits until it answers.</summary>
    /// <param name="arguments">Given the port.</param>
    public static async Task<ServerProcess> StartAsync(string program, Func<int, IReadOnlyList<string>> arguments, IReadOnlyDictionary<string, string> settings, string folder, string ready = "")
    {
        var port = Ports.Free();
        var server = new ServerProcess(program, arguments(port), port, settings, folder);
        try
        {
            await server.AnswersAsync(ready);
            return server;
        }
        catch
        {
            await server.DisposeAsync();
            throw;
        }
    }

    public async ValueTask DisposeAsync()
    {
        if (!_process.HasExited)
            _process.Kill(entireProcessTree: true);
        await _process.WaitForExitAsync();
        _process.Dispose();
    }

    private async Task AnswersAsync(string path)
    {
        using var client = new HttpClient();
        var start = Stopwatch.GetTimestamp();
        while (!await AnswersOnceAsync(client, new Uri(Address, path)))
        {
            if (_process.HasExited || Stopwatch.GetElapsedTime(start) > LongestStart)
                throw new InvalidOperationException($"{_process.StartInfo.FileName} {string.Join(' ', _process.StartInfo.ArgumentList)} does not answer.");
            await Task.Delay(50);
        }
    }

    private static async Task<bool> AnswersOnceAsync(HttpClient client, Uri address)
    {
        try
        {
            using var answer = await client.GetAsync(address);
            return answer.IsSuccessStatusCode;
        }
        catch (HttpRequestException)
        {
            return false;
        }
    }
}
