using EmployerCrm.Core.Calendar;
using EmployerCrm.Core.Employers.Fields;
using EmployerCrm.Core.People;

namespace EmployerCrm.Core.Employers;

/// <summary>In what an employer is like the one that is about to be added.</summary>
[Flags]
public enum Likeness
{
    None = 0,
    Name = 1,
    TradingName = 2,
    Town = 4,
    Postcode = 8,
    CompanyNumber = 16,
}

/// <summary>An employer that may be the same as one that is about to be added, with who knows it.</summary>
public sealed record LikelyDouble(EmployerOverview Overview, string TeamName, Likeness Because);

/// <summary>What is known of an employer that is about to be added, as typed.</summary>
public sealed record SoughtEmployer(string? Name)
{
    public TextList TradingNames { get; init; }

    public string? Town { get; init; }

    public string? Postcode { get; init; }

    public string? CompanyNumber { get; init; }

    public static SoughtEmployer Of(EmployerDetails details)
    {
        ArgumentNullException.ThrowIfNull(details);
        return new SoughtEmployer(details.Name)
        {
            TradingNames = details.TradingNames, Town = details.Town, Postcode = details.Postcode, CompanyNumber = details.CompanyNumber,
        };
    }
}

/// <summary>What may be meant already, the likeliest first, as of a day.</summary>
public sealed record DoublesShown(IReadOnlyList<LikelyDouble> Doubles, DateOnly Today);

/// <summary>Employers that may be the same as one that is about to be added: to be shown before it is.</summary>
public sealed class LikelyDoubles(ICrmStore store, LondonClock clock)
{
    private const int Most = 5;

    /// <summary>Looks in every team, archived employers included. What cannot be read is left out of the comparison.</summary>
    public Task<Outcome<DoublesShown>> OfAsync(Actor actor, SoughtEmployer sought, Alongside<Outcome<DoublesShown>>? also, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(actor);
        ArgumentNullException.ThrowIfNull(sought);
        var today = clock.Today;
        return store.WriteAsync(Body, also, cancellationToken);

        async Task<Outcome<DoublesShown>> Body(ICrmSession session)
        {
            if (actor is not { SpecialistId: not null, Role: Role.Specialist or Role.TeamLead })
                return RefusalReason.NotAllowed;
            var wanted = new NameLikeness(
                sought.Name ?? string.Empty, sought.TradingNames, sought.Town, Postcode.Read(sought.Postcode).Value, CompanyNumber.Read(sought.CompanyNumber).Value);
            if (wanted.Keys is not { Count: > 0 } keys)
                return new DoublesShown([], today);
            var likely = new List<(Employer Employer, double Score, Likeness Because)>();
            foreach (var found in await session.Employers.WithKeysAsync(actor, keys))
            {
                var employer = (await session.Employers.EmployerAsync(found.Id))!;
                if (wanted.Compare(employer) is var (score, because) && because != Likeness.None)
                    likely.Add((employer, score, because));
            }

            var teams = (await session.People.TeamsAsync()).ToDictionary(team => team.Id, team => team.Name);
            var shown = new List<LikelyDouble>();
            foreach (var (employer, _, because) in likely.OrderByDescending(found => found.Score).ThenBy(found => found.Employer.Name, StringComparer.Ordinal).Take(Most))
                shown.Add(new LikelyDouble((await session.Employers.OverviewAsync(employer.Id, null, today))!, teams.GetValueOrDefault(employer.TeamId, string.Empty), because));
            return new DoublesShown(shown, today);
        }
    }
}
