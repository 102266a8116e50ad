using EmployerCrm.Core.Employers.Fields;
using EmployerCrm.Web.Pages.Components;
using EmployerCrm.Web.SignIn;

namespace EmployerCrm.Web.Pages;

/// <summary>What the address of a receipt carries besides its sentence.</summary>
internal static class Receipts
{
    /// <summary>The field of a form that says where its sender wants to be afterwards.</summary>
    public const string BackField = "back";

    private static readonly string[] OfReceipts = ["said", "undo", "problem", "done", "repaired", "n"];

    /// <summary>The page that the form came from, with what came of it behind.</summary>
    public static string Back(FormState form, string said)
    {
        var back = SignInAddresses.Local(form.Text(BackField));
        return back + (back.Contains('?', StringComparison.Ordinal) ? '&' : '?') + said;
    }

    /// <summary>The address of the page that is asked for, without what came of the last form.</summary>
    public static string Here(HttpRequest request)
    {
        var kept = request.Query.Where(pair => !OfReceipts.Contains(pair.Key)).SelectMany(pair => pair.Value.Select(value => KeyValuePair.Create(pair.Key, value)));
        return request.Path + QueryString.Create(kept).ToString();
    }

    /// <summary>The step that takes it back, and which fields were put right.</summary>
    public static string Of(Guid? undoId, IReadOnlyList<FieldRepair> repairs) =>
        (undoId is { } undo ? $"&undo={undo}" : "") + (repairs.Count > 0 ? "&repaired=" + string.Join(',', repairs.Select(repair => repair.Field)) : "");
}
