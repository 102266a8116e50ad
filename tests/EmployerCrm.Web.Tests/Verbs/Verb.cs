using System.Diagnostics;

namespace EmployerCrm.Web.Tests.Verbs;

/// <summary>What a verb that ran as a process of its own left behind.</summary>
internal sealed record Verb(int ExitCode, string Output, string Error)
{
    private static readonly string Program = Path.Combine(AppContext.BaseDirectory, "EmployerCrm.Web.dll");

    public string[] Lines => Output.Split('\n', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries);

    /// <summary>Runs the built program in a folder, with no setting but the given arguments.</summary>
    public static async Task<Verb> RunAsync(TemporaryFolder folder, params string[] arguments)
    {
        var cancellationToken = TestContext.Current.CancellationToken;
        using var process = new Process
        {
            StartInfo = new ProcessStartInfo("dotnet", [Program, .. arguments])
            {
                WorkingDirectory = folder.Path,
                UseShellExecute = false,
                RedirectStandardInput = true,
                RedirectStandardOutput = true,
                RedirectStandardError = true,
            },
        };
        foreach (var setting in process.StartInfo.Environment.Keys.Where(IsSetting).ToList())
            process.StartInfo.Environment.Remove(setting);
        process.Start();
        process.StandardInput.Close();
        var (output, error) = (process.StandardOutput.ReadToEndAsync(cancellationToken), process.StandardError.ReadToEndAsync(cancellationToken));
        try
        {
            await process.WaitForExitAsync(cancellationToken);
        }
        catch (OperationCanceledException)
        {
            process.Kill(entireProcessTree: true);
            throw;
        }

        return new Verb(process.ExitCode, await output, await error);
    }

    /// <summary>One sentence, no stack.</summary>
    public void AssertRefused(int exitCode, string says)
    {
        Assert.Equal(exitCode, ExitCode);
        Assert.Contains(says, Error, StringComparison.Ordinal);
        Assert.DoesNotContain("   at ", Error + Output, StringComparison.Ordinal);
    }

    private static bool IsSetting(string variable) =>
        variable.Contains("__", StringComparison.Ordinal) || variable is "ASPNETCORE_ENVIRONMENT" or "DOTNET_ENVIRONMENT" or "ASPNETCORE_URLS";
}
