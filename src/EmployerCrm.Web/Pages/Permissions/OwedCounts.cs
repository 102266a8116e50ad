using System.Globalization;
using EmployerCrm.Core.Disclosure;

namespace EmployerCrm.Web.Pages.Permissions;

/// <summary>What a change of a permission did to what is owed, as numbers in the address of its receipt.</summary>
/// <param name="Planned">Planned visits that name the client and stay.</param>
public sealed record OwedCounts(int Added, int Cancelled, int Planned)
{
    public bool IsNothing => this is { Added: 0, Cancelled: 0, Planned: 0 };

    public static OwedCounts Of(IQueryCollection query) => new(Number(query["added"]), Number(query["cancelled"]), Number(query["planned"]));

    internal static string Of(PermissionRecorded recorded) => $"&added={recorded.Owed.Added.Count}&cancelled={recorded.Owed.Cancelled.Count()}&planned={recorded.PlannedVisits}";

    private static int Number(string? text) => int.TryParse(text, CultureInfo.InvariantCulture, out var number) && number is > 0 and < 1000 ? number : 0;
}
