namespace EmployerCrm.Web.Tests.Verbs;

public sealed class CommandLineTests
{
    [Theory]
    [InlineData("serve")]
    [InlineData("migrate")]
    [InlineData("seed")]
    [InlineData("parse")]
    [InlineData("guard")]
    [InlineData("rebuild")]
    public async Task Every_verb_explains_itself(string verb)
    {
        using var folder = new TemporaryFolder();

        var help = await Verb.RunAsync(folder, verb, "--help");

        Assert.Equal(0, help.ExitCode);
        Assert.Contains("Usage:", help.Output, StringComparison.Ordinal);
        Assert.Contains(verb, help.Output, StringComparison.Ordinal);
        Assert.Empty(Directory.EnumerateFileSystemEntries(folder.Path));
    }

    [Theory]
    [InlineData("sevre", "'sevre'")]
    [InlineData("seed --sed=3", "'--sed=3'")]
    [InlineData("seed --today 31/2", "31/2")]
    [InlineData("seed --seed many", "many")]
    [InlineData("parse", "--directory")]
    [InlineData("guard", "--text")]
    [InlineData("guard --text x --score", "--file")]
    [InlineData("parse --directory d.json", "--text")]
    [InlineData("parse --directory d.json --text hello", "--now")]
    [InlineData("parse --directory d.json --text hello --now soon", "soon")]
    [InlineData("parse --directory d.json --text hello --now 2026-11-18T10:20 --score", "--file")]
    public async Task What_is_not_understood_exits_with_2_and_says_why(string line, string says)
    {
        using var folder = new TemporaryFolder();

        var verb = await Verb.RunAsync(folder, line.Split(' '));

        verb.AssertRefused(2, says);
        Assert.Empty(Directory.EnumerateFileSystemEntries(folder.Path));
    }

    [Fact]
    public async Task Serving_in_Production_without_credentials_exits_with_1_names_them_and_makes_no_database()
    {
        using var folder = new TemporaryFolder();

        var verb = await Verb.RunAsync(folder);

        verb.AssertRefused(1, "Bot:AppId is missing");
        Assert.Contains("ASPNETCORE_ENVIRONMENT=Development", verb.Error, StringComparison.Ordinal);
        Assert.Empty(Directory.EnumerateFileSystemEntries(folder.Path));
    }

    [Fact]
    public async Task A_port_that_is_taken_is_told_in_one_sentence()
    {
        using var folder = new TemporaryFolder();
        using var taken = new System.Net.Sockets.TcpListener(System.Net.IPAddress.Loopback, 0);
        taken.Start();

        var verb = await Verb.RunAsync(folder, "serve", "--environment=Development", $"--urls=http://{taken.LocalEndpoint}");

        verb.AssertRefused(1, "address already in use");
    }
}
