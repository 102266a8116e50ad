using EmployerCrm.Core.Employers;

namespace EmployerCrm.Web.Sample;

/// <summary>What employers of a sector are like.</summary>
/// <param name="Division">Of the UK Standard Industrial Classification 2007.</param>
/// <param name="Needs">What they look for in people.</param>
/// <param name="Jobs">What they have to give.</param>
internal sealed record SampleSector(string Division, LegalForm Form, SizeBand Size, IReadOnlyList<string> Needs, IReadOnlyList<string> Jobs)
{
    private static readonly SampleSector Any = new("82", LegalForm.Company, SizeBand.Small, ["Reliable people who like routine."], ["general assistant"]);

    private static readonly Dictionary<string, SampleSector> BySector = new(StringComparer.Ordinal)
    {
        ["hospitality"] = new("56", LegalForm.Company, SizeBand.Small, ["Early starters for breakfasts; happy to train.", "Weekend cover from Easter; no experience needed."], ["kitchen porter", "two waiting staff", "barista"]),
        ["retail"] = new("47", LegalForm.SoleTrader, SizeBand.Micro, ["Somebody for Saturdays who can use a till.", "Stock and deliveries before opening, two mornings."], ["Saturday shop assistant", "stockroom assistant"]),
        ["food retail"] = new("47", LegalForm.SoleTrader, SizeBand.Micro, ["Early mornings behind the counter; will teach the trade."], ["counter assistant in the shop"]),
        ["food"] = new("56", LegalForm.SoleTrader, SizeBand.Micro, ["Four evenings a week, busy on Fridays."], ["counter assistant in the cafe"]),
        ["charity retail"] = new("47", LegalForm.Charity, SizeBand.Small, ["Collection van crew, two days a week."], ["van driver's mate", "shop assistant"]),
        ["manufacturing"] = new("10", LegalForm.Company, SizeBand.Medium, ["Nights and days, four on four off; starts people on packing."], ["two packers", "production operatives"]),
        ["logistics"] = new("52", LegalForm.Company, SizeBand.Large, ["Pickers before Christmas; a bus stops at the gate at 5:40."], ["four warehouse pickers", "depot cleaner"]),
        ["transport"] = new("49", LegalForm.Company, SizeBand.Small, ["Somebody on the phones at weekends."], ["call handler, customer service"]),
        ["social care"] = new("87", LegalForm.Company, SizeBand.Medium, ["Kind people for days; pays for the certificate.", "Laundry and kitchen, mornings only."], ["care assistant", "kitchen assistant"]),
        ["health"] = new("86", LegalForm.Partnership, SizeBand.Small, ["Reception cover in the school holidays."], ["receptionist"]),
        ["education"] = new("85", LegalForm.PublicBody, SizeBand.Medium, ["Midday supervisors, term time only."], ["midday supervisor"]),
        ["childcare"] = new("88", LegalForm.Company, SizeBand.Small, ["Apprentices over 18; checks take six weeks."], ["nursery assistant"]),
        ["construction"] = new("43", LegalForm.Company, SizeBand.Small, ["A second pair of hands on site; own transport helps."], ["labourer"]),
        ["trades"] = new("43", LegalForm.Company, SizeBand.Micro, ["A mate for the van, three days to begin with."], ["electrician's mate"]),
        ["leisure"] = new("93", LegalForm.Company, SizeBand.Small, ["Front desk, evenings and weekends."], ["receptionist", "cleaner"]),
        ["automotive"] = new("45", LegalForm.Company, SizeBand.Micro, ["Valeter with a driving licence."], ["valeter, cleaning cars"]),
        ["offices"] = new("69", LegalForm.LimitedLiabilityPartnership, SizeBand.Small, ["Scanning and filing, two days a week."], ["office assistant"]),
        ["horticulture"] = new("01", LegalForm.Company, SizeBand.Small, ["Planting season from March; outdoors in all weathers."], ["gardener's assistant"]),
        ["cleaning"] = new("81", LegalForm.Company, SizeBand.Medium, ["Evening teams in town; two hours a night to begin with."], ["evening cleaner"]),
        ["laundry"] = new("96", LegalForm.Company, SizeBand.Medium, ["Hot work, steady hours; likes people who stay."], ["laundry operative"]),
        ["print"] = new("18", LegalForm.Company, SizeBand.Small, ["Finishing and packing; no screen work."], ["packer"]),
        ["hair and beauty"] = new("96", LegalForm.SoleTrader, SizeBand.Micro, ["Saturday reception and sweeping up."], ["salon assistant"]),
    };

    public static SampleSector Of(string? sector) => sector is null ? Any : BySector.GetValueOrDefault(sector, Any);
}
