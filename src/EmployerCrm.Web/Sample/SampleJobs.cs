namespace EmployerCrm.Web.Sample;

/// <summary>Jobs that an employer of a sector has.</summary>
internal static class SampleJobs
{
    private static readonly Dictionary<string, string[]> BySector = new(StringComparer.Ordinal)
    {
        ["retail"] = ["sales assistant", "stock replenishment", "weekend till", "click-and-collect"],
        ["food retail"] = ["counter assistant", "shelf filling", "early morning bakery"],
        ["charity retail"] = ["sorting and pricing", "van driver's mate", "shop assistant"],
        ["hospitality"] = ["kitchen porter", "barista", "housekeeping", "front of house", "breakfast chef"],
        ["food"] = ["counter", "baker's assistant", "delivery"],
        ["social care"] = ["care assistant", "laundry", "kitchen assistant", "activities"],
        ["logistics"] = ["picker packer", "loader", "night sort", "stock control"],
        ["transport"] = ["cleaner valeter", "booking desk", "passenger assistant"],
        ["manufacturing"] = ["packing line", "machine operative", "quality check", "stores"],
        ["print"] = ["finishing", "guillotine assistant"],
        ["construction"] = ["labourer", "yard hand", "apprentice joiner"],
        ["trades"] = ["plumber's mate", "office junior", "labourer"],
        ["automotive"] = ["valeter", "tyre fitter", "parts counter"],
        ["health"] = ["reception", "cleaning", "admin assistant"],
        ["education"] = ["midday supervisor", "site assistant", "office"],
        ["childcare"] = ["nursery assistant", "kitchen cover", "lunch cover"],
        ["cleaning"] = ["evening cleaner", "mobile cleaner", "window round"],
        ["laundry"] = ["sorting", "folding line", "van loader"],
        ["leisure"] = ["reception", "lifeguard", "duty cleaning", "café"],
        ["horticulture"] = ["potting shed", "seasonal picker", "groundwork"],
        ["hair and beauty"] = ["salon assistant", "reception"],
        ["offices"] = ["admin assistant", "post room", "call handling"],
    };

    private static readonly string[] Anywhere = ["cleaning", "office", "driver's mate"];

    public static string Pick(SampleSource source, string? sector) => source.Pick(BySector.GetValueOrDefault(sector ?? "", Anywhere));
}
