namespace EmployerCrm.Web.Pages.Clients;

/// <summary>Addresses of pages about clients. They hold keys and never a reference, for browsers and logs keep addresses.</summary>
internal static class ClientAddresses
{
    public static string Of(Guid clientId) => $"/clients/{clientId}";

    /// <summary>An address with what came of a form.</summary>
    /// <param name="notes">What else is worth saying, by the names of texts.</param>
    public static string Said(string address, string said, Guid? undoId, params IEnumerable<string> notes)
    {
        var more = string.Join(',', notes);
        return $"{address}{(address.Contains('?', StringComparison.Ordinal) ? '&' : '?')}said={said}{Receipts.Of(undoId, [])}{(more.Length > 0 ? "&note=" + more : "")}";
    }

    /// <summary>The step that the receipt in an address can take back.</summary>
    public static Guid? UndoIn(HttpContext context) => Guid.TryParse(context.Request.Query["undo"], out var step) ? step : null;
}
