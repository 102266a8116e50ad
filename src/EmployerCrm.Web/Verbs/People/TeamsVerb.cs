using System.CommandLine;
using EmployerCrm.Core.People;

namespace EmployerCrm.Web.Verbs.People;

internal static class TeamsVerb
{
    private static readonly Argument<string> Team = new Argument<string>("team") { Description = "The team's name." }.BeforeSettings();

    private static readonly Option<string> Name = new("--name") { Description = "The new name." };

    private static readonly Option<Nation?> TeamNation = new("--nation") { Description = "Whose bank holidays it keeps: EnglandAndWales, Scotland or NorthernIreland." };

    public static Command Make(TextWriter output)
    {
        var add = new Command("add", "Adds a team.") { Team, TeamNation }.TakesSettings();
        add.SetAction((parsed, cancellationToken) => RunAsync(parsed, output, async desk =>
        {
            var team = PeopleVerb.Done(await desk.Teams.AddAsync(
                PeopleDesk.Actor, parsed.GetValue(Team)!, parsed.GetValue(TeamNation) ?? Nation.EnglandAndWales, cancellationToken));
            await output.WriteLineAsync($"Added {team.Name}, {team.Nation}.");
        }, cancellationToken));
        var change = new Command("change", "Changes a team's name or nation.") { Team, Name, TeamNation }.TakesSettings();
        change.SetAction((parsed, cancellationToken) => RunAsync(parsed, output, async desk =>
        {
            var found = await desk.TeamAsync(parsed.GetValue(Team)!, cancellationToken);
            var team = PeopleVerb.Done(await desk.Teams.ChangeAsync(
                PeopleDesk.Actor, new ChangeTeam(found.Id, null, parsed.GetValue(Name), parsed.GetValue(TeamNation)), cancellationToken));
            await output.WriteLineAsync($"{team.Name}, {team.Nation}.");
        }, cancellationToken));
        var list = new Command("list", "Lists the teams.").TakesSettings();
        list.SetAction((parsed, cancellationToken) => RunAsync(parsed, output, async desk =>
        {
            var overview = PeopleVerb.Done(await desk.List.ShowAsync(PeopleDesk.Actor, cancellationToken));
            foreach (var team in overview.Teams)
                await output.WriteLineAsync($"{team.Name}, {team.Nation}, {overview.People.Count(row => row.Person.TeamId == team.Id && row.Person.LeftOn is null)} people");
        }, cancellationToken));
        return new Command("teams", "Adds, changes and lists teams.") { add, change, list };
    }

    private static async Task<int> RunAsync(ParseResult parsed, TextWriter output, Func<PeopleDesk, Task> run, CancellationToken cancellationToken)
    {
        await using var store = await VerbStore.OpenAsync(parsed.Settings(), cancellationToken);
        await run(new PeopleDesk(store, output));
        return CommandLine.Done;
    }
}
