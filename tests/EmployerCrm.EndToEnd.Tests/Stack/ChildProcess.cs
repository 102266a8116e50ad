using System.Collections.Concurrent;
using System.Diagnostics;
using System.Globalization;

namespace EmployerCrm.EndToEnd.Tests.Stack;

/// <summary>A program that the tests start, wait for and end; what it wrote is shown when it does not do what it should.</summary>
internal sealed class ChildProcess : IAsyncDisposable
{
    private static readonly TimeSpan LongestStart = TimeSpan.FromMinutes(1);
    private static readonly TimeSpan BetweenLooks = TimeSpan.FromMilliseconds(50);
    private readonly ConcurrentQueue<string> _output = new();
    private readonly string _name;
    private readonly Process _process;

    public ChildProcess(string name, string program, IEnumerable<string> arguments, string folder, IReadOnlyDictionary<string, string> settings)
    {
        _name = name;
        _process = new Process
        {
            StartInfo = new ProcessStartInfo(program, arguments)
            {
                WorkingDirectory = folder,
                UseShellExecute = false,
                RedirectStandardInput = true,
                RedirectStandardOutput = true,
                RedirectStandardError = true,
            },
        };
        foreach (var (key, value) in settings)
        {
            _process.StartInfo.Environment[key] = value;
        }

        _process.OutputDataReceived += (_, line) => Keep(line.Data);
        _process.ErrorDataReceived += (_, line) => Keep(line.Data);
        _process.Start();
        _process.StandardInput.Close();
        _process.BeginOutputReadLine();
        _process.BeginErrorReadLine();
    }

    public int Id => _process.Id;

    public long WorkingSet
    {
        get
        {
            _process.Refresh();
            return _process.WorkingSet64;
        }
    }

    public string Output => string.Join('\n', _output);

    /// <summary>Waits until the program has ended by itself, and fails unless it ended well.</summary>
    public async Task SucceedAsync(CancellationToken cancellationToken)
    {
        await _process.WaitForExitAsync(cancellationToken);
        Assert.True(_process.ExitCode == 0, $"{_name} ended with {_process.ExitCode}:\n{Output}");
    }

    /// <summary>Waits until the program has ended by itself, fails if it ended well, and returns what it wrote.</summary>
    public async Task<string> FailAsync(CancellationToken cancellationToken)
    {
        await _process.WaitForExitAsync(cancellationToken);
        Assert.True(_process.ExitCode != 0, $"{_name} ended as if all were well:\n{Output}");
        return Output;
    }

    /// <summary>Waits until it has written the text.</summary>
    public async Task SayAsync(string text, TimeSpan longest, CancellationToken cancellationToken)
    {
        using var limit = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        limit.CancelAfter(longest);
        while (!Output.Contains(text, StringComparison.Ordinal))
        {
            Assert.False(_process.HasExited, $"{_name} ended before it said \"{text}\":\n{Output}");
            Assert.False(limit.IsCancellationRequested, $"{_name} has not said \"{text}\":\n{Output}");
            await Task.Delay(BetweenLooks, cancellationToken);
        }
    }

    /// <summary>Waits until the address answers well.</summary>
    public async Task AnswerAsync(Uri address, CancellationToken cancellationToken)
    {
        using var client = new HttpClient();
        using var limit = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        limit.CancelAfter(LongestStart);
        while (!await AnswersAsync(client, address, limit.Token))
        {
            Assert.False(_process.HasExited, $"{_name} ended before it answered:\n{Output}");
            Assert.False(limit.IsCancellationRequested, $"{_name} does not answer at {address}:\n{Output}");
            await Task.Delay(BetweenLooks, cancellationToken);
        }
    }

    /// <summary>Lets it stand still in the middle of whatever it does (SIGSTOP), until <see cref="ThawAsync"/>: as a virtual machine that is paused.</summary>
    public Task FreezeAsync() => SignalAsync("-STOP");

    public Task ThawAsync() => SignalAsync("-CONT");

    /// <summary>Ends it as a power cut would (SIGKILL): nothing is saved, nothing is said.</summary>
    public async Task KillAsync()
    {
        if (!_process.HasExited)
        {
            _process.Kill(entireProcessTree: true);
        }

        await _process.WaitForExitAsync(CancellationToken.None);
    }

    public async ValueTask DisposeAsync()
    {
        await KillAsync();
        _process.Dispose();
    }

    private static async Task<bool> AnswersAsync(HttpClient client, Uri address, CancellationToken cancellationToken)
    {
        try
        {
            using var answer = await client.GetAsync(address, cancellationToken);
            return answer.IsSuccessStatusCode;
        }
        catch (Exception exception) when (exception is HttpRequestException or OperationCanceledException)
        {
            return false;
        }
    }

    private async Task SignalAsync(string signal)
    {
        using var kill = Process.Start("kill", [signal, Id.ToString(CultureInfo.InvariantCulture)]);
        await kill.WaitForExitAsync(CancellationToken.None);
        Assert.Equal(0, kill.ExitCode);
    }

    private void Keep(string? line)
    {
        if (line is not null)
        {
            _output.Enqueue(line);
        }
    }
}
