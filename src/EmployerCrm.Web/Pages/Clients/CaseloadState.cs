using EmployerCrm.Core.Clients;

namespace EmployerCrm.Web.Pages.Clients;

/// <summary>Which part of a caseload is shown. Looking for work and in work need different things, so they usually stand apart.</summary>
public enum CaseloadPart
{
    Apart,
    Together,
    Search,
    Work,
    SteppedDown,
}

/// <summary>What the address of the caseload says. What it says that there is not is left out and named.</summary>
/// <param name="OwnerId">The specialist whose clients are shown; null for all.</param>
/// <param name="Repairs">Sentences on what was left out.</param>
public sealed record CaseloadState(CaseloadPart Part, string? Programme, Guid? OwnerId, IReadOnlyList<string> Repairs)
{
    public const string Show = "show";
    public const string Of = "programme";
    public const string Who = "who";

    public static CaseloadState Read(IQueryCollection query, ClientLists lists)
    {
        ArgumentNullException.ThrowIfNull(query);
        ArgumentNullException.ThrowIfNull(lists);
        var repairs = new List<string>();
        var part = CaseloadPart.Apart;
        if (query[Show].ToString() is { Length: > 0 } show && (!Enum.TryParse(show, ignoreCase: true, out part) || !Enum.IsDefined(part) || char.IsAsciiDigit(show[0])))
            (part, _) = (CaseloadPart.Apart, Add(repairs, "ClientsFilterShow"));
        var programme = query[Of].ToString() is { Length: > 0 } named ? lists.ProgrammeNames.FirstOrDefault(name => name == named) : null;
        if (programme is null && query[Of].ToString().Length > 0)
            Add(repairs, "ClientProgramme");
        Guid? owner = Guid.TryParse(query[Who], out var id) ? id : null;
        if (owner is null && query[Who].ToString().Length > 0)
            Add(repairs, "ClientOwner");
        return new CaseloadState(part, programme, owner, repairs);
    }

    public string Address
    {
        get
        {
            var parts = new (string Name, string? Value)[]
            {
                (Show, Part == CaseloadPart.Apart ? null : Part.ToString().ToLowerInvariant()), (Of, Programme), (Who, OwnerId?.ToString()),
            };
            var query = string.Join('&', parts.Where(part => part.Value is not null).Select(part => $"{part.Name}={Uri.EscapeDataString(part.Value!)}"));
            return query.Length == 0 ? "/clients" : "/clients?" + query;
        }
    }

    private static bool Add(List<string> repairs, string text)
    {
        repairs.Add(PageTexts.Get("RepairedFilter", PageTexts.Find(text)));
        return true;
    }
}
