using EmployerCrm.Web.Verbs;

namespace EmployerCrm.Web.Tests.Verbs;

public sealed class PeopleVerbTests : IDisposable
{
    private const string Bea = "44444444-0000-4000-8000-00000000000A";
    private const string Cal = "44444444-0000-4000-8000-00000000000b";

    private readonly TemporaryFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public async Task A_team_and_its_people_are_added_changed_moved_and_leave()
    {
        Assert.Equal("Added Aire, EnglandAndWales.", await DoneAsync("teams", "add", "Aire"));
        Assert.Equal("Added Forth, Scotland.", await DoneAsync("teams", "add", "Forth", "--nation", "Scotland"));
        Assert.Equal("Added Bea Hart.", await DoneAsync("people", "add", "--object-id", Bea, "--name", "Bea Hart", "--team", "aire", "--role", "TeamLead", "--target", "2"));
        Assert.Equal("Added Cal Moss.", await DoneAsync("people", "add", "--object-id", Cal, "--name", "Cal Moss", "--team", "Aire"));
        Assert.Equal("Cal Moss: Specialist, 4 a week.", await DoneAsync("people", "change", "cal moss", "--target", "4"));
        Rows.Execute(_folder.Database, $"""
            insert into clients (id, reference, owner_id, team_id, programme, entered_on, status, check_reference)
            select '019A0000-0000-7000-8000-000000000001', 'KM23', id, team_id, 'IPS', '2026-01-01', 'JobSearch', 0 from specialists where name = 'Cal Moss'
            """);

        Assert.Equal((1, "Choose a colleague of the same team, a specialist or the lead, who takes over what this person holds."), await FailAsync("people", "leave", Cal));
        Assert.Equal(
            "Cal Moss has left. Bea Hart took over 0 follow-ups, 0 planned visits, 0 employers and 1 clients.",
            await DoneAsync("people", "leave", Cal.ToUpperInvariant(), "--on", "2026-11-02", "--hand-over-to", "Bea Hart"));
        Assert.Equal((1, "They have left already."), await FailAsync("people", "move", "Cal Moss", "--team", "Forth"));
        Assert.Equal("Cal Moss: Specialist, 4 a week.", await DoneAsync("people", "change", "Cal Moss", "--back"));
        Assert.Equal("Cal Moss has moved. There was nothing to take over.", await DoneAsync("people", "move", "Cal Moss", "--team", "Forth"));
        Assert.Equal("Wharfe, NorthernIreland.", await DoneAsync("teams", "change", "Aire", "--name", "Wharfe", "--nation", "NorthernIreland"));

        Assert.Equal(
            $"""
            Forth
              Cal Moss, Specialist, 4 a week, {Cal}, holds 0
            Wharfe
              Bea Hart, TeamLead, 2 a week, {Bea.ToLowerInvariant()}, holds 1
            """,
            await DoneAsync("people", "list"));
        Assert.Equal("Forth, Scotland, 1 people\nWharfe, NorthernIreland, 1 people", await DoneAsync("teams", "list"));
        Assert.Equal("CommandLine", Rows.Value(_folder.Database, "select distinct via from audit_entries"));
    }

    [Theory]
    [InlineData(2, "--name is missing.", "people", "add", "--object-id", Bea)]
    [InlineData(1, "There is no team called \"Aire\".", "people", "add", "--object-id", Bea, "--name", "Bea", "--team", "Aire")]
    [InlineData(1, "Nobody has the object id or the name \"Bea\".", "people", "leave", "Bea")]
    [InlineData(1, "Enter a name.", "teams", "add", " ")]
    public async Task What_cannot_be_done_is_said_in_a_sentence(int code, string sentence, params string[] arguments) =>
        Assert.Equal((code, sentence), await FailAsync(arguments));

    [Theory]
    [InlineData("people", "dismiss")]
    [InlineData("people", "change")]
    [InlineData("people", "change", "Bea", "--role", "Boss")]
    [InlineData("people", "leave", "Bea", "--on", "yesterday")]
    [InlineData("teams", "add", "Aire", "--nation", "Wales")]
    public async Task What_is_not_understood_exits_with_2(params string[] arguments) => Assert.Equal(2, (await FailAsync(arguments)).Code);

    private async Task<string> DoneAsync(params string[] arguments)
    {
        var run = await RunAsync(arguments);
        Assert.True(run.Code == 0, run.Error);
        return run.Output;
    }

    private async Task<(int Code, string Error)> FailAsync(params string[] arguments)
    {
        var run = await RunAsync(arguments);
        return (run.Code, run.Error);
    }

    private async Task<(int Code, string Output, string Error)> RunAsync(string[] arguments)
    {
        await using var output = new StringWriter();
        await using var error = new StringWriter();
        var code = await CommandLine.RunAsync([.. arguments, $"--ConnectionStrings:Crm={_folder.Database}"], output, error);
        return (code, output.ToString().Trim().ReplaceLineEndings("\n"), error.ToString().Trim());
    }
}
