using System.Globalization;
using EmployerCrm.Core.Calendar;
using EmployerCrm.Core.People;

namespace EmployerCrm.Web.Sample;

/// <summary>Two teams of four; in each one specialist leads the team and carries a smaller caseload. One more keeps the system running.</summary>
internal sealed class SamplePeople
{
    /// <summary>The user of the local chat client. One digit longer than a GUID, as that client has it.</summary>
    public const string AlexsObjectId = "00000000-0000-0000-0000-0000000000020";

    private static readonly string[] AireAndWharfe = ["Meera Chauhan", "Alex Wilber", "Hannah Sykes", "Joe Barraclough"];
    private static readonly string[] CalderAndCoast = ["Ruth Armitage", "Bilal Sheikh", "Ffion Roberts", "Callum Dyson"];

    private readonly SampleSource _source;
    private readonly DateTimeOffset _start;

    public SamplePeople(SampleSource source)
    {
        _source = source;
        _start = LondonClock.ToInstant(source.FirstDay.ToDateTime(new TimeOnly(8, 0)));
        var (first, second) = (TeamNamed("Aire and Wharfe"), TeamNamed("Calder and Coast"));
        Teams = [first, second];
        Specialists = [.. MembersOf(first, AireAndWharfe, 1), .. MembersOf(second, CalderAndCoast, 1 + AireAndWharfe.Length)];
        Alex = Specialists[1];
        Admin = new Specialist { Id = source.NewId(_start), ObjectId = ObjectId(Specialists.Count + 1), Name = "Priya Nair", TeamId = first.Id, Role = Role.Admin, WeeklyTarget = 0 };
    }

    public IReadOnlyList<Team> Teams { get; }

    public IReadOnlyList<Specialist> Specialists { get; }

    public Specialist Alex { get; }

    /// <summary>Meets no employer and has no client.</summary>
    public Specialist Admin { get; }

    private Team TeamNamed(string name) => new() { Id = _source.NewId(_start), Name = name, Nation = Nation.EnglandAndWales };

    private IEnumerable<Specialist> MembersOf(Team team, string[] names, int firstNumber) =>
        names.Select((name, index) => new Specialist
        {
            Id = _source.NewId(_start),
            ObjectId = name == "Alex Wilber" ? AlexsObjectId : ObjectId(firstNumber + index),
            Name = name,
            TeamId = team.Id,
            Role = index == 0 ? Role.TeamLead : Role.Specialist,
            WeeklyTarget = index == 0 ? 2 : 6,
        });

    /// <summary>Plainly invented, and the same on every machine, so that a test chat can speak as any of them.</summary>
    private static string ObjectId(int number) => string.Create(CultureInfo.InvariantCulture, $"10000000-0000-4000-8000-{number:D12}");
}
