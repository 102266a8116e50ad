using EmployerCrm.Core.Clients;

namespace EmployerCrm.Core.Employers;

/// <summary>Of which of the service's job types a job is, by the words for it that people use.</summary>
public static class JobTypeWords
{
    private static readonly Dictionary<string, string> Types = Read(
        ("Kitchen and catering", "kitchen catering porter porters kp chef chefs cook cooks waiter waiters waitress waiting barista baristas pot washer bar cafe food canteen"),
        ("Retail", "retail shop sales till tills cashier cashiers checkout stockroom shelf shelves replenishment"),
        ("Warehouse", "warehouse picker pickers packer packers picking packing forklift stock loader loaders depot"),
        ("Care", "care carer carers caring hca"),
        ("Cleaning", "cleaner cleaners cleaning housekeeper housekeepers housekeeping domestic domestics caretaker laundry"),
        ("Admin and office", "admin administrator administrators office receptionist receptionists reception clerk clerks typist filing"),
        ("Construction", "construction labourer labourers builder builders joiner joiners electrician plasterer painter painters decorator bricklayer site"),
        ("Driving and delivery", "driver drivers driving delivery courier couriers hgv van"),
        ("Gardening and outdoors", "gardener gardeners gardening grounds groundsman outdoors landscaper landscaping farm"),
        ("Customer service", "customer callcentre advisor advisors helpdesk"),
        ("Manufacturing", "manufacturing factory production machinist machinists assembler assembly operative operatives operator operators"),
        ("Creative", "creative designer designers design photographer artist"),
        ("IT", "developer developers programmer programmers software technician"),
        ("Education and childcare", "teaching classroom nursery childcare playworker midday school"),
        ("Security", "security guard guards steward stewards doorman"),
        ("Hairdressing and beauty", "hairdresser hairdressers hairdressing barber barbers stylist beauty salon nails"));

    /// <summary>The job type, when the job is called by its name or only words of one type are in it; null otherwise.</summary>
    public static string? Find(ClientLists lists, string job)
    {
        ArgumentNullException.ThrowIfNull(lists);
        if (lists.FindJobType(job) is { } named)
            return named;
        var types = FoldedText.Words(job).Select(word => Types.GetValueOrDefault(word)).OfType<string>().Distinct(StringComparer.Ordinal).ToList();
        return types is [var only] ? lists.JobTypes.FirstOrDefault(jobType => jobType == only) : null;
    }

    /// <summary>Whether a folded word is one for a kind of job.</summary>
    public static bool IsOne(string word) => Types.ContainsKey(word);

    private static Dictionary<string, string> Read(params (string Type, string Words)[] types)
    {
        var byWord = new Dictionary<string, string>(StringComparer.Ordinal);
        foreach (var (type, words) in types)
        {
            foreach (var word in words.Split(' '))
                byWord[word] = type;
        }

        return byWord;
    }
}
