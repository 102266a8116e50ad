using EmployerCrm.Core.Employers.Fields;

namespace EmployerCrm.Web.Pages;

/// <summary>What the address of a receipt carries besides its sentence.</summary>
internal static class Receipts
{
    /// <summary>The step that takes it back, and which fields were put right.</summary>
    public static string Of(Guid? undoId, IReadOnlyList<FieldRepair> repairs) =>
        (undoId is { } undo ? $"&undo={undo}" : "") + (repairs.Count > 0 ? "&repaired=" + string.Join(',', repairs.Select(repair => repair.Field)) : "");
}
