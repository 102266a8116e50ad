using System.CommandLine;
using System.Globalization;
using EmployerCrm.Core;
using EmployerCrm.Core.Calendar;
using EmployerCrm.Core.People;
using EmployerCrm.Web.Pages.Admin;

namespace EmployerCrm.Web.Verbs.People;

/// <summary>Who works for the service, from the command line: for the first people, and where nobody can sign in.</summary>
internal static class PeopleVerb
{
    private static readonly Argument<string> Person = new Argument<string>("person") { Description = "The person's object id, or the whole name." }.BeforeSettings();

    private static readonly Option<string> ObjectId = new("--object-id") { Description = "The person's object id in Entra ID." };

    private static readonly Option<string> Name = new("--name") { Description = "What colleagues call them." };

    private static readonly Option<string> Team = new("--team") { Description = "The name of a team." };

    private static readonly Option<Role?> PersonRole = new("--role") { Description = "Specialist, TeamLead or Admin." };

    private static readonly Option<int?> Target = new("--target") { Description = "In-person employer contacts a week (6)." };

    private static readonly Option<bool> Back = new("--back") { Description = "They had left and are back." };

    private static readonly Option<DateOnly?> On = new("--on") { Description = "The day (yyyy-MM-dd); without it today.", CustomParser = result => Dates.Parse(result) };

    private static readonly Option<string> HandOverTo = new("--hand-over-to")
    {
        Description = "The colleague of the same team who takes over open follow-ups, planned visits, employers and clients.",
    };

    public static Command Make(TextWriter output) => new("people", "Adds people, changes, moves and lists them, and ends a leaver's access.")
    {
        Sub("add", "Adds somebody who joins.", output, AddAsync, ObjectId, Name, Team, PersonRole, Target),
        Sub("change", "Changes what is given.", output, ChangeAsync, Person, ObjectId, Name, PersonRole, Target, Back),
        Sub("move", "Moves somebody to another team; what they held stays with the old one.", output, MoveAsync, Person, Team, HandOverTo),
        Sub("leave", "Ends somebody's access, in chat and on pages, and hands over what they held.", output, LeaveAsync, Person, On, HandOverTo),
        Sub("list", "Lists everybody.", output, ListAsync),
    };

    private static Command Sub(string name, string description, TextWriter output, Func<PeopleDesk, ParseResult, CancellationToken, Task> run, params Symbol[] symbols)
    {
        var command = new Command(name, description).TakesSettings();
        foreach (var symbol in symbols)
        {
            if (symbol is Argument argument)
                command.Arguments.Add(argument);
            else
                command.Options.Add((Option)symbol);
        }

        command.SetAction(async (parsed, cancellationToken) =>
        {
            await using var store = await VerbStore.OpenAsync(parsed.Settings(), cancellationToken);
            await run(new PeopleDesk(store, output), parsed, cancellationToken);
            return CommandLine.Done;
        });
        return command;
    }

    private static async Task AddAsync(PeopleDesk desk, ParseResult parsed, CancellationToken cancellationToken)
    {
        var add = new AddPerson
        {
            ObjectId = Needed(parsed, ObjectId),
            Name = Needed(parsed, Name),
            TeamId = (await desk.TeamAsync(Needed(parsed, Team), cancellationToken)).Id,
            Role = parsed.GetValue(PersonRole) ?? Role.Specialist,
            WeeklyTarget = parsed.GetValue(Target) ?? 6,
        };
        var person = Done(await desk.Editing.AddAsync(PeopleDesk.Actor, add, cancellationToken));
        await desk.Output.WriteLineAsync($"Added {person.Name}.");
    }

    private static async Task ChangeAsync(PeopleDesk desk, ParseResult parsed, CancellationToken cancellationToken)
    {
        var change = new ChangePerson
        {
            Id = (await desk.PersonAsync(parsed.GetValue(Person)!, cancellationToken)).Id,
            ObjectId = parsed.GetValue(ObjectId),
            Name = parsed.GetValue(Name),
            Role = parsed.GetValue(PersonRole),
            WeeklyTarget = parsed.GetValue(Target),
            IsBack = parsed.GetValue(Back),
        };
        var person = Done(await desk.Editing.ChangeAsync(PeopleDesk.Actor, change, cancellationToken));
        await desk.Output.WriteLineAsync($"{person.Name}: {person.Role}, {person.WeeklyTarget} a week.");
    }

    private static async Task MoveAsync(PeopleDesk desk, ParseResult parsed, CancellationToken cancellationToken)
    {
        var move = new MovePerson
        {
            Id = (await desk.PersonAsync(parsed.GetValue(Person)!, cancellationToken)).Id,
            ToTeamId = (await desk.TeamAsync(Needed(parsed, Team), cancellationToken)).Id,
            HandOverToId = await desk.ColleagueAsync(parsed.GetValue(HandOverTo), cancellationToken),
        };
        await desk.TellAsync("moved", Done(await desk.Handovers.MoveAsync(PeopleDesk.Actor, move, cancellationToken)));
    }

    private static async Task LeaveAsync(PeopleDesk desk, ParseResult parsed, CancellationToken cancellationToken)
    {
        var leave = new LeavePerson
        {
            Id = (await desk.PersonAsync(parsed.GetValue(Person)!, cancellationToken)).Id,
            LeftOn = parsed.GetValue(On) ?? new LondonClock(TimeProvider.System).Today,
            HandOverToId = await desk.ColleagueAsync(parsed.GetValue(HandOverTo), cancellationToken),
        };
        await desk.TellAsync("left", Done(await desk.Handovers.LeaveAsync(PeopleDesk.Actor, leave, cancellationToken)));
    }

    private static async Task ListAsync(PeopleDesk desk, ParseResult parsed, CancellationToken cancellationToken)
    {
        var overview = Done(await desk.List.ShowAsync(PeopleDesk.Actor, cancellationToken));
        foreach (var team in overview.Teams)
        {
            await desk.Output.WriteLineAsync(team.Name);
            foreach (var (person, holds) in overview.People.Where(row => row.Person.TeamId == team.Id))
            {
                var left = person.LeftOn is { } on ? string.Create(CultureInfo.InvariantCulture, $", left {on:yyyy-MM-dd}") : "";
                await desk.Output.WriteLineAsync($"  {person.Name}, {person.Role}, {person.WeeklyTarget} a week, {person.ObjectId}, holds {holds.Total}{left}");
            }
        }
    }

    private static string Needed(ParseResult parsed, Option<string> option) =>
        parsed.GetValue(option) is { Length: > 0 } value ? value : throw new UsageException($"{option.Name} is missing.");

    internal static T Done<T>(Outcome<T> outcome)
        where T : class => outcome.Value ?? throw new FailedException(AdminTexts.Of(outcome.Refusal!));
}
