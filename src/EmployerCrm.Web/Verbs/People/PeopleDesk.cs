using EmployerCrm.Core;
using EmployerCrm.Core.Calendar;
using EmployerCrm.Core.Employers;
using EmployerCrm.Core.People;

namespace EmployerCrm.Web.Verbs.People;

/// <summary>The use cases on people over one store, and who is meant by what was typed.</summary>
internal sealed class PeopleDesk(ICrmStore store, TextWriter output)
{
    private readonly LondonClock _clock = new(TimeProvider.System);
    private readonly Ids _ids = new(TimeProvider.System);

    public static Actor Actor { get; } = Actor.System(Via.CommandLine);

    public TextWriter Output => output;

    public PeopleEditing Editing => new(store, _clock, _ids);

    public TeamEditing Teams => new(store, _clock, _ids);

    public Handovers Handovers => new(store, _clock, _ids);

    public PeopleList List => new(store);

    public async Task<Specialist> PersonAsync(string typed, CancellationToken cancellationToken)
    {
        var people = await store.ReadAsync(session => session.People.SpecialistsAsync(), cancellationToken);
        if (people.FirstOrDefault(person => string.Equals(person.ObjectId, typed, StringComparison.OrdinalIgnoreCase)) is { } known)
            return known;
        var named = people.Where(person => FoldedText.Key(person.Name) == FoldedText.Key(typed)).ToList();
        return named switch
        {
            [var one] => one,
            [] => throw new FailedException($"Nobody has the object id or the name \"{typed}\"."),
            _ => throw new FailedException($"There are {named.Count} people called \"{typed}\"; say which by the object id."),
        };
    }

    public async Task<Guid?> ColleagueAsync(string? typed, CancellationToken cancellationToken) => typed is null ? null : (await PersonAsync(typed, cancellationToken)).Id;

    public async Task<Team> TeamAsync(string typed, CancellationToken cancellationToken) =>
        (await store.ReadAsync(session => session.People.TeamsAsync(), cancellationToken)).FirstOrDefault(team => FoldedText.Key(team.Name) == FoldedText.Key(typed))
            ?? throw new FailedException($"There is no team called \"{typed}\".");

    public Task TellAsync(string what, HandedOver done) => output.WriteLineAsync(
        done.To is { } to
            ? $"{done.Person.Name} has {what}. {to.Name} took over {done.Work.FollowUps.Count} follow-ups, {done.Work.PlannedVisits.Count} planned visits, "
                + $"{done.Work.Employers.Count} employers and {done.Work.Clients.Count} clients."
            : $"{done.Person.Name} has {what}. There was nothing to take over.");
}
