using EmployerCrm.Core.Calendar;
using EmployerCrm.Core.Employers;
using EmployerCrm.Core.People;

namespace EmployerCrm.Web.Sample;

/// <summary>150 employers: the known ones are looked after by Alex, so that each is as near to Alex as the next; the others are shared out.</summary>
internal static class SampleEmployers
{
    private static readonly string[] FirstNames =
    [
        "Andrea", "Asif", "Bethan", "Brian", "Carol", "Chris", "Darren", "Debbie", "Elaine", "Emma", "Farah", "Gareth", "Gillian", "Graham", "Ines", "Jackie",
        "Janusz", "Jill", "Kelly", "Kevin", "Laura", "Liam", "Maureen", "Nasreen", "Natalie", "Nigel", "Olu", "Pam", "Phil", "Rachel", "Raj", "Rebecca",
        "Ricky", "Sandra", "Sean", "Shabana", "Simon", "Stella", "Stuart", "Tariq", "Terry", "Vicky", "Yusuf", "Zoe",
    ];

    private static readonly string[] Surnames =
    [
        "Ambler", "Bakes", "Begum", "Binns", "Booth", "Clegg", "Cockcroft", "Dobson", "Earnshaw", "Feather", "Garside", "Greenwood", "Hepworth", "Holroyd", "Iqbal",
        "Jagger", "Kaur", "Kaye", "Lister", "Mahmood", "Midgley", "Mitchell", "Moorhouse", "Novak", "Oldroyd", "Osei", "Patel", "Pickles", "Ramsden", "Redfearn",
        "Robertshaw", "Schofield", "Shackleton", "Sheard", "Stead", "Sugden", "Tempest", "Uttley", "Varley", "Wadsworth", "Waterhouse", "Wood", "Wrigley",
    ];

    private static readonly Dictionary<string, string[]> Roles = new(StringComparer.Ordinal)
    {
        ["hospitality"] = ["owner", "general manager", "head chef", "assistant manager"],
        ["retail"] = ["store manager", "owner", "assistant manager"],
        ["food retail"] = ["owner", "shop manager", "supervisor"],
        ["manufacturing"] = ["production manager", "HR officer", "shift manager"],
        ["logistics"] = ["depot manager", "shift lead", "HR adviser"],
        ["social care"] = ["registered manager", "deputy manager", "office manager"],
        ["education"] = ["business manager", "site manager"],
        ["childcare"] = ["manager", "deputy manager"],
        ["offices"] = ["office manager", "HR manager"],
        ["charity retail"] = ["shop manager", "volunteer coordinator"],
    };

    private static readonly string[] OtherRoles = ["owner", "manager", "office manager", "supervisor"];

    public static IReadOnlyList<SampleEmployer> Make(SampleSource source, SamplePeople people)
    {
        var others = people.Specialists.Where(specialist => specialist != people.Alex).ToList();
        return
        [
            .. SampleDirectory.Known.Employers.Select(entry => Employer(source, people.Alex, entry, entry.Contacts ?? [])),
            .. SampleDirectory.Region.Select(entry => Employer(source, source.Pick(others, Share), entry, InventContacts(source, entry.Sector))),
        ];
    }

    private static double Share(Specialist specialist) => specialist.Role is Role.TeamLead ? 0.4 : 1;

    private static SampleEmployer Employer(SampleSource source, Specialist owner, DirectoryEntry entry, IReadOnlyList<DirectoryPerson> people)
    {
        // Taken over from an earlier list on the first day: no visit is older than its employer.
        var at = LondonClock.ToInstant(source.FirstDay.ToDateTime(new TimeOnly(8, 30)));
        var employer = new Employer
        {
            Id = source.NewId(at),
            Name = entry.Name,
            Town = entry.Town,
            Sector = entry.Sector,
            TeamId = owner.TeamId,
            OwnerId = owner.Id,
            CreatedAt = at,
            Version = 1,
        };
        var contacts = people.Select(person => new Contact
        {
            Id = source.NewId(at),
            EmployerId = employer.Id,
            Name = person.Name,
            Role = person.Role,
            Version = 1,
        });
        return new SampleEmployer(employer, [.. contacts]);
    }

    private static IReadOnlyList<DirectoryPerson> InventContacts(SampleSource source, string sector)
    {
        var roles = Roles.GetValueOrDefault(sector, OtherRoles);
        var first = source.Between(0, roles.Length - 1);
        var people = Enumerable.Range(0, source.Between(1, 2))
            .Select(i => new DirectoryPerson($"{source.Pick(FirstNames)} {source.Pick(Surnames)}", roles[(first + i) % roles.Length]));
        return [.. people];
    }
}
