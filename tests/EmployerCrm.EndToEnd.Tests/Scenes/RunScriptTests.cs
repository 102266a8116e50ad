using System.Globalization;
using EmployerCrm.EndToEnd.Tests.Stack;
using EmployerCrm.TestSupport;

namespace EmployerCrm.EndToEnd.Tests.Scenes;

/// <summary>What somebody does who has just cloned the repository: <c>./run</c>, look at both addresses, Ctrl-C.</summary>
[Collection(nameof(Alone))]
public sealed class RunScriptTests
{
    /// <summary>A newcomer waits less than a minute; a machine that builds other things meanwhile takes longer.</summary>
    private static readonly TimeSpan LongestStart = TimeSpan.FromMinutes(10);

    [Fact]
    public async Task One_command_starts_app_and_chat_and_Ctrl_C_stops_both()
    {
        Assert.SkipUnless(Machine.IsContinuousIntegration || Machine.RunsLongTests, "Builds the Release configuration; set EMPLOYERCRM_TEST_LONG=1 to run it.");
        Assert.SkipWhen(OperatingSystem.IsWindows(), "./run is a bash script.");
        Machine.NeedsNode();
        var cancellationToken = TestContext.Current.CancellationToken;
        await NodePackages.InstalledAsync(cancellationToken);
        var data = Directory.CreateTempSubdirectory("employercrm run;");
        var (port, chatPort) = (Ports.Free(), Ports.Free());
        await using (var run = Run(data.FullName, port, chatPort))
        {
            await run.SayAsync("Ctrl-C stops everything.", LongestStart, cancellationToken);
            Assert.Contains($"http://localhost:{port}", run.Output, StringComparison.Ordinal);
            Assert.Contains($"http://localhost:{chatPort}", run.Output, StringComparison.Ordinal);
            await run.AnswerAsync(new Uri($"http://localhost:{port}/healthz/ready"), cancellationToken);
            await run.AnswerAsync(new Uri($"http://localhost:{chatPort}/"), cancellationToken);
            Assert.True(File.Exists(Path.Combine(data.FullName, "employercrm.db")));
            await File.WriteAllTextAsync("/dev/null", "kept only where the chat client has put a file in the place of the null device", cancellationToken);
            Assert.Equal(0, new FileInfo("/dev/null").Length);

            await InterruptAsync(run, cancellationToken);
            await run.SucceedAsync(cancellationToken);
        }

        Assert.False(await ListensAsync(port));
        Assert.False(await ListensAsync(chatPort));
        data.Delete(recursive: true);
    }

    [Fact]
    public async Task A_port_that_is_taken_is_said_so_before_anything_is_built()
    {
        Assert.SkipWhen(OperatingSystem.IsWindows(), "./run is a bash script.");
        using var squatter = new System.Net.Sockets.TcpListener(System.Net.IPAddress.Loopback, 0);
        squatter.Start();
        var data = Directory.CreateTempSubdirectory("employercrm-run-");
        await using var run = Run(data.FullName, ((System.Net.IPEndPoint)squatter.LocalEndpoint).Port, Ports.Free(), "--no-chat");

        await Assert.ThrowsAnyAsync<Exception>(() => run.SucceedAsync(TestContext.Current.CancellationToken));

        Assert.Contains("is taken by another program", run.Output, StringComparison.Ordinal);
        Assert.DoesNotContain("Building", run.Output, StringComparison.Ordinal);
        data.Delete(recursive: true);
    }

    private static ChildProcess Run(string data, int port, int chatPort, params string[] more) => new(
        "./run",
        "bash",
        [Path.Combine(Repository.Root, "run"), "--data", data, "--port", Text(port), "--chat-port", Text(chatPort), .. more],
        Path.GetTempPath(),
        new Dictionary<string, string>());

    private static async Task InterruptAsync(ChildProcess run, CancellationToken cancellationToken)
    {
        await using var kill = new ChildProcess("kill", "kill", ["-INT", Text(run.Id)], Path.GetTempPath(), new Dictionary<string, string>());
        await kill.SucceedAsync(cancellationToken);
    }

    private static async Task<bool> ListensAsync(int port)
    {
        using var client = new System.Net.Sockets.TcpClient();
        try
        {
            await client.ConnectAsync(System.Net.IPAddress.Loopback, port, TestContext.Current.CancellationToken);
            return true;
        }
        catch (System.Net.Sockets.SocketException)
        {
            return false;
        }
    }

    private static string Text(int number) => number.ToString(CultureInfo.InvariantCulture);
}
