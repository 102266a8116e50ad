using EmployerCrm.Core.Clients;
using EmployerCrm.Web.Pages.Components;

namespace EmployerCrm.Web.Pages.Clients;

/// <summary>A client who is to step down, or whose record is to be closed, with what that touches.</summary>
/// <param name="Closes">Whether the record is closed; else the client steps down.</param>
public sealed record EndingView(FormState Form, ClientOverview Client, bool Closes)
{
    public const string On = "on";
    public const string Reason = "reason";
    public const string Cancels = "cancel-promised";

    public string Action => $"{ClientAddresses.Of(Client.Client.Id)}/{(Closes ? "close" : "step-down")}";
}
